import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { FORMATS, wibInstant, type FormAnswer, type TicketDetail } from '../../../domain';
import { Panel } from '../parts/Panel';
import { timeTeller } from '../time';
import { useWords } from '../words';
import { Facts } from '../parts/Facts';

export const Prose = styled(Typography)`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  display: block;
  line-height: 1.6;
`;

/** What was asked for, in the requester's own words and in the fields of the service's form. */
export function RequestPanel({ ticket: { description, form, impact, urgency } }: { readonly ticket: TicketDetail }) {
  const { t, w, language } = useWords();
  const { day, exact } = timeTeller(language);
  const worded = (value: FormAnswer['value']): string => {
    if (typeof value === 'boolean') return t(value ? 'answer.yes' : 'answer.no');
    if (typeof value === 'object') return value.join(', ');
    const text = String(value);
    if (FORMATS.date?.test(text)) return day(text);
    // A form's moment without a zone is a minute on the wall clock of Bukittinggi.
    return FORMATS.datetime?.test(text) ? exact(new Date(wibInstant(text)).toISOString()) : text;
  };
  return (
    <Panel title={t('panel.request')}>
      <Prose variant="omega" textColor="neutral800">
        {description}
      </Prose>
      <Box paddingTop={5}>
        <Facts
          facts={[
            ...form.map(({ label, value }) => ({ name: label, value: worded(value) })),
            { name: w.field.impact, value: w.impact[impact] },
            { name: w.field.urgency, value: w.urgency[urgency] },
          ]}
        />
      </Box>
    </Panel>
  );
}
