import type { Core } from '@strapi/strapi';
import { keepMasterData, type MasterData } from './catalogue';
import { keepIdentity, type OfficeIdentity } from './identity';
import { keepSettings, type InForce } from './in-force';

/** What every use case stands on: Strapi, and the ground that is kept in memory. One per process. */
export interface Desk {
  readonly strapi: Core.Strapi;
  /** The settings and the authority matrix in force. */
  readonly inForce: () => Promise<InForce>;
  /** Services, units, teams and calendars, as administrators keep them. */
  readonly masterData: () => Promise<MasterData>;
  /** Who this office is: kop, terms, contact, who signs. */
  readonly identity: () => Promise<OfficeIdentity>;
}

const desks = new WeakMap<Core.Strapi, Desk>();

/** The desk of this process, for whoever is called by Strapi itself; everybody else is handed it. */
export function deskOf(strapi: Core.Strapi): Desk {
  const known = desks.get(strapi);
  if (known) return known;
  const desk: Desk = {
    strapi,
    inForce: keepSettings(strapi),
    masterData: keepMasterData(strapi),
    identity: keepIdentity(strapi),
  };
  desks.set(strapi, desk);
  return desk;
}
