import type { Letters } from './wording';

/** The same letters in English. */
export const en: Letters = {
  greeting: 'Dear {name},',
  closing: 'Kind regards,',
  automatic: 'This letter was sent by the system. We never ask for your password by e-mail, phone or WhatsApp.',
  why: 'Why do I receive this?',
  preferences: 'Choose what you are told',
  account: 'This letter is about the security of your account, and is therefore always sent.',
  copy: 'If the button does not work, copy this address into your browser:',
  open: 'Open the page',
  stop: 'Receive no more letters like this',
  digest: {
    late: 'Late ({count})',
    today: 'Due today ({count})',
    next: 'Next ({count})',
    asked: 'Waiting for the requester ({count})',
    team: 'In your team’s queue, without an officer: {count}',
    more: 'and {count} more',
    queue: 'Open the queue',
    board: 'Open the dashboard',
    nothing: 'No ticket came in or was completed during that week, and none is open.',
  },
  ticket: {
    number: 'Number',
    title: 'Title',
    status: 'Status',
    officer: 'Officer',
    unit: 'Unit',
    open: 'Open the ticket',
    nobody: 'nobody yet',
    hidden: 'request of a confidential service',
    confidential: 'This service is confidential: its content is not sent by e-mail. Please read it on the ticket.',
    answer:
      'Answer this letter to comment on the ticket; attachments may come along. Comments are read by everybody on this ticket.',
  },
  answered: {
    onlyFiles: '(Attachments sent by e-mail.)',
    refusedFile: '[Attachment “{file}” of the e-mail was not taken: {reason}]',
  },
  trial: {
    subject: 'Trial of mail from {system}',
    said: 'This letter was sent from the mail settings to try them. If you read it, the settings are right.',
  },
  of: {
    reset: {
      subject: 'Reset your password',
      said: [
        'On {when} somebody asked to reset the password of the account ' +
          '{username} (device: {device}; network address: {address}).',
        'Use the button below to make a new password. The link works once only and is valid until {until}.',
      ],
      button: 'Make a new password',
      after: [
        'Was it not you? Ignore this letter: without the link above your password does not change. If ' +
          'letters like this keep coming, tell the administrator at {office}.',
      ],
    },
    invite: {
      subject: 'Make a password for your account',
      said: [
        'An administrator prepared an account at {system} for you on {when}. Your username: {username}.',
        'Use the button below to make a password of your own. The link works once only and is valid until {until}.',
      ],
      button: 'Make a password',
      after: [
        'Has the link expired? Ask the administrator for a new one, or choose “Forgot your password” on the ' +
          'sign-in page.',
        'If you do not think you need this account, ignore this letter and tell the administrator.',
      ],
    },
    passwordChanged: {
      subject: 'Your password was changed',
      said: [
        'The password of the account {username} was changed on {when} (device: {device}; network address: {address}).',
        'Every other device that was signed in with this account has been signed out.',
      ],
      after: [
        'Was it not you? Make a new password at once through “Forgot your password” at ' +
          '{site}/en/lupa-sandi, then tell the administrator at {office}.',
      ],
    },
    confirmEmail: {
      subject: 'Confirm your new e-mail address',
      said: [
        'On {when} the owner of the account {username} asked to change its e-mail ' +
          'address to {email} (device: {device}; network address: {address}).',
        'Use the button below to confirm it. The link works once only and is ' +
          'valid until {until}. Until then the old address stays in use.',
      ],
      button: 'Check and confirm',
      after: ['Was it not you? Ignore this letter; nothing changes.'],
    },
    emailChanged: {
      subject: 'The e-mail address of your account is about to change',
      said: [
        'On {when} somebody asked to change the e-mail address of the account ' +
          '{username} to {email} (device: {device}; network address: {address}).',
        'The change takes effect once the new address has been confirmed.',
      ],
      after: [
        'Was it not you? Change your password at once at {site}/en/lupa-sandi; the confirmation link ' +
          'then dies too. Then tell the administrator at {office}.',
      ],
    },
    tryAddress: {
      subject: 'Your e-mail address takes letters again',
      said: [
        'Earlier letters to {email} were refused by its mail server, and we stopped sending them. On {when} you asked us ' +
          'to try again.',
        'If you read this, your address takes letters again and notifications are sent as before. There is nothing to do.',
      ],
      after: [],
      why: 'You asked us to try this address again.',
    },
    report: {
      subject: '{title}: {from} to {to}',
      said: [
        'Attached: {reports}, from {from} to {to}, made automatically on {when}.',
        'The figures are those that you may read yourself in {system}. The files say what each one means.',
      ],
      button: 'Open the reports',
      after: [],
      why: 'An administrator made you a recipient of the scheduled report “{title}”. Ask them if you need it no longer.',
    },
    paper: {
      subject: '[{number}] {document}',
      said: [
        'Attached: {document} of ticket {number}, “{title}”, as a PDF as it holds on {when}.',
        'Whether a document with a code is genuine can be checked at {site}/verifikasi.',
      ],
      button: 'Open the ticket',
      after: [],
      why: '{sender} asked for this document to be sent to you.',
    },
  },
};
