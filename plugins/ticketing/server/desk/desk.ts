import type { Core } from '@strapi/strapi';
import type { MasterData } from './catalogue';
import { groundVersion, keepGround, type Ground } from './ground';
import type { InForce } from './in-force';

/** What every use case stands on: Strapi, and the ground that is kept in memory. */
export interface Desk {
  readonly strapi: Core.Strapi;
  /** The settings and the authority matrix in force. */
  readonly inForce: () => Promise<InForce>;
  /** Services, units, teams and calendars, as administrators keep them. */
  readonly masterData: () => Promise<MasterData>;
}

const kept = new WeakMap<Core.Strapi, (version: string) => Promise<Ground>>();
function groundAt(strapi: Core.Strapi, version: string): Promise<Ground> {
  const known = kept.get(strapi) ?? keepGround(strapi);
  kept.set(strapi, known);
  return known(version);
}

/** The desk for whoever is called by Strapi itself or by the clock: asks for the version each time. */
export function deskOf(strapi: Core.Strapi): Desk {
  const ground = async () => groundAt(strapi, await groundVersion(strapi));
  return {
    strapi,
    inForce: async () => (await ground()).inForce,
    masterData: async () => (await ground()).masterData,
  };
}

const desks = new WeakMap<Ground, Desk>();
/** The desk as of one version, for a request that came with it: the same one for all, until the ground moves. */
export async function deskAt(strapi: Core.Strapi, version: string): Promise<Desk> {
  const ground = await groundAt(strapi, version);
  const known = desks.get(ground);
  if (known) return known;
  const desk: Desk = {
    strapi,
    inForce: () => Promise.resolve(ground.inForce),
    masterData: () => Promise.resolve(ground.masterData),
  };
  desks.set(ground, desk);
  return desk;
}
