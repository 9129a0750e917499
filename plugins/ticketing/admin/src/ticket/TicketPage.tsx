import { Main } from '@strapi/design-system';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Action } from '../../../domain';
import { useNow } from '../live/useNow';
import { useShortcuts } from '../live/useShortcuts';
import { neighboursOf } from '../live/walk';
import { Announcer } from '../parts/Announcer';
import { Body } from '../parts/Body';
import { Page } from '../frame/Page';
import { Loaded } from '../parts/Loaded';
import { Notice } from '../parts/Notice';
import { KeyHelp } from '../parts/KeyHelp';
import { QUEUE } from '../queue/place';
import { rememberOpened } from '../live/useRowFocus';
import { useWords } from '../words';
import { ActionDialog } from './ActionDialog';
import { ActionPanel } from './ActionPanel';
import { Attachments } from './Attachments';
import { Composer } from './Composer';
import { Conversation } from './Conversation';
import { DirectivesPanel } from './DirectivesPanel';
import { EffortPanel } from './EffortPanel';
import { LettersLink } from './LettersLink';
import { LinksPanel } from './LinksPanel';
import { PapersPanel } from './PapersPanel';
import { PeoplePanel } from './PeoplePanel';
import { Presence } from './Presence';
import { RelatedPanel } from './RelatedPanel';
import { RequestPanel } from './RequestPanel';
import { ResultPanel } from './ResultPanel';
import { RoutingPanel } from './RoutingPanel';
import { SlaPanel } from './SlaPanel';
import { TicketBar } from './TicketBar';
import { TicketHead } from './TicketHead';
import { TicketNotices } from './TicketNotices';
import { useTicket } from './useTicket';

/** On a phone: what can be done, then the request and the conversation, then clocks and people. */
const Columns = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  grid-template-columns: minmax(0, 1fr);
  grid-template-areas: 'act' 'main' 'side';
  > [data-area] {
    display: grid;
    gap: ${({ theme }) => theme.spaces[4]};
    align-content: start;
    min-width: 0;
  }
  > [data-area='act'] {
    grid-area: act;
  }
  > [data-area='main'] {
    grid-area: main;
  }
  > [data-area='side'] {
    grid-area: side;
  }
  ${({ theme }) => theme.breakpoints.large} {
    grid-template-columns: minmax(0, 1fr) 34rem;
    grid-template-rows: auto 1fr;
    grid-template-areas: 'main act' 'main side';
  }
`;

/** How many entries came since the page was opened or last looked at. */
function useNews(count: number | undefined): number {
  const seen = useRef<number | null>(null);
  const [news, setNews] = useState(0);
  useEffect(() => {
    if (count === undefined) return;
    setNews(seen.current === null ? 0 : Math.max(0, count - seen.current));
    seen.current = count;
  }, [count]);
  return news;
}

function OneTicket({ number }: { readonly number: string }) {
  const { t } = useWords();
  const { state } = useLocation();
  const navigate = useNavigate();
  const now = useNow();
  const { ticket: live, timeline, accept, refresh } = useTicket(number);
  const [action, setAction] = useState<Action | null>(null);
  const [isHelping, setHelping] = useState(false);
  const news = useNews(timeline.data?.length);
  const ticket = live.data;
  useEffect(() => rememberOpened(number), [number]);
  const backTo = QUEUE + ((state as { from?: string } | null)?.from ?? '');

  const key =
    (...wanted: readonly Action[]) =>
    () => {
      const offered = wanted.find((each) => ticket?.actions.includes(each));
      if (offered) setAction(offered);
    };
  const neighbours = useMemo(() => neighboursOf(number), [number]);
  const walk = (to: string | undefined) => () => {
    if (to) void navigate(`${QUEUE}/tiket/${to}`, { state });
  };
  useShortcuts({
    a: key('verify', 'claim'),
    s: key('resolve'),
    j: walk(neighbours?.next),
    k: walk(neighbours?.previous),
    '?': () => setHelping(true),
  });

  if (!ticket)
    return (
      <Page title={number} backTo={backTo}>
        <Loaded live={live}>{() => null}</Loaded>
      </Page>
    );
  return (
    <Main>
      <TicketBar ticket={ticket} now={now} neighbours={neighbours} onAct={setAction}>
        <TicketHead ticket={ticket} now={now} backTo={backTo} neighbours={neighbours} />
      </TicketBar>
      <Body>
        <Columns>
          <div data-area="act">
            {live.refusal && (
              <Notice kind="alarm" action={{ label: t('retry'), run: refresh }}>
                {live.refusal.message}
              </Notice>
            )}
            <Presence number={number} />
            <TicketNotices ticket={ticket} />
            <DirectivesPanel ticket={ticket} />
            <ActionPanel ticket={ticket} onAct={setAction} />
          </div>
          <div data-area="main">
            <ResultPanel ticket={ticket} />
            <RequestPanel ticket={ticket} />
            <Attachments ticket={ticket} onChanged={refresh} />
            <RelatedPanel ticket={ticket} />
            <Conversation timeline={timeline} now={now} aside={<LettersLink number={number} />}>
              <Composer ticket={ticket} onSent={accept} />
            </Conversation>
          </div>
          <div data-area="side">
            <LinksPanel ticket={ticket} onChanged={refresh} />
            <RoutingPanel ticket={ticket} />
            <PapersPanel ticket={ticket} onChanged={refresh} />
            <EffortPanel ticket={ticket} onAct={setAction} />
            <SlaPanel ticket={ticket} timeline={timeline.data ?? []} now={now} />
            <PeoplePanel ticket={ticket} />
          </div>
        </Columns>
      </Body>
      <Announcer>{news > 0 ? t('conversation.news', { count: news }) : ''}</Announcer>
      {action && (
        <ActionDialog
          key={action}
          ticket={ticket}
          action={action}
          onDone={(fresh) => {
            accept(fresh);
            setAction(null);
          }}
          onOutdated={refresh}
          onClose={() => setAction(null)}
        />
      )}
      {isHelping && <KeyHelp onClose={() => setHelping(false)} />}
    </Main>
  );
}

/** One ticket: what is asked, what was said, how the clocks stand, and what can be done now. */
export function TicketPage() {
  const { number = '' } = useParams();
  return <OneTicket key={number} number={number} />;
}
