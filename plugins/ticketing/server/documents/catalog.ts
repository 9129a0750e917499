import { words, type Service } from '../../domain';
import type { Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import { frameOf, type MadePdf } from './issue';
import { render } from './render/pool';

const id = words('id');
/** Working minutes of one working day. Source: domain rules 2, 7.5 hours. */
const DAY_MINUTES = 450;
const AROUND_THE_CLOCK = '24X7';

/** A target as a reader expects it: whole working days where it is some, else hours and minutes. */
function span(minutes: number, { calendar }: Service['sla']): string {
  if (calendar !== AROUND_THE_CLOCK && minutes >= DAY_MINUTES && minutes % DAY_MINUTES === 0)
    return `${minutes / DAY_MINUTES} hari kerja`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours && `${hours} jam`, rest && `${rest} menit`].filter(Boolean).join(' ');
  return calendar === AROUND_THE_CLOCK ? `${parts} (24 jam)` : parts;
}

/** Every service that can be asked for, with its targets. */
export async function readCatalogDocument(desk: Desk, caller: Caller): Promise<MadePdf> {
  const [identity, { catalog }] = await Promise.all([desk.identity(), desk.masterData()]);
  const bytes = await render({
    kind: 'service-catalog',
    frame: await frameOf({ desk, caller, identity }, 'PRINTOUT', null),
    body: {
      categories: catalog.categories.map(({ code, name, services }) => ({
        code,
        name,
        services: services.map((service) => ({
          code: service.code,
          name: service.name,
          kind: id.kind[service.kind],
          team: service.team.name,
          response: span(service.sla.responseMinutes, service.sla),
          resolution: span(service.sla.resolutionMinutes, service.sla),
          scope: service.sla.scope,
        })),
      })),
    },
  });
  return { name: 'katalog-layanan.pdf', bytes };
}
