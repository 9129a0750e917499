import { Button, Flex, Typography } from '@strapi/design-system';
import type { Action, TicketDetail } from '../../../domain';
import { Panel } from '../parts/Panel';
import { useWords } from '../words';
import { inOrder, lookOf } from './actions';

interface Props { readonly ticket: TicketDetail; readonly onAct: (action: Action) => void }

/** Exactly what the server says this officer may do now. */
export function ActionPanel({ ticket, onAct }: Props) {
  const { t, w } = useWords();
  const actions = inOrder(ticket.actions);
  const main = actions.find((action) => lookOf(action).weight === 'main');
  return (
    <Panel title={t('panel.actions')}>
      {actions.length === 0 && <Typography variant="omega" textColor="neutral600">{t('action.none')}</Typography>}
      <Flex direction="column" alignItems="stretch" gap={2}>
        {actions.map((action) => (
          <Button key={action} fullWidth size="M" data-action={action} variant={action === main ? 'default' : lookOf(action).weight === 'grave' ? 'danger-light' : 'tertiary'} onClick={() => onAct(action)}>{w.action[action]}</Button>
        ))}
      </Flex>
      {main && <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={3}>{t(lookOf(main).help)}</Typography>}
    </Panel>
  );
}
