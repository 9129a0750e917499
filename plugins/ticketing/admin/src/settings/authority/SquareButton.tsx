import { Box, Button, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { styled } from 'styled-components';
import { isFixed, type Alternatives } from '../../../../domain';
import { wordWhen } from '../../parts/Reasons';
import { useWords, type Speech } from '../../words';
import type { EditedSquare } from './useEdits';

const Face = styled.button`
  display: block;
  width: 100%;
  text-align: left;
  background: transparent;
  border: 1px solid transparent;
  border-radius: ${({ theme }) => theme.borderRadius};
  padding: ${({ theme }) => theme.spaces[2]};
  color: inherit;
  font: inherit;
  cursor: pointer;
  overflow-wrap: anywhere;
  &:hover {
    background: ${({ theme }) => theme.colors.primary100};
    border-color: ${({ theme }) => theme.colors.primary200};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;
const Still = styled.div`
  padding: ${({ theme }) => theme.spaces[2]};
  overflow-wrap: anywhere;
`;

/** A square in words: never, always, or under which conditions. */
export const wordSquare = (speech: Speech, alternatives: Alternatives): string =>
  alternatives.length === 0
    ? speech.t('authority.never')
    : alternatives.map((when) => wordWhen(speech, when)).join(speech.t('authority.or'));

interface Props {
  readonly square: EditedSquare;
  readonly canEdit: boolean;
  readonly onOpen: () => void;
  readonly onReset: () => void;
}

/** One square of the matrix: what it says, whether it differs from how it came, and the way to change it. */
export function SquareButton({ square, canEdit, onOpen, onReset }: Props) {
  const speech = useWords();
  const { t, w } = speech;
  const { role, may, edited, standard, isEdited } = square;
  const fixed = isFixed(role, may);
  const isChanged = wordSquare(speech, edited) !== wordSquare(speech, standard);
  const words = (
    <>
      <Typography
        variant="pi"
        fontWeight={edited.length > 0 ? 'semiBold' : 'regular'}
        textColor={edited.length > 0 ? 'neutral800' : 'neutral600'}
        tag="span"
        style={{ display: 'block' }}
      >
        {fixed && (
          <>
            <Lock width="10" height="10" aria-hidden />{' '}
          </>
        )}
        {wordSquare(speech, edited)}
      </Typography>
      {isEdited && (
        <Typography variant="sigma" textColor="warning700" tag="span" style={{ display: 'block' }}>
          {t('authority.unsaved')}
        </Typography>
      )}
      {isChanged && (
        <Typography variant="pi" textColor="primary700" tag="span" style={{ display: 'block' }}>
          {t('authority.was', { was: wordSquare(speech, standard) })}
        </Typography>
      )}
    </>
  );
  if (fixed || !canEdit) return <Still title={fixed ? t('authority.fixed') : undefined}>{words}</Still>;
  return (
    <>
      <Face
        type="button"
        aria-label={t('authority.square', {
          role: w.role[role],
          permission: w.permission[may],
          value: wordSquare(speech, edited),
        })}
        onClick={onOpen}
      >
        {words}
      </Face>
      {isChanged && (
        <Box paddingLeft={2} paddingBottom={2}>
          <Button
            type="button"
            size="S"
            variant="tertiary"
            aria-label={t('authority.resetOf', { role: w.role[role], permission: w.permission[may] })}
            onClick={onReset}
          >
            {t('authority.undo')}
          </Button>
        </Box>
      )}
    </>
  );
}
