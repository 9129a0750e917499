import { Flex } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { styled } from 'styled-components';
import { useWords } from '../words';

/** Whom a comment is for: the requester too, or colleagues only. */
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
  readonly modes: readonly Mode[];
  readonly mode: Mode;
  readonly onChange: (mode: Mode) => void;
}

/** The choice whom a comment is for. */
export function ModeChoice({ modes, mode, onChange }: Props) {
  const { t } = useWords();
  return (
    <Flex role="radiogroup" aria-label={t('composer.mode')} gap={2} wrap="wrap" paddingBottom={3}>
      {modes.map((option) => (
        <Choice key={option}>
          <input
            type="radio"
            name="composer-mode"
            value={option}
            checked={option === mode}
            onChange={() => onChange(option)}
          />
          {option === 'internal' && <Lock width="12" height="12" aria-hidden />}
          {t(`composer.${option}`)}
        </Choice>
      ))}
    </Flex>
  );
}
