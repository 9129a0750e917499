import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Action, ActionField, TicketDetail } from '../../../domain';
import { useCatalog } from '../live/useCatalog';
import { Fold } from '../parts/Fold';
import { useWords } from '../words';
import { ActionInput } from './ActionInput';
import { fieldsOf, GROUPS, isAsked, type Typed } from './action-fields';

const Frame = styled(Box)`
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[4]}`};
`;

interface Props {
  readonly ticket: TicketDetail;
  readonly action: Action;
  readonly typed: Typed;
  readonly issues: Readonly<Record<string, string>>;
  readonly onChange: (part: Typed) => void;
  readonly onUploaded: () => void;
}

/**
 * The fields of an action in the order of its table; a letter's number, day and file stand together, folded where most
 * do without.
 */
export function ActionFields({ ticket, action, typed, issues, onChange, onUploaded }: Props) {
  const { t } = useWords();
  const { data: catalog } = useCatalog();
  const group = GROUPS[action];
  const fields = fieldsOf(action).filter(({ name }) => isAsked(action, name, typed));
  const alone = fields.filter(({ name }) => !group?.fields.includes(name));
  const grouped = fields.filter(({ name }) => group?.fields.includes(name));

  const fill = (name: ActionField, value: string) => {
    const team =
      name === 'team' && action === 'dispose' ? catalog?.teams.find(({ code }) => code === value) : undefined;
    // A disposition to a team is addressed to that team, and one that goes elsewhere names none.
    onChange({
      [name]: value,
      ...(team && { recipient: team.name }),
      ...(name === 'level' && value !== 'TEAM' && { team: '' }),
    });
  };
  const input = ({ name, isNeeded }: (typeof fields)[number]) => (
    <ActionInput
      key={name}
      action={action}
      name={name}
      isNeeded={isNeeded}
      ticket={ticket}
      value={typed[name] ?? ''}
      error={issues[name]}
      onChange={(value) => fill(name, value)}
      onUploaded={onUploaded}
    />
  );
  const stack = (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {grouped.map(input)}
    </Flex>
  );
  const isTouched = grouped.some(({ name }) => (typed[name] ?? '') !== '' || issues[name] !== undefined);
  return (
    <>
      {alone.map(input)}
      {group && grouped.length > 0 && (
        <Frame>
          {group.isFolded ? (
            <Fold title={t(group.title)} name={action} isOpen={isTouched}>
              <Typography variant="pi" textColor="neutral600" tag="p" paddingBottom={3}>
                {t(group.hint)}
              </Typography>
              {stack}
            </Fold>
          ) : (
            <Box role="group" aria-label={t(group.title)} paddingTop={2} paddingBottom={3}>
              <Typography variant="omega" fontWeight="semiBold" tag="p">
                {t(group.title)}
              </Typography>
              <Typography variant="pi" textColor="neutral600" tag="p" paddingBottom={3}>
                {t(group.hint)}
              </Typography>
              {stack}
            </Box>
          )}
        </Frame>
      )}
    </>
  );
}
