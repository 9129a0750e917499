import { Headphones } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { addSurveyPanel } from './survey/SurveyPanel';
import { widgets } from './widgets/widgets';
import { message, sentences } from './words';

/** The officers' workspace in Strapi's panel. What anyone may do there is decided by the policy on the server, not by menus. */
export default {
  register(app: StrapiApp): void {
    app.addMenuLink({ to: 'plugins/ticketing', icon: Headphones, intlLabel: message('queue.title'), permissions: [], position: 1, Component: () => import('./App') });
    app.widgets.register((others) => [...widgets, ...others]);
    app.registerPlugin({ id: 'ticketing', name: 'ticketing' });
  },
  bootstrap: addSurveyPanel,
  registerTrads({ locales }: { locales: string[] }): Promise<{ locale: string; data: Record<string, string> }[]> {
    return Promise.resolve(locales.map((locale) => ({ locale, data: sentences(locale) })));
  },
};
