import { isEnded, isWorkedOn, type TicketDetail } from 'strapi-plugin-ticketing/domain';

/** The way of a ticket as its reader sees it: what waits is still being worked on, and an end is an end. */
export type StepState = 'past' | 'now' | 'ahead';
export interface Step {
  readonly status: 'NEW' | 'IN_PROGRESS' | 'RESOLVED' | 'REJECTED' | 'CANCELLED';
  readonly state: StepState;
}

export function stepsOf({ status, verifiedAt }: Pick<TicketDetail, 'status' | 'verifiedAt'>): Step[] {
  if (status === 'REJECTED' || status === 'CANCELLED')
    return [
      { status: 'NEW', state: 'past' },
      ...(verifiedAt ? [{ status: 'IN_PROGRESS', state: 'past' } as const] : []),
      { status, state: 'now' },
    ];
  // Sent back before work began, it is still new.
  const isBegun = isEnded(status) || (isWorkedOn(status) && verifiedAt !== null);
  return [
    { status: 'NEW', state: isBegun ? 'past' : 'now' },
    { status: 'IN_PROGRESS', state: isEnded(status) ? 'past' : isBegun ? 'now' : 'ahead' },
    { status: 'RESOLVED', state: isEnded(status) ? 'now' : 'ahead' },
  ];
}

/** Where on a ticket's page files are added: with a message, or for who may not write, beside the files there are. */
export const filesPlace = ({ may }: Pick<TicketDetail, 'may'>): string => (may.comment ? '#lampirkan' : '#lampiran');

/** The one thing its reader would do next, and where on the page it is done; null where there is none. */
export function nextActionOf(
  ticket: TicketDetail,
): { readonly word: 'missing' | 'approve' | 'rate'; readonly at: string } | null {
  if (ticket.actions.includes('approve')) return { word: 'approve', at: '#setujui' };
  if (ticket.missingDocuments.length > 0 && ticket.may.attach) return { word: 'missing', at: filesPlace(ticket) };
  if (ticket.actions.includes('rate') && ticket.rating === null) return { word: 'rate', at: '#nilai' };
  return null;
}
