import { Flex } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { styled } from 'styled-components';

/** Whom a comment or a file is for: the requester too, or colleagues only. */
export type Mode = 'public' | 'internal';

const Choice = styled.label`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  cursor: pointer;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  &:has(input:checked) {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: inset 0 0 0 1px ${({ theme }) => theme.colors.primary600};
    font-weight: 600;
  }
  &:has(input:focus-visible) {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
  input {
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
`;

interface Props {
  /** Of the group of radio buttons, which no other on the page has. */
  readonly name: string;
  readonly label: string;
  readonly words: Readonly<Record<Mode, string>>;
  readonly modes: readonly Mode[];
  readonly mode: Mode;
  readonly onChange: (mode: Mode) => void;
}

/** The choice whom something is for. */
export function ModeChoice({ name, label, words, modes, mode, onChange }: Props) {
  return (
    <Flex role="radiogroup" aria-label={label} gap={2} wrap="wrap" paddingBottom={3}>
      {modes.map((option) => (
        <Choice key={option}>
          <input type="radio" name={name} value={option} checked={option === mode} onChange={() => onChange(option)} />
          {option === 'internal' && <Lock width="12" height="12" aria-hidden />}
          {words[option]}
        </Choice>
      ))}
    </Flex>
  );
}
