import { DIGESTS, type Digest } from './news';

/** What the way out of a digest carries: whose it is, which, and a seal that only we can make. */
export interface Stop {
  readonly recipient: 'portal' | 'staff';
  readonly id: number;
  readonly digest: Digest;
  readonly seal: string;
}
const CODE = /^(portal|staff)\.(\d{1,9})\.([a-z]{1,20})\.([A-Za-z0-9_-]{43})$/;

/** What is sealed. */
export const stopText = ({ recipient, id, digest }: Omit<Stop, 'seal'>): string => `${recipient}.${id}.${digest}`;
/** What a code says, whether or not its seal holds; null where it says nothing. */
export function stopIn(code: string): Stop | null {
  const [, recipient, id, name, seal = ''] = CODE.exec(code) ?? [];
  const digest = DIGESTS.find((each) => each === name);
  if (!digest || (recipient !== 'portal' && recipient !== 'staff')) return null;
  return { recipient, id: Number(id), digest, seal };
}
