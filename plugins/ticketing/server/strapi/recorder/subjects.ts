import { UID } from '../../database/content-types';

/** What is recorded of a table of Strapi's own beside the tickets. `secrets` are only ever said to have changed. */
export interface Subject {
  readonly type: string;
  readonly secrets?: readonly string[];
  /** Columns that move by themselves and mean nothing. */
  readonly quiet?: readonly string[];
  /** Relations kept on the other side that belong to this subject all the same. */
  readonly with?: readonly string[];
}

const API_TOKEN = 'admin::api-token';
const TRANSFER_TOKEN = 'admin::transfer-token';
export const CORE_STORE = 'strapi::core-store';

const STRAPIS_OWN: Readonly<Record<string, Subject>> = {
  [UID.portalUser]: { type: 'portal-account', secrets: ['password', 'resetPasswordToken', 'confirmationToken'] },
  [UID.portalRole]: { type: 'portal-role', with: ['permissions'] },
  [UID.staffUser]: { type: 'staff-account', secrets: ['password', 'resetPasswordToken', 'registrationToken'] },
  [UID.staffRole]: { type: 'staff-role', with: ['permissions'] },
  [API_TOKEN]: {
    type: 'api-token',
    secrets: ['accessKey', 'encryptedKey'],
    quiet: ['lastUsedAt'],
    with: ['permissions', 'adminPermissions'],
  },
  [TRANSFER_TOKEN]: { type: 'transfer-token', secrets: ['accessKey'], quiet: ['lastUsedAt'], with: ['permissions'] },
  'plugin::upload.file': {
    type: 'media',
    quiet: ['formats', 'hash', 'previewUrl', 'provider', 'provider_metadata', 'folderPath'],
  },
  'strapi::webhook': { type: 'webhook', secrets: ['headers'] },
  [CORE_STORE]: { type: 'setting' },
};

/** Rows that are part of another subject: a role is what it permits. By table, the relations that lead to the whole. */
const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'admin::permission': { role: UID.staffRole, apiToken: API_TOKEN },
  'plugin::users-permissions.permission': { role: UID.portalRole },
  'admin::api-token-permission': { token: API_TOKEN },
  'admin::transfer-token-permission': { token: TRANSFER_TOKEN },
};

/** Every content type an editor can shape is master data, also one added tomorrow; tickets write their own entries. */
export const subjectOf = (uid: string): Subject | null => {
  if (uid === UID.ticket) return null;
  return uid.startsWith('api::') ? { type: uid.slice(uid.indexOf('.') + 1) } : (STRAPIS_OWN[uid] ?? null);
};
export const partsOf = (uid: string): Readonly<Record<string, string>> | null => PARTS[uid] ?? null;

/** What Strapi keeps among its settings but nobody sets: dumps of schemas, layouts of its lists, notices seen. */
export const isSetting = (key: string): boolean =>
  !/^strapi_|^plugin_content_manager_configuration_|^plugin_upload_(metrics|view_configuration|media_library)|telemetry|metrics/.test(
    key,
  );
/** The leaves of a setting that are keys to other systems. */
export const isSecretName = (name: string): boolean =>
  /(^|_)(key|pass)$|secret$|token$|^password$|apikey$|accesskey$/i.test(name);
