/** The bundler turns a picture into its address. */
declare module '*.svg' {
  const address: string;
  export default address;
}

/** Strapi's own list of the panel's settings (`vite.config.ts` says where it lies). */
declare module 'strapi-settings-menu' {
  interface Sentence {
    readonly id: string;
    readonly defaultMessage: string;
  }
  export interface Link {
    readonly id: string;
    readonly to: string;
    readonly intlLabel: Sentence;
  }
  export interface Section {
    readonly id: string;
    readonly intlLabel: Sentence;
    readonly links: readonly Link[];
  }
  export function useSettingsMenu(): { readonly isLoading: boolean; readonly menu: readonly Section[] };
}

/** Strapi's own editor of longer texts. */
declare module 'strapi-wysiwyg' {
  import type { ForwardRefExoticComponent, RefAttributes } from 'react';
  export const Wysiwyg: ForwardRefExoticComponent<object & RefAttributes<unknown>>;
}
