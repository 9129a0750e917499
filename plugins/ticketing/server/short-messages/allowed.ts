import type { BlockList } from 'node:net';
import { networksFrom } from '../../domain/networks';
import type { Desk } from '../desk/desk';

/**
 * Addresses inside at which an operator runs a push service; throws a sentence about an entry that is none. A list of its
 * own: whom administrators may have called is not for every browser to name.
 */
export const allowedAt = ({ strapi }: Pick<Desk, 'strapi'>): BlockList =>
  networksFrom('PUSH_ALLOWED_ADDRESSES', strapi.plugin('ticketing').config<string[]>('pushAllowed'));
