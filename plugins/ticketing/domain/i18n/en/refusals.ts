import type { Words } from '../words';

/** Every refusal with what to do next, and what an administrator should mend. */
export const refusals: Pick<Words, 'refusal' | 'linkProblem' | 'fileProblem' | 'warning'> = {
  refusal: {
    invalid: 'Some entries need correcting. Check the marked parts and send again.',
    unknownParameter: 'There is an unknown parameter. Remove it and try again.',
    tooSlow: 'Sending took too long and was stopped. Check your internet connection, then send again.',
    malformedJson: 'The request body is not valid JSON. Check it and send again.',
    emptyFile: 'The file is empty or was not sent. Choose a file and upload again.',
    unauthenticated: 'You are not signed in, or your session has ended. Sign in again and continue.',
    notAllowed: 'You are not permitted to do this. Ask a coordinator or administrator if you need it.',
    notFound: 'Nothing was found, or it does not belong to your unit. Check the number.',
    unknownCode: 'There is no document with this code. Check the code on the paper, or send its PDF to be checked.',
    noSuchDocument:
      'This document does not exist for the ticket as it stands. Reload the ticket to see which documents there are.',
    noCertificate:
      'The office’s certificate is not installed, no longer valid, or does not match its key. Ask the system administrator.',
    notByMail:
      'This document cannot be sent by e-mail: its service is confidential, it is not final yet, or the requester has no address. Open it, then print or save it.',
    mailPaused:
      'That address takes no mail at present. Check it, then choose “try again” in its owner’s profile; or open the document and print it.',
    wrongStatus: 'This cannot be done because the ticket is now {status}. Reload to see its current state.',
    alreadyTaken: 'This ticket has already been taken by {assignee}. Choose another one, or contact {assignee}.',
    awaitingApproval: 'Work cannot start yet: the approval of {approver} is awaited. Record the approval first.',
    awaitingDisposition: 'This service needs a disposition before work starts. Record the disposition first.',
    awaitingLetter: 'This service needs a duty letter before it is resolved. Record the duty letter first.',
    awaitingDocuments:
      'The request cannot be verified yet because required documents are missing: {documents}. Return it for completion; the documents are named by themselves.',
    answerStillAwaited:
      'The requester still has time to answer. The ticket can be closed unanswered once that time is over.',
    settingsChanged: 'Somebody else has just changed these settings. Reload, check the change and save again.',
    notUndoable:
      'This change cannot be undone from its entry, which does not hold all of what was before. Change it on its settings page.',
    calendarInUse:
      '{calendar} cannot be removed: the office’s working days, a service, or a ticket that was once promised by it still counts by it. Change its hours instead.',
    unknownTicket: 'Ticket {ticket} was not found, or you may not see it. Check the number.',
    wrongLink: 'The two tickets cannot be linked like this: {problem}. Choose another ticket or link.',
    wrongDisposition:
      'Dispositions run from the head of the office to division, team and officer. Choose a level after the ' +
      'last disposition.',
    unknownDocument:
      'The letter is not among the attachments of this ticket. Upload the file first, then choose it again.',
    fixedAuthority: 'This authority cannot be changed, so that administrators are not locked out of the settings.',
    unknownCalendar: 'Calendar {calendar} is not known. Choose a calendar from the list.',
    idempotencyKeyReused: 'This Idempotency-Key was already used with different content. Use a new key.',
    surveyUpcoming: 'This survey is not open yet. Open its link again on the day it starts.',
    surveyClosed: 'This survey is closed, so answers can no longer be sent. Thank you for your interest.',
    tooLarge: 'What was sent is too large (at most {limit}). Make it smaller and send again.',
    fileTooLarge: 'The file is too large (at most {limit}). Make it smaller or split it, then upload again.',
    fileTypeRefused: 'This kind of file is not accepted. Send one of: {accepted}.',
    unsafeFile: 'This file is not accepted because {reason}. Send its content another way, then upload again.',
    notJson: 'Send the body as JSON (Content-Type: application/json).',
    missingFields: 'Required entries are missing. Complete the marked parts and send again.',
    invalidForm: 'Some entries of the service form need correcting. Check the marked parts and send again.',
    unknownCategory: 'Service {category} is not in the catalogue. Choose a service from the catalogue.',
    inactiveCategory: 'Service {category} is not open at the moment. Choose another one from the catalogue.',
    unknownSkpd: 'Unit {skpd} is not known. Choose a unit from the list.',
    inactiveSkpd: 'Unit {skpd} is no longer active. Ask an administrator to move the account to its successor.',
    unknownColleague:
      'A colleague you mention does not exist, is not active, or may not read this. Remove the name, then send again.',
    unknownAssignee: 'The chosen officer does not exist or is not active. Choose an officer from the list.',
    unknownTeam: 'Team {team} is not known. Choose a team from the list.',
    tooManyFiles: 'This ticket already has the limit of {limit} files. Remove one before adding another.',
    accountWithoutSkpd: 'Your account is not linked to a unit yet. Ask an administrator to complete it.',
    linkSpent: 'This link was used already, has expired or is incomplete. Ask for a new one.',
    signOnUnverified:
      'The sign-in service has not verified your e-mail address. Verify it there, or contact an administrator.',
    signOnUnknown:
      'The sign-in service knows you, but you have no account here yet. Ask an administrator for one, with the same e-mail or NIP.',
    signOnAmbiguous:
      'Your e-mail and NIP do not fit one and the same account, so it is not certain which is yours. Ask an administrator to put it right.',
    signOnClosed: 'Your account here is not active yet, or was deactivated. Contact an administrator if you need it.',
    signOnRefused: 'The sign-in service cancelled or refused this. Try again, or sign in with your password.',
    signOnSpent:
      'This sign-in was used already, has expired, or is not from this browser. Begin again on the sign-in page.',
    storeUnreachable:
      'The store of attachments cannot be reached right now, so files can be neither kept nor opened. Nothing is lost; try again in a few minutes.',
    signOnUnreachable:
      'The sign-in service cannot be reached right now. Try again later, or sign in with your password.',
    accountBlocked: 'This account is deactivated. Activate it again before sending a link.',
    ownAccount: 'Your own account cannot be deactivated here. Ask another administrator.',
    highestAccount: 'This is a super administrator. Only another one can change it, under Settings > Users.',
    notInvited: 'This account has been used before. Its owner chooses “Forgot password” when they cannot come in.',
    tooManyRequests: 'Too many attempts. Wait {seconds} seconds and try again.',
    unexpected:
      'Something went wrong in the system; your data is unchanged. Try again, or contact the service desk ' +
      'with code {requestId}.',
    unavailable: 'The service cannot be reached right now. Wait a moment and try again.',
    storageFull: 'The storage of the system is full, so nothing was saved. Tell Diskominfo, then try again later.',
    readOnly: 'The system is being maintained: data can be read but not changed yet. Try again later.',
  },
  fileProblem: {
    encrypted: 'the archive is locked with a password, so its content cannot be checked',
    nested: 'there is another archive inside the archive',
    tooBig: 'the archive holds too much or too many files once unpacked',
    executable: 'there is a program inside that can be run',
    macro: 'the document contains macros',
    broken: 'the file is damaged, or is not what its ending says',
  },
  linkProblem: {
    itself: 'a ticket cannot be linked to itself',
    exists: 'that link is there already',
    hasParent: 'that ticket is part of another one already',
    isChild: 'a parent ticket must not be part of another one',
    isParent: 'a ticket that is a parent cannot become part of another one',
    closed: 'only open tickets can be a part or a parent',
    confidential: 'a confidential ticket cannot be the parent of one that is not',
    missing: 'that link is not there',
  },
  warning: {
    lettersStandStill: '{count} letters should have left, but none has for five minutes. Check the mail server.',
    lettersFailed: '{count} letters were given up in the last 24 hours. See why, then send them again.',
    pushStandsStill:
      '{count} messages to devices should have left, but none has for five minutes. Check whether this server reaches ' +
      'the internet.',
    whatsAppStandsStill:
      '{count} WhatsApp messages should have left, but none has for five minutes. Check the gateway.',
    shortMessagesFailed:
      '{count} messages to devices or by WhatsApp were given up in the last 24 hours. See why, then send them again.',
    yearWithoutHolidays:
      'The year {year} has no national holidays on record yet. Deadlines in it ' +
      'are estimates; enter the holidays as soon as they are decreed.',
    brokenCalendar:
      'The working calendar {calendar} cannot be used: its hours overlap, a ' +
      'period ends before it begins, or there is no working time at all. ' +
      'Services on it use its last good state until it is mended.',
    teamWithoutMembers: 'Team {team} handles services but has no members. Add members so that somebody does the work.',
  },
};
