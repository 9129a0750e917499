import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Colleague } from '../../../../domain';
import { timeTeller } from '../../time';
import { useWords } from '../../words';

const List = styled.ul`
  margin-top: ${({ theme }) => theme.spaces[1]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  overflow: hidden;
`;
const Item = styled.li`
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  cursor: pointer;
  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &[aria-selected='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    box-shadow: inset 3px 0 0 ${({ theme }) => theme.colors.primary600};
  }
`;

/** The id of a colleague's row, by which the text field says where its user stands. */
export const rowId = (list: string, { id }: Colleague): string => `${list}-${id}`;

interface Props {
  readonly id: string;
  readonly colleagues: readonly Colleague[];
  readonly chosen: Colleague | undefined;
  readonly onTake: (colleague: Colleague) => void;
}

/** Colleagues who may be meant by what is typed after an `@`; the focus stays in the text. */
export function MentionList({ id, colleagues, chosen, onTake }: Props) {
  const { t, language } = useWords();
  const { date } = timeTeller(language);
  return (
    <List id={id} role="listbox" aria-label={t('mention.list')}>
      {colleagues.map((colleague) => (
        <Item
          key={colleague.id}
          id={rowId(id, colleague)}
          role="option"
          aria-selected={colleague === chosen}
          // Pressed, the text would lose the focus before the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(colleague)}
        >
          <Typography variant="omega" fontWeight="semiBold" textColor="neutral800" tag="span">
            {colleague.name}
          </Typography>
          <Box tag="span" paddingLeft={2}>
            <Typography variant="pi" textColor="neutral600" tag="span">
              {[
                ...colleague.teams,
                ...(colleague.awayUntil ? [t('action.away', { day: date(colleague.awayUntil) })] : []),
              ].join(' · ')}
            </Typography>
          </Box>
        </Item>
      ))}
    </List>
  );
}
