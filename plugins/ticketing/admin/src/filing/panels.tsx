import { Field, Flex, Textarea } from '@strapi/design-system';
import { IMPACTS, LIMITS, PRIORITIES, proposePriority, REQUEST_LIMITS, URGENCIES, type Catalog } from '../../../domain';
import { TicketLines } from '../parts/TicketLines';
import { useUnitTickets } from '../live/useUnitTickets';
import { Panel } from '../parts/Panel';
import { Picker } from '../parts/Picker';
import { useWords } from '../words';
import { AnswerInput } from './AnswerInput';
import { CallerSearch } from './CallerSearch';
import { Choice, Line, Pair } from './inputs';
import { ServiceSearch } from './ServiceSearch';
import type { FilingForm } from './useFiling';
import { FILED_CHANNELS, typedFields } from './values';

interface Props {
  readonly catalog: Catalog;
  readonly form: FilingForm;
}

/** Who asks: the unit, the way they came, and whom to call back. */
export function WhoPanel({ catalog, form }: Props) {
  const { t, w } = useWords();
  const latest = useUnitTickets(form.filing.skpd);
  return (
    <Panel title={t('filing.who')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <CallerSearch form={form} />
        <Pair>
          <Field.Root name="skpd" required error={form.issues['skpd']}>
            <Field.Label>{w.field.skpd}</Field.Label>
            <Picker
              value={form.filing.skpd}
              options={catalog.skpd.map(({ code, name }) => ({ value: code, label: name }))}
              placeholder={t('filing.findUnit')}
              onChange={(skpd) => form.fill('skpd', { skpd })}
            />
            <Field.Error />
          </Field.Root>
          <Choice form={form} name="channel" options={FILED_CHANNELS} labels={w.channel} />
        </Pair>
        <Pair>
          <Line form={form} field="contact.name" name="contactName" limit={LIMITS.name} />
          <Line form={form} field="contact.phone" name="contactPhone" limit={LIMITS.phone} type="tel" />
          <Line
            form={form}
            field="contact.email"
            name="contactEmail"
            limit={LIMITS.email}
            isNeeded={false}
            type="email"
          />
        </Pair>
        {latest.length > 0 && <TicketLines title={t('filing.latest')} tickets={latest} isBesideForm />}
      </Flex>
    </Panel>
  );
}

/** What is asked for, in the words of the caller and in the fields of the service's form. */
export function WhatPanel({ catalog, form }: Props) {
  const { t, w } = useWords();
  const { filing, service, issues, fill } = form;
  return (
    <Panel title={t('filing.what')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <ServiceSearch
          catalog={catalog}
          value={filing.category}
          error={issues['category']}
          onChange={(category) => fill('category', { category })}
        />
        <Line form={form} field="title" name="title" limit={REQUEST_LIMITS.title[1]} />
        <Field.Root name="description" required error={issues['description']}>
          <Field.Label>{w.field.description}</Field.Label>
          <Textarea
            value={filing.description}
            rows={5}
            maxLength={REQUEST_LIMITS.description[1]}
            resizable
            onChange={(event: { target: { value: string } }) =>
              fill('description', { description: event.target.value })
            }
          />
          <Field.Error />
        </Field.Root>
        {typedFields(service).map((field) => (
          <AnswerInput
            key={field.key}
            field={field}
            value={filing.form[field.key]}
            error={issues[`form.${field.key}`]}
            onChange={(value) => fill(`form.${field.key}`, { form: { ...filing.form, [field.key]: value } })}
          />
        ))}
      </Flex>
    </Panel>
  );
}

/** How urgent it is: two plain questions, the priority they propose, and the officer's own where it differs. */
export function PriorityPanel({ catalog, form }: Props) {
  const { t, w } = useWords();
  const { impact, urgency } = form.filing;
  const proposed = impact && urgency ? proposePriority(impact, urgency, catalog.matrix) : null;
  return (
    <Panel title={t('filing.priority')}>
      <Pair>
        <Choice form={form} name="impact" options={IMPACTS} labels={w.impact} />
        <Choice form={form} name="urgency" options={URGENCIES} labels={w.urgency} />
        <Choice
          form={form}
          name="priority"
          options={PRIORITIES}
          labels={w.priority}
          isNeeded={false}
          hint={proposed ? t('filing.proposed', { priority: w.priority[proposed] }) : undefined}
        />
      </Pair>
    </Panel>
  );
}
