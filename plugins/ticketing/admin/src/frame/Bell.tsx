import { Bell as BellIcon } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { useNoticeNews } from '../live/events';
import { useWords } from '../words';

const Way = styled(Link)`
  position: relative;
  display: inline-grid;
  place-items: center;
  width: 4rem;
  height: 4rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral700};
  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }
`;
const Count = styled.span`
  position: absolute;
  top: 0;
  right: 0;
  min-width: 1.8rem;
  padding: 0 0.4rem;
  border-radius: 1rem;
  background: ${({ theme }) => theme.colors.danger600};
  color: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.2rem;
  line-height: 1.8rem;
  font-weight: 700;
  text-align: center;
`;
const MINUTE = 60_000;

/** The way to what the officer is told, with how much of it is unread. */
export function Bell() {
  const { t } = useWords();
  const client = useClient();
  const live = useLive('notices.unread', (signal) => client.countNotices({}, { signal }), { every: MINUTE });
  useNoticeNews(live.refresh);
  const unread = live.data?.unread ?? 0;
  // What is heard is what is seen.
  const count = unread > 99 ? '99+' : unread;
  return (
    <Way to="/plugins/ticketing/pemberitahuan" aria-label={t('notices.bell', { count })}>
      <BellIcon width="20" height="20" aria-hidden />
      {unread > 0 && <Count aria-hidden>{count}</Count>}
    </Way>
  );
}
