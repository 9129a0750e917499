import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Frame = styled.details`
  min-width: 0;
  > summary {
    cursor: pointer;
    padding-block: ${({ theme }) => theme.spaces[2]};
    font-size: ${({ theme }) => theme.fontSizes[2]};
    font-weight: ${({ theme }) => theme.fontWeights.semiBold};
    color: ${({ theme }) => theme.colors.primary700};
    overflow-wrap: anywhere;
    &:focus-visible {
      outline: 2px solid ${({ theme }) => theme.colors.primary600};
      outline-offset: 2px;
      border-radius: ${({ theme }) => theme.borderRadius};
    }
  }
  > div {
    padding-block: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  }
`;

interface Props {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly name?: string;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** What few need, one press away. `onOpen` hears of the first look, for what is fetched only then. */
export const Fold = ({ title, isOpen = false, name, onOpen, children }: Props) => (
  <Frame
    open={isOpen}
    data-fold={name}
    onToggle={(event) => {
      if (event.currentTarget.open) onOpen?.();
    }}
  >
    <summary>{title}</summary>
    <div>{children}</div>
  </Frame>
);
