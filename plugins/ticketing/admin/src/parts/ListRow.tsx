import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

/** One thing in a list of a page: what it is to the left, what can be done with it to the right. */
export const ListRow = styled.li`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[5]}`};
  align-items: center;
  justify-content: space-between;
  padding-block: ${({ theme }) => theme.spaces[3]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  overflow-wrap: anywhere;
`;

interface Props {
  readonly name: string;
  readonly state: string;
  /** Background and text of the state. */
  readonly colours: readonly [string, string];
  readonly about: readonly (string | null | undefined)[];
  readonly children: ReactNode;
}

/** What the thing is: its name and state, where it belongs, and whatever else is said of it. */
export function RowWords({ name, state, colours: [background, text], about, children }: Props) {
  return (
    <div style={{ flex: '1 1 34rem', minWidth: 0 }}>
      <Flex gap={2} wrap="wrap">
        <Typography tag="h3" variant="omega" fontWeight="semiBold">
          {name}
        </Typography>
        <Badge backgroundColor={background} textColor={text}>
          {state}
        </Badge>
      </Flex>
      <Typography tag="p" variant="omega" textColor="neutral700">
        {about.filter(Boolean).join(' · ')}
      </Typography>
      {children}
    </div>
  );
}

interface DeedProps {
  readonly deed: string;
  /** With which of the list; said to those who hear the button by itself. */
  readonly name: string;
  readonly variant?: 'secondary' | 'tertiary';
  readonly isBusy?: boolean;
  readonly onClick: () => void;
}

/** What can be done with the thing. */
export function RowButton({ deed, name, variant = 'tertiary', isBusy = false, onClick }: DeedProps) {
  return (
    <Button size="S" variant={variant} loading={isBusy} aria-label={`${deed}: ${name}`} onClick={onClick}>
      {deed}
    </Button>
  );
}
