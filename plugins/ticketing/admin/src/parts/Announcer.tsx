import { VisuallyHidden } from '@strapi/design-system';

/** Says what just changed to those who cannot see it change. The region must stand there before its words do. */
export const Announcer = ({ children }: { readonly children: string }) => (
  <VisuallyHidden role="status" aria-live="polite">
    {children}
  </VisuallyHidden>
);
