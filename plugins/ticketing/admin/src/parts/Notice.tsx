import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Frame = styled(Box)`
  border-left: 4px solid ${({ theme }) => theme.colors.warning600};
  &[data-kind='alarm'] {
    border-left-color: ${({ theme }) => theme.colors.danger600};
  }
`;

interface Props {
  readonly kind: 'alarm' | 'remark';
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Something went wrong (`alarm`, spoken at once) or deserves attention (`remark`). */
export function Notice({ kind, children, action }: Props) {
  const isAlarm = kind === 'alarm';
  const Icon = isAlarm ? WarningCircle : Information;
  return (
    <Frame
      data-kind={kind}
      background={isAlarm ? 'danger100' : 'warning100'}
      hasRadius
      padding={3}
      role={isAlarm ? 'alert' : 'status'}
    >
      <Flex gap={3} alignItems="flex-start" wrap="wrap">
        <Box paddingTop="2px" style={{ flex: 'none' }}>
          <Icon width="16" height="16" fill={isAlarm ? 'danger700' : 'warning700'} aria-hidden />
        </Box>
        <Box flex="1 1 20rem" style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Typography variant="omega" textColor="neutral800">
            {children}
          </Typography>
        </Box>
        {action && (
          <Button size="S" variant="tertiary" onClick={action.run}>
            {action.label}
          </Button>
        )}
      </Flex>
    </Frame>
  );
}
