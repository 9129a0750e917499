import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import type { ReportCopy, ReportRun } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import { save } from '../../parts/FileLink';
import { Fold } from '../../parts/Fold';
import { Moment } from '../../parts/Moment';
import { Notice } from '../../parts/Notice';
import { timeTeller } from '../../time';
import { useWords } from '../../words';

type SentFile = ReportCopy['files'][number];

function Copy({ copy, onFetch }: { readonly copy: ReportCopy; readonly onFetch: (file: SentFile) => void }) {
  const { t, language } = useWords();
  const { name, state, letter, files } = copy;
  return (
    <Box tag="li" paddingTop={2}>
      <Typography tag="p" variant="omega">
        {name}: {state === 'READY' && letter ? t(`letters.state.${letter}`) : t(`schedules.copy.${state}`)}
      </Typography>
      <Flex gap={2} wrap="wrap">
        {files.map((file) => (
          <Button
            key={file.id}
            size="S"
            variant="ghost"
            startIcon={<Download />}
            aria-label={`${file.name}, ${name}`}
            onClick={() => onFetch(file)}
          >
            {file.name} ({timeTeller(language).size(file.size)})
          </Button>
        ))}
      </Flex>
    </Box>
  );
}

interface Props {
  readonly run: ReportRun;
  readonly isBusy: boolean;
  /** Absent for those who only look. */
  readonly onResend: (() => void) | undefined;
}

/** One run: the days it tells of, when it was made, and what each recipient was sent. */
export function RunItem({ run, isBusy, onResend }: Props) {
  const { t, language } = useWords();
  const client = useClient();
  const [trouble, setTrouble] = useState<string | null>(null);
  const { day } = timeTeller(language);
  const fetchFile = async ({ id, name }: SentFile) => {
    setTrouble(null);
    try {
      save(new Blob([await (await client.readSentFile({ id })).arrayBuffer()]), name);
    } catch (error) {
      setTrouble(toRefusal(error).message);
    }
  };
  const isDone = run.copies.every(({ state }) => state !== 'WAITING' && state !== 'WORKING');
  return (
    <Box tag="li" paddingTop={2}>
      <Fold title={t('schedules.period', { from: day(run.from), to: day(run.to) })}>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('schedules.made')} <Moment at={run.startedAt} />
        </Typography>
        <ul>
          {run.copies.map((copy) => (
            <Copy key={copy.id} copy={copy} onFetch={(file) => void fetchFile(file)} />
          ))}
        </ul>
        {trouble && <Notice kind="alarm">{trouble}</Notice>}
        {onResend && isDone && (
          <Box paddingTop={2}>
            <Button size="S" variant="tertiary" loading={isBusy} onClick={onResend}>
              {t('letters.resend')}
            </Button>
          </Box>
        )}
      </Fold>
    </Box>
  );
}
