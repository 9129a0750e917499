import { Button, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { styled } from 'styled-components';
import type { Action, TicketDetail } from '../../../domain';
import type { Neighbours } from '../live/walk';
import { Due } from '../parts/Due';
import { StatusMark } from '../parts/StatusMark';
import { useWords } from '../words';
import { mainAction } from './actions';
import { NeighbourLinks } from './NeighbourLinks';

/** Takes no room itself: what lies below does not move when it comes. */
const Line = styled.div`
  position: sticky;
  top: 0;
  z-index: 4;
  height: 0;
`;
const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[4]}`};
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
  background: ${({ theme }) => theme.colors.neutral0};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  > [data-name] {
    flex: 1 1 20rem;
    min-width: 0;
  }
  ${({ theme }) => theme.breakpoints.large} {
    padding-inline: ${({ theme }) => theme.spaces[8]};
  }
`;

/** Whether something has left the screen. */
function useGone(thing: RefObject<HTMLElement>): boolean {
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    if (!thing.current) return;
    const watch = new IntersectionObserver(([entry]) => setGone(entry?.isIntersecting === false));
    watch.observe(thing.current);
    return () => watch.disconnect();
  }, [thing]);
  return isGone;
}

interface Props {
  readonly ticket: TicketDetail;
  readonly now: number;
  readonly neighbours: Neighbours | null;
  readonly onAct: (action: Action) => void;
  /** The head of the page. */
  readonly children: ReactNode;
}

/** The head of the page, and in its place, once one has read on: which ticket it is, how it stands, what comes next. */
export function TicketBar({ ticket, now, neighbours, onAct, children }: Props) {
  const { t, w } = useWords();
  const head = useRef<HTMLDivElement>(null);
  const isGone = useGone(head);
  const { number, title, status, assignee } = ticket;
  const main = mainAction(ticket);
  return (
    <>
      <Line>
        {isGone && (
          <Bar role="region" aria-label={t('ticket.inShort')} data-ticket-bar>
            <div data-name>
              <Typography variant="pi" textColor="neutral600" tag="span">
                {number}
              </Typography>
              <Typography variant="omega" fontWeight="semiBold" tag="p" ellipsis>
                {title}
              </Typography>
            </div>
            <StatusMark status={status} />
            <Typography variant="omega" textColor={assignee ? 'neutral800' : 'neutral600'}>
              {assignee?.name ?? t('queue.nobody')}
            </Typography>
            <Due ticket={ticket} now={now} />
            {main && (
              <Button size="S" aria-label={`${w.action[main]}: ${number}`} onClick={() => onAct(main)}>
                {w.action[main]}
              </Button>
            )}
            {neighbours && <NeighbourLinks neighbours={neighbours} />}
          </Bar>
        )}
      </Line>
      <div ref={head}>{children}</div>
    </>
  );
}
