/// <reference types="astro/client" />

/** A script as JavaScript text; made in typed-script.ts. */
declare module '*?script' {
  const text: string;
  export default text;
}

declare namespace App {
  interface Locals {
    /** Which language this page speaks. */
    lang: import('strapi-plugin-ticketing/domain').Language;
    /** Page prose by key; domain words come from `words`. */
    t: import('./i18n').Translate;
    /** Who runs this service, by the identity the office keeps; a neutral one while nobody can be asked. */
    office: import('strapi-plugin-ticketing/contract').Office;
    words: import('strapi-plugin-ticketing/domain').Words;
    format: import('./lib/format').Format;
    /** Address of this page without language prefix, with its query. */
    address: string;
    /** An address of this portal in the reader's language. */
    href: (address: string) => string;
    /** When this page was asked for, in epoch milliseconds. */
    now: number;
    /** Names this request in the logs of portal and cms. */
    requestId: string;
    token: string | null;
    api: import('strapi-plugin-ticketing/client').Client;
    /** On whose behalf the cms is asked, for what the client cannot send. */
    behalf: import('./lib/cms/client').Behalf;
    /** Who is signed in; null on public pages without a session. */
    me: import('strapi-plugin-ticketing/contract').Me | null;
    /** The form that was posted, read once. */
    form: () => Promise<FormData>;
    /** What was typed before a session ended, on its way back into the form. */
    keptForm: import('./lib/forms/kept-form').KeptForm | null;
    /** What went wrong, on pages that say so. */
    problem: import('./lib/refusals/problem').Problem | null;
  }
}
