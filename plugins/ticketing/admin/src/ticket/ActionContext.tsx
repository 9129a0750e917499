import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { findServices, isOpen, type Action, type Service, type TicketDetail } from '../../../domain';
import { useCatalog } from '../live/useCatalog';
import { useWords } from '../words';
import { timeTeller } from '../time';
import { approverIn } from '../parts/approver';
import type { Typed } from './action-fields';
import { Facts } from '../parts/Facts';

interface Props {
  readonly ticket: TicketDetail;
  readonly action: Action;
  readonly typed: Typed;
}

function Target({ service }: { readonly service: Service }) {
  const { t, language } = useWords();
  const { span } = timeTeller(language);
  return (
    <>
      <Typography variant="omega" fontWeight="semiBold" tag="span">
        {service.name}
      </Typography>
      <Typography variant="pi" textColor="neutral700" tag="span" style={{ display: 'block' }}>
        {service.team.name}
      </Typography>
      <Typography variant="pi" textColor="neutral700" tag="span" style={{ display: 'block' }}>
        {t('target.words', {
          response: span(service.sla.responseMinutes),
          resolution: span(service.sla.resolutionMinutes),
        })}
      </Typography>
    </>
  );
}

/** What somebody should have before their eyes while they decide: who approves, what went before, what else follows. */
export function ActionContext({ ticket, action, typed }: Props) {
  const { t, w, language } = useWords();
  const { data: catalog } = useCatalog();
  const { exact } = timeTeller(language);
  const serviceOf = (code: string | undefined) =>
    findServices(catalog?.categories ?? [], '').find(({ service }) => service.code === code)?.service;
  const facts: { name: string; value: ReactNode }[] = [];
  if (action === 'recategorize') {
    const [old, fresh] = [serviceOf(ticket.category.code), serviceOf(typed.category)];
    facts.push({ name: t('target.now'), value: old ? <Target service={old} /> : ticket.category.name });
    if (fresh) facts.push({ name: t('target.then'), value: <Target service={fresh} /> });
  }
  if (action === 'approve' && ticket.approval)
    facts.push({ name: w.fact.approver, value: approverIn(w, catalog, ticket.approval.approver) });
  const last = ticket.dispositions.at(-1);
  if ((action === 'dispose' || action === 'assign') && last)
    facts.push({ name: t('routing.last'), value: `${w.level[last.level]} · ${last.recipient} · ${exact(last.at)}` });
  if (action === 'closeUnanswered' && ticket.unansweredAt)
    facts.push({ name: t('waiting.until'), value: exact(ticket.unansweredAt) });
  const children = ticket.links.filter(({ relation, status }) => relation === 'PARENT_OF' && isOpen(status));
  if (action === 'resolve' && children.length > 0)
    facts.push({
      name: t('links.closesToo', { count: children.length }),
      value: children.map(({ number }) => number).join(', '),
    });
  if (facts.length === 0) return null;
  return (
    <Box background="neutral100" hasRadius padding={3} data-context={action}>
      <Facts facts={facts} />
    </Box>
  );
}
