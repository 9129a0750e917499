import { Button, Flex, Grid, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useAuth, Widget } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import { cellText, PERFORMANCE_FORMATS, tabulate, wibDay } from '../../../domain';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { save } from '../parts/FileLink';
import { useWords } from '../words';

const SHOWN: readonly string[] = ['resolved', 'onTime', 'resolutionMinutes', 'effortMinutes', 'open', 'overdue'];
const EVERY_MS = 120_000;
/** Months offered, the present one first. */
const MONTHS = 12;

function monthsBefore(today: string): string[] {
  const [year = 1970, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

/** As high as the buttons beside it, and in the panel's own colours. */
const Months = styled.select`
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: ${({ theme }) => theme.fontSizes[2]};
`;

/** *Kinerja saya*: an officer's own month in numbers, and its proof to take away. */
export function PerformanceWidget() {
  const { t, w, language } = useWords();
  const client = useClient();
  const userId = Number(useAuth('PerformanceWidget', ({ user }) => user?.id) ?? 0);
  const months = monthsBefore(wibDay(Date.now()));
  const [month, setMonth] = useState(months[0] ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [from, to] = [
    `${month}-01`,
    new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10),
  ];
  const { data, refusal } = useLive(
    `widget.${userId}.performance.${month}`,
    (signal) => client.getReport({ report: 'summary', from, to, assignee: userId }, { signal }),
    { every: EVERY_MS },
  );
  if (refusal?.code === 'notAllowed') return <Widget.NoPermissions>{t('widget.notAllowed')}</Widget.NoPermissions>;
  if (!data)
    return refusal ? <Widget.Error>{refusal.message}</Widget.Error> : <Widget.Loading>{t('loading')}</Widget.Loading>;
  const rows = tabulate(data, language).rows.filter(({ code }) => SHOWN.includes(code));
  const take = async (format: (typeof PERFORMANCE_FORMATS)[number]) => {
    setProblem(null);
    try {
      const file = await client.getPerformanceFile({ format, month });
      save(await file.blob(), `bukti-kinerja-${month}.${format}`);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : t('widget.notAllowed'));
    }
  };
  const nameOf = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <Flex direction="column" alignItems="stretch" gap={4} data-performance>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <label>
          <Typography variant="pi" textColor="neutral700">
            {t('performance.month')}
          </Typography>{' '}
          <Months value={month} onChange={({ target }) => setMonth(target.value)}>
            {months.map((each) => (
              <option key={each} value={each}>
                {nameOf.format(new Date(`${each}-01T00:00:00Z`))}
              </option>
            ))}
          </Months>
        </label>
        <Flex gap={2}>
          {PERFORMANCE_FORMATS.map((format) => (
            <Button key={format} variant="secondary" startIcon={<Download />} onClick={() => void take(format)}>
              {`${w.performance.title} ${format.toUpperCase()}`}
            </Button>
          ))}
        </Flex>
      </Flex>
      <Grid.Root gap={3}>
        {rows.map(({ code, label, cells }) => (
          <Grid.Item key={code} col={4} xs={6} direction="column" alignItems="flex-start">
            <Typography variant="pi" textColor="neutral600">
              {label}
            </Typography>
            <Typography variant="beta" tag="p">
              {cellText(cells[0] ?? { value: null, unit: 'text' }, language)}
            </Typography>
          </Grid.Item>
        ))}
      </Grid.Root>
      {problem && (
        <Typography role="alert" textColor="danger600">
          {problem}
        </Typography>
      )}
    </Flex>
  );
}
