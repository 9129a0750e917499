import type { RBACMiddleware, StrapiApp } from '@strapi/strapi/admin';

const OFFERS: readonly string[] = ['admin::marketplace.read'];

/** Nobody holds the permission that shows the marketplace, not even who may do everything: its link leads off the server. */
const withoutOffers: RBACMiddleware = () => (next) => (permissions) => next(permissions.filter(({ action }) => !OFFERS.includes(action)));
export const hideMarketplace = (app: StrapiApp): void => app.addRBACMiddleware(withoutOffers);

/** There is no switch for the "what is new" banner: it goes away for whoever has dismissed it, so it is dismissed here. */
export function dismissBanners(): void {
  for (const isLegacy of [true, false]) for (const installation of ['undefined', 'null', 'false']) {
    window.localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_${isLegacy}:${installation}`, 'true');
  }
}
