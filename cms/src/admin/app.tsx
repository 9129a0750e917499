import type { StrapiApp } from '@strapi/strapi/admin';
import favicon from '../../../public/brand/favicon.svg';
import logo from '../../../public/brand/logo.svg';
import { showIcon, signTitles, speakIndonesianFirst, speakInOneTypeface } from './identity';
import { clearTheDesk, dismissBanners } from './quiet';
import { theme } from './theme';
import { en, id } from './words';

/** The panel as the city's own: its language, colours and signs, and nobody's advertisements. */
export default {
  config: {
    locales: ['id'],
    translations: { id, en },
    auth: { logo },
    menu: { logo: favicon },
    theme,
    tutorials: false,
    notifications: { releases: false },
  },
  register: clearTheDesk,
  bootstrap(_: StrapiApp): void {
    speakIndonesianFirst();
    dismissBanners();
    showIcon(favicon);
    signTitles();
    speakInOneTypeface();
  },
};
