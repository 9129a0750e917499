import type { RBACMiddleware, StrapiApp } from '@strapi/strapi/admin';

/** Permissions, by how they begin, for screens that lead off the server or whose routes answer nobody (`open-routes`). */
const CLOSED_SCREENS: readonly string[] = [
  'admin::marketplace.',
  'admin::webhooks.',
  'admin::transfer.',
  'admin::admin-tokens.',
  'plugin::content-type-builder.',
  'plugin::content-releases.',
  'plugin::email.',
  'plugin::i18n.locale.',
  'plugin::users-permissions.advanced-settings.',
  'plugin::users-permissions.email-templates.',
  'plugin::users-permissions.providers.',
];
/** Of the panel's own widgets, those that count what nobody here asks about, or ask at routes that are closed. */
const IDLE_WIDGETS: readonly string[] = [
  'profile-info',
  'key-statistics',
  'last-edited-entries',
  'last-published-entries',
  'chart-entries',
];
const READ_CONTENT = { action: 'plugin::content-manager.explorer.read', subject: null };

/** Nobody holds a permission for a closed screen, not even who may do everything: its link would lead to a refusal. */
const withoutClosedScreens: RBACMiddleware = () => (next) => (permissions) =>
  next(permissions.filter(({ action }) => !CLOSED_SCREENS.some((prefix) => action.startsWith(prefix))));

declare global {
  interface Window {
    strapi: { flags: { docLinks?: boolean } };
  }
}

/** Takes away what advertises, leads off the server, or would only show an officer an empty room. */
export function clearTheDesk(app: StrapiApp): void {
  app.addRBACMiddleware(withoutClosedScreens);
  app.widgets.register((widgets) => widgets.filter(({ id }) => !IDLE_WIDGETS.includes(id)));
  window.strapi.flags.docLinks = false;
  // The link to master data is open to everybody by default; only who may read some of it needs it.
  const masterData = app.router.menu.find(({ to }) => to.startsWith('content-manager'));
  masterData?.permissions.push({ ...READ_CONTENT } as unknown as (typeof masterData.permissions)[number]);
}

/**
 * There is no switch for the "what is new" banner: it goes away for whoever has dismissed it, so it is dismissed
 * here.
 */
export function dismissBanners(): void {
  for (const isLegacy of [true, false])
    for (const installation of ['undefined', 'null', 'false']) {
      window.localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_${isLegacy}:${installation}`, 'true');
    }
}
