import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { TicketDetail } from '../../../domain';
import { useCatalog } from '../live/useCatalog';
import { Moment } from '../parts/Moment';
import { Panel } from '../parts/Panel';
import { timeTeller } from '../time';
import { useWords } from '../words';
import { approverIn } from '../parts/approver';
import { FileLink } from '../parts/FileLink';
import { Prose } from './RequestPanel';

const Chain = styled.ol`
  list-style: none;
  margin: 0;
  padding: 0;
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  > li {
    border-left: 3px solid ${({ theme }) => theme.colors.primary500};
    padding-left: ${({ theme }) => theme.spaces[3]};
    min-width: 0;
    overflow-wrap: anywhere;
  }
  > li[data-state='pending'] {
    border-left-style: dashed;
    border-left-color: ${({ theme }) => theme.colors.warning600};
  }
`;

interface Link {
  readonly at: string | null;
  readonly title: string;
  readonly by: string | null;
  readonly text: string | null;
  readonly letterNumber: string | null;
  readonly letterDate: string | null;
  readonly document: string | null;
}

/** Approval, dispositions and duty letters in the order they came, each with its letter: requirements 3.7. */
export function RoutingPanel({ ticket }: { readonly ticket: TicketDetail }) {
  const { t, w, language } = useWords();
  const { data: catalog } = useCatalog();
  const { day } = timeTeller(language);
  const { approval, dispositions, assignmentLetters } = ticket;
  if (!approval && dispositions.length === 0 && assignmentLetters.length === 0) return null;
  const approver = approval ? approverIn(w, catalog, approval.approver) : '';
  const chain: Link[] = [
    ...(approval?.approvedAt
      ? [
          {
            at: approval.approvedAt,
            title: t('routing.approved', { approver }),
            by: approval.approvedBy,
            text: null,
            letterNumber: approval.letterNumber,
            letterDate: null,
            document: null,
          },
        ]
      : []),
    ...dispositions.map(({ at, by, level, recipient, instruction, ...letter }) => ({
      at,
      by,
      title: t('routing.disposition', { level: w.level[level], recipient }),
      text: instruction,
      ...letter,
    })),
    ...assignmentLetters.map(({ at, by, number, date, document }) => ({
      at,
      by,
      title: t('routing.letter'),
      text: null,
      letterNumber: number,
      letterDate: date,
      document,
    })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  const said = (content: ReactNode) => (
    <Typography variant="pi" textColor="neutral700" tag="p">
      {content}
    </Typography>
  );
  return (
    <Panel title={t('panel.routing')}>
      <Chain>
        {approval && !approval.approvedAt && (
          <li data-state="pending">
            <Typography variant="omega" fontWeight="semiBold" tag="p">
              {t('routing.pending', { approver })}
            </Typography>
          </li>
        )}
        {chain.map((link, index) => (
          <li key={`${link.at}.${index}`}>
            <Typography variant="omega" fontWeight="semiBold" tag="p">
              {link.title}
            </Typography>
            {said(
              <>
                {link.by && <>{t('routing.by', { name: link.by })} · </>}
                {link.at && <Moment at={link.at} />}
              </>,
            )}
            {link.text && (
              <Box paddingTop={1}>
                <Prose variant="omega" textColor="neutral800">
                  {link.text}
                </Prose>
              </Box>
            )}
            {link.letterNumber &&
              said(
                link.letterDate
                  ? t('routing.letterOf', { number: link.letterNumber, day: day(link.letterDate) })
                  : t('routing.letterNumber', { number: link.letterNumber }),
              )}
            {link.document && (
              <Flex direction="column" alignItems="flex-start" paddingTop={2}>
                <FileLink ticket={ticket} id={link.document} />
              </Flex>
            )}
          </li>
        ))}
      </Chain>
    </Panel>
  );
}
