import type { Filters as Leads, TableCell } from 'strapi-plugin-ticketing/domain';
import { addressOf, isFilter } from '../tickets/filters';

/** Where exactly the tickets are that filters list; null where the list cannot be narrowed so far. */
export const addressOfLeads = (leads: Leads | null): string | null =>
  leads && Object.keys(leads).every(isFilter) ? addressOf(leads) : null;

/** Where the tickets behind a cell are; a number of none, and a word, lead nowhere. */
export const addressOfCell = ({ value, leads }: TableCell): string | null =>
  typeof value === 'number' && value !== 0 ? addressOfLeads(leads) : null;
