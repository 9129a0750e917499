import type { Core } from '@strapi/strapi';
import { ACCOUNT_SERVICES, API_TOKENS, PORTAL_TOKENS, ROLE_SERVICES, STAFF_SESSIONS, WRITES } from './insides';
import { missingRoutes } from './close-routes';
import { fieldsOf, missingMethods } from './lookup';
import { hasStrapisAnswer, STRAPIS_ANSWER } from './drain';
import {
  missingActions,
  missingHandlers,
  missingOfServices,
  missingOfStore,
  missingOfTables,
  missingParsers,
  missingRelations,
  missingWire,
} from './probes';

/**
 * When what a hook hangs on is there: before routes are made, when the tables are, or when Strapi's admin has started.
 */
export type Stage = 'register' | 'bootstrap' | 'setup';

/** One place where we hang on Strapi's insides. */
export interface Hook {
  /** As `README.md` of this room calls it. */
  readonly name: string;
  readonly stage: Stage;
  /** What would come of it if what it hangs on were not there; ends the sentence of a failed check. */
  readonly otherwise: string;
  /** What is not there, in words; nothing when all is. */
  readonly missing: (strapi: Core.Strapi) => readonly string[] | Promise<readonly string[]>;
}

/** Every hook, in the order of `README.md`. */
export const HOOKS: readonly Hook[] = [
  {
    name: 'commits',
    stage: 'bootstrap',
    otherwise: 'what the database rolled back is said to be written',
    missing: ({ db }) =>
      missingMethods('strapi.db.connection.client', () => db.connection.client as unknown, ['transaction']),
  },
  {
    name: 'statements',
    stage: 'bootstrap',
    otherwise: 'no statement of ours reaches the database',
    missing: missingWire,
  },
  {
    name: 'writes',
    stage: 'bootstrap',
    otherwise: 'what is changed in the panel leaves no entry in the audit log',
    missing: ({ db }) => missingMethods('strapi.db.entityManager', () => db.entityManager, WRITES),
  },
  {
    name: 'documents',
    stage: 'bootstrap',
    otherwise: 'what editors save is neither checked nor recorded as one change',
    missing: (strapi) => missingMethods('strapi.documents', () => strapi.documents, ['use']),
  },
  {
    name: 'roles',
    stage: 'bootstrap',
    otherwise: 'one change of a role becomes many entries, or half a change',
    missing: (strapi) => missingOfServices(strapi, ROLE_SERVICES),
  },
  {
    name: 'request-context',
    stage: 'bootstrap',
    otherwise: 'entries cannot name who made a change in the panel',
    missing: (strapi) => missingMethods('strapi.requestContext', () => strapi.requestContext, ['get']),
  },
  {
    name: 'portal-tokens',
    stage: 'bootstrap',
    otherwise: 'a session that has ended still opens the portal',
    missing: (strapi) => missingOfServices(strapi, PORTAL_TOKENS),
  },
  {
    name: 'api-tokens',
    stage: 'bootstrap',
    otherwise: 'other systems can no longer read and report',
    missing: (strapi) => missingOfServices(strapi, API_TOKENS),
  },
  {
    name: 'staff-sessions',
    stage: 'setup',
    otherwise: 'an open page of the panel outlives its session',
    missing: (strapi) =>
      missingMethods("strapi.sessionManager('admin')", () => strapi.sessionManager('admin'), STAFF_SESSIONS),
  },
  {
    name: 'account-services',
    stage: 'bootstrap',
    otherwise: 'accounts can be neither made nor changed',
    missing: (strapi) => missingOfServices(strapi, ACCOUNT_SERVICES),
  },
  {
    name: 'replaced-actions',
    stage: 'register',
    otherwise: "Strapi's own endpoints for passwords tell which accounts exist",
    missing: missingActions,
  },
  {
    name: 'open-routes',
    stage: 'bootstrap',
    otherwise: 'people cannot do what the panel is for, or can do what nobody should',
    missing: missingRoutes,
  },
  {
    name: 'sign-in-handlers',
    stage: 'bootstrap',
    otherwise: 'who comes in leaves no entry in the audit log',
    missing: missingHandlers,
  },
  {
    name: 'column-relations',
    stage: 'bootstrap',
    otherwise: 'tickets can be neither read nor written',
    missing: missingRelations,
  },
  {
    name: 'tables',
    stage: 'bootstrap',
    otherwise: 'accounts, roles and links cannot be read',
    missing: missingOfTables,
  },
  {
    name: 'parsed-types',
    stage: 'bootstrap',
    otherwise: 'days, JSON and decimals come out of the database as something else',
    missing: missingParsers,
  },
  {
    name: 'attachment-store',
    stage: 'bootstrap',
    otherwise: 'attachments may end up in a folder that is served to anybody',
    missing: missingOfStore,
  },
  {
    name: 'mail-provider',
    stage: 'setup',
    otherwise: 'letters that Strapi words itself wait for a mail server, and are lost with it',
    missing: (strapi) =>
      missingMethods("strapi.plugin('email').provider", () => fieldsOf(strapi.plugin('email'))['provider'], ['send']),
  },
  {
    name: 'signals',
    stage: 'bootstrap',
    otherwise: 'a cms that is stopped cuts off whoever it is serving',
    missing: () => (hasStrapisAnswer() ? [] : [`the answer to signals called ${STRAPIS_ANSWER}`]),
  },
];

/** What a hook misses, what comes of it, and where it says what to do. */
const sentenceOf = ({ name, otherwise }: Hook, missing: readonly string[], version: string): string =>
  `Strapi ${version}, as it runs here, lacks ${missing.join(', and ')}. ` +
  `The hook “${name}” hangs on it: otherwise ${otherwise}. ` +
  `What to do is in plugins/ticketing/server/strapi/README.md under “${name}”.`;

/** The sentences of those of these hooks that miss something. */
export async function complaintsOf(strapi: Core.Strapi, hooks: readonly Hook[]): Promise<readonly string[]> {
  const version = strapi.config.get('info.strapi', '');
  const sentences: string[] = [];
  for (const hook of hooks) {
    const missing = await hook.missing(strapi);
    if (missing.length > 0) sentences.push(sentenceOf(hook, missing, version));
  }
  return sentences;
}

/**
 * Ends the boot when anything is missing at this stage: a server that records or refuses less than it should does not
 * start.
 */
export async function checkHooks(strapi: Core.Strapi, at: Stage): Promise<void> {
  const complaints = await complaintsOf(
    strapi,
    HOOKS.filter(({ stage }) => stage === at),
  );
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}
