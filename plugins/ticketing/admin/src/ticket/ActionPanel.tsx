import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { Action, TicketDetail } from '../../../domain';
import { Fold } from '../parts/Fold';
import { Panel } from '../parts/Panel';
import { useWords } from '../words';
import { inOrder, isIdle, lookOf, mainAction, shelfOf, SHELVES } from './actions';
import { WhyNot } from './WhyNot';

interface Props {
  readonly ticket: TicketDetail;
  readonly onAct: (action: Action) => void;
}

/**
 * What the server says this officer may do now, as far as there is something to do it to: the likeliest first, what is
 * wanted daily in sight, the rest by theme.
 */
export function ActionPanel({ ticket, onAct }: Props) {
  const { t, w } = useWords();
  const actions = inOrder(ticket.actions).filter((action) => !isIdle(action, ticket));
  const main = mainAction(ticket);
  const near = actions.filter((action) => shelfOf(action, ticket) === undefined);
  const shelves = SHELVES.map((shelf) => ({
    shelf,
    actions: actions.filter((action) => shelfOf(action, ticket) === shelf),
  })).filter(({ actions: kept }) => kept.length > 0);
  const count = shelves.reduce((sum, { actions: kept }) => sum + kept.length, 0);
  const button = (action: Action) => (
    <Button
      key={action}
      fullWidth
      size={near.includes(action) ? 'M' : 'S'}
      data-action={action}
      variant={action === main ? 'default' : lookOf(action).weight === 'grave' ? 'danger-light' : 'tertiary'}
      onClick={() => onAct(action)}
    >
      {w.action[action]}
    </Button>
  );
  return (
    <Panel title={t('panel.actions')}>
      {actions.length === 0 && (
        <Typography variant="omega" textColor="neutral600">
          {t('action.none')}
        </Typography>
      )}
      <Flex direction="column" alignItems="stretch" gap={2}>
        {near.map(button)}
      </Flex>
      {main && (
        <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={3}>
          {t(lookOf(main).help)}
        </Typography>
      )}
      {count > 0 && (
        <Box paddingTop={2}>
          <Fold title={t('action.more', { count })} name="more" isOpen={near.length === 0}>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {shelves.map(({ shelf, actions: kept }) => (
                <Box key={shelf} role="group" aria-label={t(`shelf.${shelf}`)}>
                  <Typography variant="sigma" textColor="neutral600" tag="p" paddingBottom={2}>
                    {t(`shelf.${shelf}`)}
                  </Typography>
                  <Flex direction="column" alignItems="stretch" gap={2}>
                    {kept.map(button)}
                  </Flex>
                </Box>
              ))}
            </Flex>
          </Fold>
        </Box>
      )}
      <WhyNot ticket={ticket} />
    </Panel>
  );
}
