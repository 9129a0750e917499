import type { Client } from 'strapi-plugin-ticketing/client';
import type { Office } from 'strapi-plugin-ticketing/contract';
import type { OfficeFacts } from '../../i18n';
import { WIDEST_FILE_POLICY } from 'strapi-plugin-ticketing/domain';
import { HEALTH_PATIENCE_MS } from '../config/settings';

/** So long one answer serves every page of this process, in ms. */
const FRESH_MS = 60_000;
/** After an answer that did not come, this long nobody waits for another. */
const AGAIN_MS = 5_000;

/** What stands where the office cannot be asked: nothing that could pass for one. */
const UNKNOWN: Office = {
  government: 'Pemerintah Daerah',
  officeName: 'Dinas Komunikasi dan Informatika',
  officeShortName: 'Diskominfo',
  city: '',
  systemName: 'Layanan TIK',
  unitTerm: 'SKPD',
  address: '',
  postalCode: null,
  phone: null,
  email: null,
  site: null,
  serviceHours: null,
  portal: '',
  files: WIDEST_FILE_POLICY,
  signOn: { portal: null, staff: null },
};

let known = UNKNOWN;
let freshUntil = 0;
let asking: Promise<void> | null = null;

/** The office as last heard of. */
export const office = (): Office => known;

async function ask(api: Client): Promise<void> {
  try {
    known = await api.getOffice({}, { signal: AbortSignal.timeout(HEALTH_PATIENCE_MS) });
    freshUntil = Date.now() + FRESH_MS;
  } catch {
    freshUntil = Date.now() + AGAIN_MS;
  }
}

/** Waits for who the office is where that was not asked lately; of several pages at once one asks. */
export async function refreshOffice(api: Client): Promise<void> {
  if (Date.now() < freshUntil) return;
  await (asking ??= ask(api).finally(() => {
    asking = null;
  }));
}

/** As sentences name it: a kop is written in capitals, a sentence is not. */
export function officeFacts({ officeName, officeShortName, city, government, unitTerm }: Office): OfficeFacts {
  const isLoud = government === government.toUpperCase();
  return {
    office: officeName,
    officeShort: officeShortName,
    city,
    government: isLoud ? government.toLowerCase().replace(/(^|\s)\p{L}/gu, (first) => first.toUpperCase()) : government,
    unitTerm,
  };
}
