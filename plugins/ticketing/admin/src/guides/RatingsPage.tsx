import { Box, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Answer } from '../../../domain/contract';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { Page } from '../frame/Page';
import { Loaded } from '../parts/Loaded';
import { Moment } from '../parts/Moment';
import { Pages } from '../parts/Pages';
import { useWords } from '../words';

const PAGE_SIZE = 25;
const ANSWERS = ['all', 'false', 'true'] as const;
type Choice = (typeof ANSWERS)[number];
const isChoice = (given: string | null): given is Choice => ANSWERS.some((answer) => answer === given);

const Said = styled.li`
  padding: ${({ theme }) => theme.spaces[4]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  overflow-wrap: anywhere;
  &:last-child {
    border-bottom: 0;
  }
`;

interface ListProps {
  readonly said: Answer<'listGuideRatings'>;
  readonly answer: Choice;
}

function List({ said: { rows, pagination }, answer }: ListProps) {
  const { t } = useWords();
  if (rows.length === 0)
    return (
      <Typography variant="omega" textColor="neutral600">
        {t('ratings.none')}
      </Typography>
    );
  return (
    <>
      <Box tag="ul" background="neutral0" hasRadius shadow="tableShadow">
        {rows.map(({ guide, isHelpful, comment, at, by }) => (
          <Said key={`${guide.slug} ${by.kind} ${by.name} ${at}`}>
            <Typography variant="omega" fontWeight="bold">
              {guide.title}
            </Typography>
            <Typography variant="pi" textColor={isHelpful ? 'success700' : 'danger700'} tag="p">
              {t(isHelpful ? 'ratings.true' : 'ratings.false')}
            </Typography>
            {comment && (
              <Typography variant="omega" tag="p">
                {comment}
              </Typography>
            )}
            <Typography variant="pi" textColor="neutral600">
              {by.name} · <Moment at={at} />
            </Typography>
          </Said>
        ))}
      </Box>
      <Pages
        range="ratings.range"
        pagination={pagination}
        addressOf={(to) => `?${new URLSearchParams({ jawaban: answer, halaman: String(to) })}`}
      />
    </>
  );
}

/** What readers said of the guides, so that those that do not help are written again. */
export function RatingsPage() {
  const { t } = useWords();
  const client = useClient();
  const [place, setPlace] = useSearchParams();
  const given = place.get('jawaban');
  const answer = isChoice(given) ? given : 'all';
  const page = Math.max(1, Number(place.get('halaman')) || 1);
  const live = useLive(
    `guide-ratings.${answer}.${page}`,
    (signal) =>
      client.listGuideRatings({ page, pageSize: PAGE_SIZE, ...(answer !== 'all' && { helpful: answer }) }, { signal }),
    { every: 60_000, keepsEarlier: true },
  );
  return (
    <Page title={t('ratings.title')} lead={t('ratings.lead')}>
      <Box paddingBottom={4} maxWidth="20rem">
        <SingleSelect
          aria-label={t('ratings.filter')}
          value={answer}
          onChange={(value) => setPlace({ jawaban: String(value) })}
        >
          {ANSWERS.map((each) => (
            <SingleSelectOption key={each} value={each}>
              {t(`ratings.${each}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <Loaded live={live}>{(said) => <List said={said} answer={answer} />}</Loaded>
    </Page>
  );
}
