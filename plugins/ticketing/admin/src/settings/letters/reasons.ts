import type { Key, useWords } from '../../words';

/** Why something did not leave, by codes of ours; anything else is the machine's own word. */
const REASONS: Readonly<Record<string, Key>> = {
  ticketGone: 'letters.ticketGone',
  accountClosed: 'letters.accountClosed',
  mayNotRead: 'letters.mayNotRead',
  addressPaused: 'letters.addressPaused',
  deviceGone: 'letters.deviceGone',
  optedOut: 'letters.optedOut',
  switchedOff: 'letters.switchedOff',
  secretUnreadable: 'letters.secretUnreadable',
  refused: 'letters.refused',
  tooSlow: 'letters.tooSlow',
  certificateUntrusted: 'letters.certificateUntrusted',
  certificateExpired: 'letters.certificateExpired',
  certificateOfOther: 'letters.certificateOfOther',
  forbiddenAddress: 'letters.forbiddenAddress',
};
export const wordReason = (t: ReturnType<typeof useWords>['t'], reason: string): string => {
  const key = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  return key ? t(key) : reason;
};
