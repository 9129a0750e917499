import { Box, Flex, Typography } from '@strapi/design-system';
import type { TicketDetail } from '../../../domain';
import { Panel } from '../parts/Panel';
import { timeTeller } from '../time';
import { useWords } from '../words';
import { Prose } from './RequestPanel';

/** What leaders said to those who work on the ticket, the latest first. */
export function DirectivesPanel({ ticket: { directives } }: { readonly ticket: TicketDetail }) {
  const { t, w, language } = useWords();
  const { exact } = timeTeller(language);
  if (directives.length === 0) return null;
  return (
    <Panel title={t('panel.directives')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {[...directives].reverse().map(({ at, by, text, priority }) => (
          <Box key={at} data-directive>
            <Prose variant="omega" textColor="neutral800">
              {text}
            </Prose>
            {priority && (
              <Typography variant="omega" fontWeight="semiBold" tag="p">
                {t('directive.priority', { priority: w.priority[priority] })}
              </Typography>
            )}
            <Typography variant="pi" textColor="neutral600" tag="p">
              {t('directive.by', { name: by, when: exact(at) })}
            </Typography>
          </Box>
        ))}
      </Flex>
    </Panel>
  );
}
