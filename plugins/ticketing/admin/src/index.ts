import { Discuss, FilePdf, Headphones } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { addInvitation } from './accounts/InviteAction';
import { keepTyped } from './kept-forms';
import { addSettings } from './settings/section';
import { leadFromFormerScreens } from './settings/FormerScreens';
import { IdentityPanel } from './papers/IdentityPanel';
import { addSidePanels } from './side-panel';
import { offerSignOn } from './sign-on';
import { SurveyPanel } from './survey/SurveyPanel';
import { valueWords, wordValues } from './values';
import { widgets } from './widgets/widgets';
import { message, sentences } from './words';

/** Whoever edits guides also reads what was said of them. */
const READS_GUIDES = [{ action: 'plugin::content-manager.explorer.read', subject: 'api::guide.guide' }];

/**
 * The officers' workspace in Strapi's panel. What anyone may do there is decided by the policy on the server, not by
 * menus.
 */
export default {
  register(app: StrapiApp): void {
    app.addMenuLink({
      to: 'plugins/ticketing',
      icon: Headphones,
      intlLabel: message('queue.title'),
      permissions: [],
      position: 1,
      Component: () => import('./App'),
    });
    // A page of the same workspace: its route stands in App.
    app.addMenuLink({
      to: 'plugins/ticketing/penilaian-panduan',
      icon: Discuss,
      intlLabel: message('ratings.title'),
      permissions: READS_GUIDES,
      position: 5,
    });
    app.addMenuLink({
      to: 'plugins/ticketing/berita-acara',
      icon: FilePdf,
      intlLabel: message('bundles.title'),
      permissions: [],
      position: 4,
    });
    app.widgets.register((others) => [...widgets, ...others]);
    addSettings(app);
    keepTyped(app);
    app.registerPlugin({ id: 'ticketing', name: 'ticketing' });
  },
  bootstrap(app: StrapiApp): void {
    addSidePanels(app, [SurveyPanel, IdentityPanel]);
    addInvitation(app);
    leadFromFormerScreens(app);
    wordValues(app);
    offerSignOn();
  },
  registerTrads({ locales }: { locales: string[] }): Promise<{ locale: string; data: Record<string, string> }[]> {
    return Promise.resolve(
      locales.map((locale) => ({ locale, data: { ...sentences(locale), ...valueWords(locale) } })),
    );
  },
};
