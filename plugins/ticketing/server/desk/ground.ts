import type { Core } from '@strapi/strapi';
import { connection } from '../database/transaction';
import { rowsByKey, sql } from '../database/sql';
import { readMasterData, type MasterData } from './catalogue';
import { inForceIn, type InForce } from './in-force';

/** Settings, policy, catalogue and calendars as they stood at one version of the ground. */
export interface Ground {
  readonly inForce: InForce;
  readonly masterData: MasterData;
}

/**
 * The version of the ground, as a column: grows with every change of it, by whichever instance
 * (`database/sql/045-ground.sql`). Every statement that says who calls brings it along.
 */
export const GROUND_VERSION = sql`(select version from desk_ground)`;

export async function groundVersion(strapi: Core.Strapi): Promise<string> {
  const [row] = await rowsByKey<{ version: string }>(connection(strapi), sql`select ${GROUND_VERSION} as version`);
  return row?.version ?? '';
}

/** The ground in memory: read again only when a caller comes with another version than it was read at. */
export function keepGround(strapi: Core.Strapi): (version: string) => Promise<Ground> {
  let kept: { readonly version: string; readonly ground: Promise<Ground> } | null = null;
  let last: MasterData | null = null;
  const read = async (): Promise<Ground> => {
    const on = connection(strapi);
    const [inForce, masterData] = [await inForceIn(on), await readMasterData(strapi, last)];
    last = masterData;
    return { inForce, masterData };
  };
  return (version) => {
    if (kept?.version === version) return kept.ground;
    const mine = { version, ground: read() };
    kept = mine;
    // A failed read must not be remembered as the answer.
    mine.ground.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.ground;
  };
}
