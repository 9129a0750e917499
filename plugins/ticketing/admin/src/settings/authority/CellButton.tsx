import { Box, Button, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { styled } from 'styled-components';
import { isFixed, type Alternatives } from '../../../../domain';
import { wordWhen } from '../../parts/Reasons';
import { useWords, type Speech } from '../../words';
import type { EditedCell } from './useEdits';

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

/** A cell in words: never, always, or under which conditions. */
export const wordCell = (speech: Speech, alternatives: Alternatives): string =>
  alternatives.length === 0
    ? speech.t('authority.never')
    : alternatives.map((when) => wordWhen(speech, when)).join(speech.t('authority.or'));

interface Props {
  readonly cell: EditedCell;
  readonly canEdit: boolean;
  readonly onOpen: () => void;
  readonly onReset: () => void;
}

/** One cell of the matrix: what it says, whether it differs from how it came, and the way to change it. */
export function CellButton({ cell, canEdit, onOpen, onReset }: Props) {
  const speech = useWords();
  const { t, w } = speech;
  const { role, may, edited, standard, isEdited } = cell;
  const fixed = isFixed(role, may);
  const isChanged = wordCell(speech, edited) !== wordCell(speech, standard);
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
        {wordCell(speech, edited)}
      </Typography>
      {isEdited && (
        <Typography variant="sigma" textColor="warning700" tag="span" style={{ display: 'block' }}>
          {t('authority.unsaved')}
        </Typography>
      )}
      {isChanged && (
        <Typography variant="pi" textColor="primary700" tag="span" style={{ display: 'block' }}>
          {t('authority.was', { was: wordCell(speech, standard) })}
        </Typography>
      )}
    </>
  );
  if (fixed || !canEdit) return <Still title={fixed ? t('authority.fixed') : undefined}>{words}</Still>;
  return (
    <>
      <Face
        type="button"
        aria-label={t('authority.cell', {
          role: w.role[role],
          permission: w.permission[may],
          value: wordCell(speech, edited),
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
