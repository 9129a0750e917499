import type { ReactNode } from 'react';

/**
 * What the content manager hands to a panel beside its form, of all it hands. `document` is absent while a row is new.
 */
interface Shown {
  readonly model: string;
  readonly document?: { readonly id?: unknown };
}
/** Something of ours beside a form of Strapi's; null beside all others. */
export type SidePanel = (shown: Shown) => { readonly title: string; readonly content: ReactNode } | null;

interface ContentManager {
  readonly addEditViewSidePanel: (panels: (before: readonly SidePanel[]) => readonly SidePanel[]) => void;
}

/** Puts panels beside the forms of the content manager. */
export function addSidePanels(
  app: { readonly getPlugin: (id: string) => { readonly apis: unknown } },
  panels: readonly SidePanel[],
): void {
  (app.getPlugin('content-manager').apis as ContentManager).addEditViewSidePanel((before) => [...before, ...panels]);
}
