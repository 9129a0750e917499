import { Button, Flex, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { Facts } from '../parts/Facts';
import { useWords } from '../words';

const HALF_A_MINUTE_MS = 30_000;

/** One period: its link, and how many have answered of those who should. */
export function SurveyFacts({ id }: { readonly id: number }) {
  const { t, w, language } = useWords();
  const client = useClient();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const { data, refusal } = useLive(`survey:${id}`, (signal) => client.getSurveyResult({ id }, { signal }), {
    every: HALF_A_MINUTE_MS,
  });
  if (!data)
    return (
      refusal && (
        <Typography variant="pi" textColor="danger600">
          {refusal.message}
        </Typography>
      )
    );
  const { period, score } = data;
  const copyLink = async () => {
    const isCopied = await copy(period.link);
    toggleNotification(
      isCopied
        ? { type: 'success', message: t('survey.copied') }
        : { type: 'warning', message: t('survey.copyFailed') },
    );
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Facts
        facts={[
          {
            name: t('survey.link'),
            value: (
              <a href={period.link} target="_blank" rel="noreferrer">
                {period.link}
              </a>
            ),
          },
          { name: t('survey.state'), value: w.surveyState[period.state] },
          {
            name: t('survey.responses'),
            value:
              period.sampleSize === null
                ? String(period.responses)
                : t('survey.ofSample', { count: period.responses, sample: period.sampleSize }),
          },
          {
            name: t('survey.index'),
            value: score
              ? `${score.ikm.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { minimumFractionDigits: 2 })} · ${score.grade} (${w.grade[score.grade]})`
              : t('survey.noIndex'),
          },
        ]}
      />
      <Button variant="secondary" fullWidth startIcon={<Duplicate />} onClick={() => void copyLink()}>
        {t('survey.copy')}
      </Button>
    </Flex>
  );
}
