import { filePolicyOf, isOnAt, type SignOnDoor } from '../../domain';
import type { Office } from '../../domain/contract';
import type { Desk } from './desk';
import { portalAddress } from './sender';

/** What everybody may know of the office: all but the emblem's place and who signs its papers. */
export async function readOffice(desk: Desk): Promise<Office> {
  const { logo: _logo, signatories: _signatories, paper: _paper, office: _office, ...known } = await desk.identity();
  const { settings, signOn } = await desk.inForce();
  const nameAt = (door: SignOnDoor) => (isOnAt(signOn, door) ? signOn.name : null);
  return {
    ...known,
    portal: portalAddress(desk),
    files: filePolicyOf(settings),
    signOn: { portal: nameAt('portal'), staff: nameAt('staff') },
  };
}
