import {
  Box,
  Button,
  Field,
  Flex,
  Loader,
  Main,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { IMPACTS, PRIORITIES, proposePriority, Refusal, URGENCIES } from '../../../domain';
import { useDesk } from '../api/Desk';
import { useRefusal } from '../api/issues';
import { useCatalog } from '../api/useCatalog';
import { toRefusal, useClient } from '../api/useClient';
import { useDraft } from '../live/useDraft';
import { Body } from '../parts/Body';
import { Heading } from '../parts/Heading';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { Picker } from '../parts/Picker';
import { QUEUE } from '../queue/place';
import { useWords } from '../words';
import { AnswerInput } from './AnswerInput';
import { issuesIn } from './issues';
import { ServiceSearch } from './ServiceSearch';
import { EMPTY_FILING, FILED_CHANNELS, newKey, requestOf, typedFields, type Filing } from './values';

const Pair = ({ children }: { readonly children: ReactNode }) => (
  <Box
    style={{
      display: 'grid',
      gap: '1.6rem',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
      alignItems: 'start',
    }}
  >
    {children}
  </Box>
);

/** Tiket untuk SKPD: what somebody said on the phone, filed as they would have filed it. */
export function FilingPage() {
  const { t, w, language } = useWords();
  const { me, may } = useDesk();
  const client = useClient();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { data: catalog, refusal: noCatalog, refresh } = useCatalog();
  const [filing, change, clear] = useDraft<Filing>(`${me.actor.id}.filing`, EMPTY_FILING);
  const { refusal, issues, refuse: show, forgive } = useRefusal(language);
  const [isBusy, setBusy] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const service = catalog?.categories.flatMap(({ services }) => services).find(({ code }) => code === filing.category);
  const proposed =
    filing.impact && filing.urgency ? proposePriority(filing.impact, filing.urgency, catalog?.matrix) : null;
  const files = service?.fields.filter(({ type }) => type === 'file') ?? [];

  /** One field changes; whatever was said about it no longer holds. */
  const fill = (field: string, part: Partial<Filing>) => {
    change(part);
    forgive(field);
  };
  const refuse = (reason: Refusal) => {
    show(reason);
    window.requestAnimationFrame(() => top.current?.scrollIntoView({ block: 'center' }));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const found = issuesIn(filing, service);
    if (found.length) {
      const labels = Object.fromEntries(typedFields(service).map(({ key, label }) => [`form.${key}`, label]));
      return refuse(Object.assign(new Refusal('invalid', { issues: found, labels }), { message: w.refusal.invalid }));
    }
    const key = filing.key || newKey();
    change({ key });
    setBusy(true);
    show(null);
    try {
      const ticket = await client.submitTicket(requestOf(filing, service), { idempotencyKey: key });
      clear();
      toggleNotification({ type: 'success', message: t('filing.done', { number: ticket.number }) });
      navigate(`${QUEUE}/tiket/${ticket.number}`, { replace: true });
    } catch (error) {
      const reason = toRefusal(error);
      // What was refused was not filed, so the corrected form is a new attempt; only after silence may it be the same ticket.
      if (reason.code !== 'unavailable') change({ key: '' });
      refuse(reason);
      setBusy(false);
    }
  };

  const text = (
    field: string,
    name: 'title' | 'contactName' | 'contactPhone' | 'contactEmail',
    limit: number,
    isNeeded = true,
    type = 'text',
  ) => (
    <Field.Root name={field} required={isNeeded} error={issues[field]}>
      <Field.Label>{w.field[field as keyof typeof w.field]}</Field.Label>
      <TextInput
        type={type}
        value={filing[name]}
        maxLength={limit}
        onChange={(event) => fill(field, { [name]: event.target.value })}
      />
      <Field.Error />
    </Field.Root>
  );
  const select = <T extends string>(
    name: 'impact' | 'urgency' | 'channel' | 'priority',
    options: readonly T[],
    labels: Readonly<Record<T, string>>,
    isNeeded: boolean,
    hint?: string,
  ) => (
    <Field.Root name={name} required={isNeeded} error={issues[name]} hint={hint}>
      <Field.Label>{w.field[name]}</Field.Label>
      <SingleSelect
        value={filing[name]}
        placeholder={t('action.choose')}
        onChange={(chosen) => fill(name, { [name]: chosen })}
      >
        {options.map((option) => (
          <SingleSelectOption key={option} value={option}>
            {labels[option]}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );

  return (
    <Main>
      <Heading
        title={t('filing.title')}
        backTo={QUEUE}
        below={
          <Typography variant="omega" textColor="neutral600" tag="p">
            {t('filing.subtitle')}
          </Typography>
        }
      />
      <Body>
        {!may('ticket:createOnBehalf') && <Notice kind="alarm">{w.refusal.notAllowed}</Notice>}
        {noCatalog && (
          <Notice kind="alarm" action={{ label: t('retry'), run: refresh }}>
            {noCatalog.message}
          </Notice>
        )}
        {!catalog && !noCatalog && (
          <Flex justifyContent="center" padding={8}>
            <Loader>{t('loading')}</Loader>
          </Flex>
        )}
        {catalog && may('ticket:createOnBehalf') && (
          <Box tag="form" noValidate maxWidth="96rem" onSubmit={(event: FormEvent) => void submit(event)}>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <div ref={top}>{refusal && <Notice kind="alarm">{refusal.message}</Notice>}</div>
              <Panel title={t('filing.who')}>
                <Flex direction="column" alignItems="stretch" gap={4}>
                  <Pair>
                    <Field.Root name="skpd" required error={issues['skpd']}>
                      <Field.Label>{w.field.skpd}</Field.Label>
                      <Picker
                        value={filing.skpd}
                        options={catalog.skpd.map(({ code, name }) => ({ value: code, label: name }))}
                        placeholder={t('filing.findUnit')}
                        onChange={(skpd) => fill('skpd', { skpd })}
                      />
                      <Field.Error />
                    </Field.Root>
                    {select('channel', FILED_CHANNELS, w.channel, true)}
                  </Pair>
                  <Pair>
                    {text('contact.name', 'contactName', 120)}
                    {text('contact.phone', 'contactPhone', 20, true, 'tel')}
                    {text('contact.email', 'contactEmail', 254, false, 'email')}
                  </Pair>
                </Flex>
              </Panel>
              <Panel title={t('filing.what')}>
                <Flex direction="column" alignItems="stretch" gap={4}>
                  <ServiceSearch
                    catalog={catalog}
                    value={filing.category}
                    error={issues['category']}
                    onChange={(category) => fill('category', { category })}
                  />
                  {text('title', 'title', 200)}
                  <Field.Root name="description" required error={issues['description']}>
                    <Field.Label>{w.field.description}</Field.Label>
                    <Textarea
                      value={filing.description}
                      rows={5}
                      maxLength={10_000}
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
                  {files.length > 0 && (
                    <Notice kind="remark">
                      {t('filing.files', { names: files.map(({ label }) => label).join(', ') })}
                    </Notice>
                  )}
                </Flex>
              </Panel>
              <Panel title={t('filing.priority')}>
                <Pair>
                  {select('impact', IMPACTS, w.impact, true)}
                  {select('urgency', URGENCIES, w.urgency, true)}
                  {select(
                    'priority',
                    PRIORITIES,
                    w.priority,
                    false,
                    proposed ? t('filing.proposed', { priority: w.priority[proposed] }) : undefined,
                  )}
                </Pair>
              </Panel>
              <Flex gap={3} justifyContent="flex-end" wrap="wrap">
                <Button
                  type="button"
                  variant="tertiary"
                  onClick={() => {
                    clear();
                    navigate(QUEUE);
                  }}
                >
                  {t('filing.discard')}
                </Button>
                <Button type="submit" loading={isBusy}>
                  {t('filing.submit')}
                </Button>
              </Flex>
            </Flex>
          </Box>
        )}
      </Body>
    </Main>
  );
}
