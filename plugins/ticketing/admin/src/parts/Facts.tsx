import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const List = styled.dl`
  display: grid;
  gap: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[5]}`};
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr));
  margin: 0;
  dt {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and values; what is null has no line. */
export const Facts = ({ facts }: { readonly facts: readonly (Fact | null)[] }) => (
  <List>
    {facts
      .filter((fact) => fact !== null)
      .map(({ name, value }) => (
        <div key={name}>
          <Typography tag="dt" variant="pi">
            {name}
          </Typography>
          <Typography tag="dd" variant="omega" textColor="neutral800">
            {value}
          </Typography>
        </div>
      ))}
  </List>
);
