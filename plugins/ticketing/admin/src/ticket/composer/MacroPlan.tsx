import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { MacroStep, TicketDetail } from '../../../../domain';
import { useCatalog } from '../../live/useCatalog';
import { useWords } from '../../words';

interface Props {
  readonly steps: readonly MacroStep[];
  readonly ticket: TicketDetail;
  readonly onDrop: () => void;
}

/** What sending will do, before it is sent: each change in a sentence, and which of them cannot be taken back. */
export function MacroPlan({ steps, ticket, onDrop }: Props) {
  const { t, w } = useWords();
  const { data: catalog } = useCatalog();
  const sentence = ({ kind, priority, team }: MacroStep): string => {
    if (kind === 'priority' && priority)
      return t('macro.plan.priority', { from: w.priority[ticket.priority], to: w.priority[priority] });
    if (kind === 'team')
      return t('macro.plan.team', { team: catalog?.teams.find(({ code }) => code === team)?.name ?? team ?? '' });
    return t(kind === 'wait' ? 'macro.plan.wait' : kind === 'resolve' ? 'macro.plan.resolve' : 'macro.plan.message');
  };
  return (
    <Box background="primary100" hasRadius padding={3} marginTop={3} data-macro>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
        <Typography variant="sigma" textColor="neutral700" tag="h3">
          {t('macro.plan')}
        </Typography>
        <Button size="S" variant="tertiary" onClick={onDrop}>
          {t('macro.drop')}
        </Button>
      </Flex>
      <ol>
        {steps.map((step) => (
          <Typography key={step.kind} variant="omega" tag="li" textColor={step.isOffered ? 'neutral800' : 'danger700'}>
            {sentence(step)} {step.isOffered ? (step.back ? t('macro.canBack') : '') : t('macro.notNow')}
          </Typography>
        ))}
      </ol>
    </Box>
  );
}
