import type { Words } from '../words';

/** Passwords and devices. */
export const accounts: Pick<Words, 'strength' | 'place' | 'device' | 'accountClosed'> = {
  strength: { WEAK: 'Not good enough yet', FAIR: 'Fairly strong', STRONG: 'Strong' },
  place: { THIS_SERVER: 'This very server', INTERNAL: 'Internal network', INTERNET: 'Internet', UNKNOWN: 'Unknown' },
  device: { both: '{browser} on {system}', unknown: 'Unknown device' },
  accountClosed: 'The account of {name} is closed.',
};
