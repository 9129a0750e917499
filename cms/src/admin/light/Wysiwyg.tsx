import { forwardRef, lazy, Suspense } from 'react';

/** Fetched when a form has one: with its preview it is an eighth of the panel, and guides alone have it. */
const Editor = lazy(async () => ({ default: (await import('strapi-wysiwyg')).Wysiwyg }));

/** The editor of longer texts in its place. */
export const Wysiwyg = forwardRef<unknown, object>((props, ref) => (
  <Suspense fallback={null}>
    <Editor {...props} ref={ref} />
  </Suspense>
));
Wysiwyg.displayName = 'Wysiwyg';
