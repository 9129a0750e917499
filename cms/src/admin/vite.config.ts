import path from 'node:path';

const CONTENT_MANAGER = path.dirname(require.resolve('@strapi/content-manager/package.json'));
const STRAPI_ADMIN = path.dirname(require.resolve('@strapi/admin/package.json'));

/**
 * What Strapi's panel brings for everybody and nobody here meets, as a table: half of what a browser had to fetch,
 * read and keep at the first sign-in. Each line names the module and what stands in its place.
 */
const IN_ITS_PLACE: readonly (readonly [module: RegExp, replacement: string])[] = [
  // Colours for program text in 190 languages, in the preview of guides: they show it plainly instead.
  [/^highlight\.js$/, 'highlight.js/lib/core'],
  // Grammars of forty programming languages, for a kind of field that no content type here has.
  [/^prismjs\/components\/.*$/, `${__dirname}/light/no-grammar.ts`],
  // The editor of guides comes with the form that has one.
  [/.*\/Wysiwyg\/Field\.mjs$/, `${__dirname}/light/Wysiwyg.tsx`],
  [/^strapi-wysiwyg$/, `${CONTENT_MANAGER}/dist/admin/pages/EditView/components/FormInputs/Wysiwyg/Field.mjs`],
  // A player for streams, in the media library: it holds pictures and PDF files alone; a browser plays the rest itself.
  [/^@mux\/mux-player-react$/, `${__dirname}/light/Video.tsx`],
  // The picture of a dialogue that offers Strapi's trial.
  [/.*\/free-trial\.png\.mjs$/, `${__dirname}/light/no-picture.ts`],
  // These ask at routes that answer nobody, each time a form is opened (`open-routes.ts`).
  [/.*\/services\/ai\.mjs$/, `${__dirname}/light/no-assistant.ts`],
  [/.*\/CMHeaderActions\.mjs$/, `${__dirname}/light/no-languages.ts`],
  [/.*\/PreviewSidePanel\.mjs$/, `${__dirname}/light/no-preview.ts`],
  // The list of settings begins with ours; there is no switch for its order, nor for who sees Strapi's own.
  [/.*\/hooks\/useSettingsMenu\.mjs$/, `${__dirname}/settings-menu.ts`],
  [/^strapi-settings-menu$/, `${STRAPI_ADMIN}/dist/admin/admin/src/hooks/useSettingsMenu.mjs`],
];

/**
 * Slips of Strapi's that people here would meet: a page has one main region, the heading of a widget is read by everybody, the
 * way back from a page of settings on a phone lies within a region; the server is asked in the language of the panel, not of
 * the browser, what it refuses on signing in or beside a field is looked up like every other refusal (`words-refusals.ts`),
 * and the language is called by its own name. Each is looked for, so that an update that mends or moves it is noticed.
 */
const MENDED: readonly (readonly [module: RegExp, slips: readonly (readonly [found: string, instead: string])[]])[] = [
  [
    /\/components\/WidgetRoot\.mjs$/,
    [
      ['tag: "main"', 'tag: "div"'],
      ['textColor: "neutral500"', 'textColor: "neutral600"'],
    ],
  ],
  [
    /\/pages\/Settings\/Layout\.mjs$/,
    [
      [
        'paddingTop: RESPONSIVE_DEFAULT_SPACING,',
        'paddingTop: RESPONSIVE_DEFAULT_SPACING, tag: "nav", "aria-label": formatMessage({ id: "global.back", defaultMessage: "Back" }),',
      ],
    ],
  ],
  [
    /\/utils\/getFetchClient\.mjs$/,
    [
      [
        'Authorization: `Bearer ${token}`',
        "'accept-language': document.documentElement.lang || 'id', Authorization: `Bearer ${token}`",
      ],
    ],
  ],
  [
    /\/pages\/Auth\/components\/Login\.mjs$/,
    [
      [
        'setApiError(message);',
        'setApiError(formatMessage({ id: `Auth.apiError.${message}`, defaultMessage: message }));',
      ],
    ],
  ],
  [/\/translations\/languageNativeNames\.mjs$/, [["'Indonesian'", "'Bahasa Indonesia'"]]],
  [
    /\/hooks\/useAPIErrorHandler\.mjs$/,
    [
      [
        "return setIn(acc, path.join('.'), message);",
        "return setIn(acc, path.join('.'), formatMessage({ id: `apiError.${message}`, defaultMessage: message }));",
      ],
      [
        "messages.join(', ')",
        "messages.map((each) => formatMessage({ id: `apiError.${each}`, defaultMessage: each })).join(', ')",
      ],
    ],
  ],
];
function mended(code: string, id: string): string | null {
  const [, slips] = MENDED.find(([module]) => module.test(id.replace(/\?.*$/, ''))) ?? [];
  if (!slips) return null;
  return slips.reduce((text, [found, instead]) => {
    if (!text.includes(found))
      throw new Error(`${id}: "${found}" is no longer there; see cms/src/admin/vite.config.ts`);
    return text.replace(found, instead);
  }, code);
}

interface Config {
  readonly plugins?: readonly unknown[];
}

/** Strapi's own configuration of its panel, lighter (https://docs.strapi.io/cms/admin-panel-customization/bundlers). */
const lighter = (config: Config): Config => ({
  ...config,
  plugins: [
    ...(config.plugins ?? []),
    {
      name: 'lighter-panel',
      enforce: 'pre',
      transform: mended,
      config: () => ({ resolve: { alias: IN_ITS_PLACE.map(([find, replacement]) => ({ find, replacement })) } }),
    },
  ],
});

export default lighter;
