import type { Core } from '@strapi/strapi';
import type { MasterData } from './catalogue';
import { groundVersion, keepGround, type Ground } from './ground';
import { keepIdentity, type OfficeIdentity } from './identity';
import type { InForce } from './in-force';

/** What every use case stands on: Strapi, and the ground that is kept in memory. */
export interface Desk {
  readonly strapi: Core.Strapi;
  /** The settings and the authority matrix in force. */
  readonly inForce: () => Promise<InForce>;
  /** Services, units, teams and calendars, as administrators keep them. */
  readonly masterData: () => Promise<MasterData>;
  /** Who this office is: kop, terms, contact, who signs. Asks for its own version: only papers need it. */
  readonly identity: () => Promise<OfficeIdentity>;
}

interface Kept {
  readonly ground: (version: string) => Promise<Ground>;
  readonly identity: () => Promise<OfficeIdentity>;
}
const keptFor = new WeakMap<Core.Strapi, Kept>();
function keptOf(strapi: Core.Strapi): Kept {
  const kept = keptFor.get(strapi) ?? { ground: keepGround(strapi), identity: keepIdentity(strapi) };
  keptFor.set(strapi, kept);
  return kept;
}

/** The desk for whoever is called by Strapi itself or by the clock: asks for the version each time. */
export function deskOf(strapi: Core.Strapi): Desk {
  const kept = keptOf(strapi);
  const ground = async () => kept.ground(await groundVersion(strapi));
  return {
    strapi,
    inForce: async () => (await ground()).inForce,
    masterData: async () => (await ground()).masterData,
    identity: kept.identity,
  };
}

const desks = new WeakMap<Ground, Desk>();
/** The desk as of one version, for a request that came with it: the same one for all, until the ground moves. */
export async function deskAt(strapi: Core.Strapi, version: string): Promise<Desk> {
  const kept = keptOf(strapi);
  const ground = await kept.ground(version);
  const known = desks.get(ground);
  if (known) return known;
  const desk: Desk = {
    strapi,
    inForce: () => Promise.resolve(ground.inForce),
    masterData: () => Promise.resolve(ground.masterData),
    identity: kept.identity,
  };
  desks.set(ground, desk);
  return desk;
}
