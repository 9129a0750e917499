import { UID } from '../database/content-types';

/** Beside the city's own master data, the one type that administrators keep in Strapi's screens. */
const OPEN: readonly string[] = [UID.portalUser];

/**
 * Types that Strapi's content manager tells nobody of, not even the super administrator: tickets are read by our
 * endpoints alone, which ask the policy, leave out internal notes, and note who reads what is confidential; so are
 * attachments, the audit log and single answers to a survey. Components, whose names have no colon, belong to a type.
 */
export const isClosedType = (uid: string): boolean =>
  uid.includes(':') && !OPEN.includes(uid) && (!uid.startsWith('api::') || uid === UID.ticket);
