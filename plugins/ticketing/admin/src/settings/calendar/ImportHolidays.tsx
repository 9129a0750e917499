import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import { HOLIDAY_LIST, isSound, type HolidayLine, type Refusal } from '../../../../domain';
import { toRefusal, useClient } from '../../api/useClient';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { timeTeller } from '../../time';
import { useWords } from '../../words';

function Line({ line: { line, day, name, kind, fault } }: { readonly line: HolidayLine }) {
  const { t, language } = useWords();
  const isBad = fault !== null && fault !== 'known';
  return (
    <li data-line={line} data-fault={fault ?? ''}>
      <Typography variant="omega" textColor={isBad ? 'danger700' : 'neutral800'}>
        {t('calendar.line', { line })}{' '}
        {isBad
          ? `${t(`holidayFault.${fault}`)} (${[day, name].filter(Boolean).join(', ') || '–'})`
          : `${timeTeller(language).day(day)}, ${name}, ${kind ? t(`holiday.${kind}`) : ''}${fault ? ` – ${t('holidayFault.known')}` : ''}`}
      </Typography>
    </li>
  );
}

/** A list from the decree of three ministers: tried first, line by line, then taken over whole. */
export function ImportHolidays({ onImported }: { readonly onImported: () => void }) {
  const { t } = useWords();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const picker = useRef<HTMLInputElement>(null);
  const [csv, setCsv] = useState('');
  const [lines, setLines] = useState<readonly HolidayLine[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const write = (text: string) => {
    setCsv(text);
    setLines(null);
    setRefusal(null);
  };
  const send = async (isTrial: boolean) => {
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await client.importHolidays({ csv, isTrial });
      setLines(answer.lines);
      if (!isTrial) {
        toggleNotification({ type: 'success', message: t('calendar.imported', { count: answer.added }) });
        write('');
        onImported();
      }
    } catch (error) {
      setRefusal(toRefusal(error));
    }
    setBusy(false);
  };
  const fresh = lines?.filter(({ fault }) => fault === null).length ?? 0;
  const bad = lines?.filter(({ fault }) => fault !== null && fault !== 'known').length ?? 0;
  return (
    <Panel title={t('calendar.import')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
        <Field.Root name="csv" hint={t('calendar.importHint')}>
          <Field.Label>{t('calendar.csv')}</Field.Label>
          <Textarea
            value={csv}
            rows={6}
            maxLength={HOLIDAY_LIST.characters}
            onChange={(event: { target: { value: string } }) => write(event.target.value)}
          />
          <Field.Hint />
        </Field.Root>
        <Flex gap={3} wrap="wrap">
          <input
            ref={picker}
            type="file"
            hidden
            accept=".csv,text/csv,text/plain"
            data-holiday-file
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void file.text().then((text) => write(text.slice(0, HOLIDAY_LIST.characters)));
              event.target.value = '';
            }}
          />
          <Button variant="tertiary" startIcon={<Upload />} onClick={() => picker.current?.click()}>
            {t('calendar.file')}
          </Button>
          <Button variant="secondary" loading={isBusy} disabled={csv.trim() === ''} onClick={() => void send(true)}>
            {t('calendar.try')}
          </Button>
          {lines && isSound(lines) && (
            <Button loading={isBusy} onClick={() => void send(false)}>
              {t('calendar.take', { count: fresh })}
            </Button>
          )}
        </Flex>
        {lines && (
          <div role="status">
            <Typography tag="p" variant="omega" fontWeight="semiBold" paddingBottom={2}>
              {t('calendar.tried', { fresh, bad, known: lines.length - fresh - bad })}
            </Typography>
            <ul>
              {lines.map((line) => (
                <Line key={line.line} line={line} />
              ))}
            </ul>
          </div>
        )}
      </Flex>
    </Panel>
  );
}
