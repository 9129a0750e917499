import { Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { fill, noticeWords, wibText } from '../../../domain';
import type { Notice as Told } from '../../../domain/contract';
import { useClient } from '../api/useClient';
import { useNoticeNews } from '../live/events';
import { useLive } from '../live/useLive';
import { Page } from '../frame/Page';
import { Moment } from '../parts/Moment';
import { Loaded } from '../parts/Loaded';
import { useWords } from '../words';

const Card = styled.li`
  padding: ${({ theme }) => theme.spaces[4]};
  background: ${({ theme }) => theme.colors.neutral0};
  border-left: 4px solid transparent;
  border-radius: ${({ theme }) => theme.borderRadius};
  overflow-wrap: anywhere;
  &[data-unread='true'] {
    border-left-color: ${({ theme }) => theme.colors.primary600};
  }
  a {
    color: ${({ theme }) => theme.colors.primary700};
    font-size: ${({ theme }) => theme.fontSizes[3]};
    font-weight: 600;
  }
`;
/** What a notice says: its headline with the way to it, a sentence, and the ticket it is about. */
function useSaid(notice: Told) {
  const { t, w, language } = useWords();
  const told = noticeWords(language);
  if (notice.about === 'news')
    return {
      title: <a href={notice.address}>{fill(told.newsTitle[notice.kind], { perihal: notice.subject })}</a>,
      said: told.newsSaid[notice.kind],
      ticket: '',
    };
  const { number, title, status, officer, by, unit, dueAt, kind } = notice;
  const facts = {
    nomor: number,
    judul: title ?? t('notices.confidential'),
    status: w.status[status],
    petugas: officer ?? t('notices.nobody'),
    pelaku: by,
    skpd: unit,
    tenggat: dueAt ? wibText(Date.parse(dueAt)) : '–',
  };
  return {
    title: <Link to={`/plugins/ticketing/tiket/${number}`}>{fill(told.noticeTitle[kind], facts)}</Link>,
    said: fill(told.noticeSaid[kind], facts),
    ticket: `${[number, title].filter(Boolean).join(' · ')} · `,
  };
}

/** Enough to know what it is about; the whole of it stands where the title leads. */
const Said = styled(Typography)`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 4;
  overflow: hidden;
`;

/** What happened, why this officer is told, and the way to it. */
function Line({ notice }: { readonly notice: Told }) {
  const { t, language } = useWords();
  const { title, said, ticket } = useSaid(notice);
  return (
    <Card data-unread={!notice.isRead}>
      <Flex gap={3} paddingBottom={1}>
        {!notice.isRead && <Typography variant="sigma">{t('notices.new')}</Typography>}
        <Moment at={notice.at} now={Date.now()} />
      </Flex>
      {title}
      <Typography tag="p" paddingTop={1}>
        {said}
      </Typography>
      {notice.text !== null && (
        <Said tag="p" paddingTop={1} textColor="neutral700">
          “{notice.text}”
        </Said>
      )}
      <Typography variant="pi" tag="p" paddingTop={1} textColor="neutral600">
        {ticket}
        {noticeWords(language).noticeWhy[notice.why]}
      </Typography>
    </Card>
  );
}
const MOST = 100;

/** Notifikasi: everything this officer is told, the newest first, a page at a time. */
export function NoticesPage() {
  const { t } = useWords();
  const client = useClient();
  const [before, goBefore] = useState<number | null>(null);
  const live = useLive(
    before === null ? 'notices' : `notices.${before}`,
    (signal) => client.listNotices({ pageSize: MOST, ...(before !== null && { before }) }, { signal }),
    { every: 60_000 },
  );
  useNoticeNews(live.refresh);
  const newest = live.data?.notices[0]?.id;
  const readAll = async (upTo: number): Promise<void> => {
    await client.readNotices({ upTo });
    live.refresh();
  };
  return (
    <Page
      title={t('notices.title')}
      actions={
        <>
          <Button tag={Link} to="/plugins/ticketing/pemberitahuan/pilihan" variant="tertiary">
            {t('notices.choose')}
          </Button>
          {newest !== undefined && before === null && (live.data?.unread ?? 0) > 0 && (
            <Button variant="secondary" onClick={() => void readAll(newest)}>
              {t('notices.readAll')}
            </Button>
          )}
        </>
      }
    >
      <Loaded live={live}>
        {({ notices, next }) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {notices.length === 0 ? (
              <EmptyStateLayout content={t('notices.none')} />
            ) : (
              <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
                {notices.map((notice) => (
                  <Line key={notice.id} notice={notice} />
                ))}
              </Flex>
            )}
            <Flex gap={3} wrap="wrap">
              {before !== null && (
                <Button variant="tertiary" onClick={() => goBefore(null)}>
                  {t('notices.newest')}
                </Button>
              )}
              {next !== null && (
                <Button variant="tertiary" onClick={() => goBefore(next)}>
                  {t('notices.older')}
                </Button>
              )}
            </Flex>
          </Flex>
        )}
      </Loaded>
    </Page>
  );
}
