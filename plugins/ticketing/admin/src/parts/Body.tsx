import { Box } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** Everything under the heading, with the panel's own margins. */
export const Body = ({ children }: { readonly children: ReactNode }) => (
  <Box
    paddingLeft={{ initial: 4, medium: 6, large: 8 }}
    paddingRight={{ initial: 4, medium: 6, large: 8 }}
    paddingBottom={8}
  >
    {children}
  </Box>
);
