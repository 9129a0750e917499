import type { DefaultTheme } from 'styled-components';

type Colors = Partial<DefaultTheme['colors']>;

/** Deep blue-green and gold, as in the brand; every pair of text and ground keeps at least 4.5 : 1. */
const light: Colors = {
  neutral500: '#6b6b88',
  primary100: '#e6f2f4',
  primary200: '#bddde2',
  primary500: '#2a7f8e',
  primary600: '#0b4f5c',
  primary700: '#083c46',
  buttonPrimary500: '#14687a',
  buttonPrimary600: '#0b4f5c',
  alternative100: '#fdf5e1',
  alternative200: '#f3dfab',
  alternative500: '#d9a227',
  alternative600: '#8a6410',
  alternative700: '#6f500b',
  warning100: '#fdf5e1',
  warning200: '#f3dfab',
  warning500: '#d9a227',
  warning600: '#b27d12',
  warning700: '#7a570b',
};

const dark: Colors = {
  neutral0: '#16242b',
  neutral100: '#0e181d',
  neutral150: '#243840',
  neutral200: '#34505a',
  neutral300: '#54747e',
  primary100: '#12323a',
  primary200: '#1d5260',
  primary500: '#2a7f8e',
  primary600: '#6cc3d2',
  primary700: '#9adae5',
  buttonPrimary500: '#14687a',
  buttonPrimary600: '#1a7688',
  alternative100: '#33290f',
  alternative200: '#5c4a1a',
  alternative500: '#d9a227',
  alternative600: '#f0bd45',
  alternative700: '#f6d68a',
  danger100: '#3a1a1c',
  success100: '#12301f',
  secondary100: '#122c40',
  warning100: '#33290f',
  warning200: '#5c4a1a',
  warning500: '#d9a227',
  warning600: '#f0bd45',
  warning700: '#f6d68a',
  danger200: '#6d2b2e',
  danger600: '#f07a70',
  danger700: '#f8a9a2',
};

const focus = (color: string): string =>
  `inset 2px 0px 0px ${color}, inset 0px 2px 0px ${color}, inset -2px 0px 0px ${color}, inset 0px -2px 0px ${color}`;

/** Strapi's 500 looks like 400 in every typeface without such a weight, which is most of those that machines have. */
const fontWeights = { semiBold: 600 };

/** The panel merges these over its own themes, so only what differs is named. */
export const theme = {
  light: { colors: light, shadows: { focus: focus('#0b4f5c') }, fontWeights },
  dark: { colors: dark, shadows: { focus: focus('#6cc3d2') }, fontWeights },
} as unknown as { light: DefaultTheme; dark: DefaultTheme };
