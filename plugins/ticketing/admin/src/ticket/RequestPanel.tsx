import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { FormAnswer, TicketDetail } from '../../../domain';
import { Panel } from '../parts/Panel';
import { useWords } from '../words';
import { Facts } from './Facts';

export const Prose = styled(Typography)`white-space: pre-wrap; overflow-wrap: anywhere; display: block; line-height: 1.6;`;

/** What was asked for, in the requester's own words and in the fields of the service's form. */
export function RequestPanel({ ticket: { description, form, impact, urgency } }: { readonly ticket: TicketDetail }) {
  const { t, w } = useWords();
  const worded = (value: FormAnswer['value']): string =>
    typeof value === 'boolean' ? t(value ? 'answer.yes' : 'answer.no') : Array.isArray(value) ? value.join(', ') : String(value);
  return (
    <Panel title={t('panel.request')}>
      <Prose variant="omega" textColor="neutral800">{description}</Prose>
      <Box paddingTop={5}>
        <Facts facts={[
          ...form.map(({ label, value }) => ({ name: label, value: worded(value) })),
          { name: w.field.impact, value: w.impact[impact] },
          { name: w.field.urgency, value: w.urgency[urgency] },
        ]} />
      </Box>
    </Panel>
  );
}
