import { Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Sticky = styled(Flex)`
  position: sticky;
  bottom: 0;
  z-index: 2;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

interface Props {
  readonly label: string;
  readonly marginTop?: number;
  readonly children: ReactNode;
}

/** What can be done with what was changed or ticked above; it stays in sight while that is scrolled. */
export const StickyBar = ({ label, marginTop = 0, children }: Props) => (
  <Sticky
    role="region"
    aria-label={label}
    background="neutral0"
    shadow="popupShadow"
    padding={3}
    gap={3}
    wrap="wrap"
    hasRadius
    marginTop={marginTop}
  >
    {children}
  </Sticky>
);
