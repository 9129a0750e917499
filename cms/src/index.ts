import type { Core } from '@strapi/strapi';

/** The app holds content types and settings only; every rule lives in the ticketing plugin. */
export default {
  register() {},
  // Strapi makes its own roles after the plugins have started, and only where it finds none: ours come after.
  bootstrap: ({ strapi }: { strapi: Core.Strapi }) =>
    strapi.plugin('ticketing').service<{ run(): Promise<void> }>('setup').run(),
};
