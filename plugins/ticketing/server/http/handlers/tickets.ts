import type { queueViews } from '../../../domain/contract/queue-views';
import type { replies } from '../../../domain/contract/replies';
import type { similar } from '../../../domain/contract/similar';
import type { tickets } from '../../../domain/contract/tickets';
import { addAttachment, listAttachments, openAttachment } from '../../attachments';
import { deleteAttachment, showAttachment } from '../../attachments/change';
import type { Caller } from '../../database/caller';
import type { Desk } from '../../desk/desk';
import { changeView, createView, listViews, removeView } from '../../queue-views/keep';
import { createReply, changeReply, listReplies, removeReply } from '../../replies/keep';
import { act } from '../../tickets/act';
import { findCallers } from '../../tickets/callers';
import { commentOn } from '../../tickets/comment';
import { revealContact } from '../../tickets/contact';
import { readOwnWork, readTicket } from '../../tickets/detail';
import { explainTicket } from '../../tickets/explain';
import { listColleagues } from '../../tickets/mentions';
import { join } from '../../tickets/join';
import { listTickets } from '../../tickets/list';
import { findSimilar, frequentServices } from '../../tickets/similar';
import { submit } from '../../tickets/submit';
import { readTimeline } from '../../tickets/timeline';
import { streamFile, uploadedFile } from '../streams';
import type { HandlersOf } from './handlers-of';

type Rooms = typeof tickets & typeof similar & typeof replies & typeof queueViews;

/** What is asked about tickets: filed, read, acted on, spoken about, and found again. */
export const ticketHandlers = (desk: Desk): HandlersOf<Rooms> => {
  const detail = (caller: Caller) => (number: string) => readTicket(desk, caller, number);
  return {
    submitTicket: (caller, request) => submit(desk, caller, request),
    listTickets: (caller, request) => listTickets(desk, caller, request),
    getTicket: (caller, { number }) => detail(caller)(number),
    getTimeline: (caller, request) => readTimeline(desk, caller, request),
    actOnTicket: (caller, request) => act(desk, caller, request).then((number) => readOwnWork(desk, caller, number)),
    listColleagues: (caller, { number }) => listColleagues(desk, caller, number),
    explainTicket: (caller, { number }) => explainTicket(desk, caller, number),
    revealContact: (caller, { number }) => revealContact(desk, caller, number),
    commentOnTicket: (caller, request) => commentOn(desk, caller, request).then(detail(caller)),
    addAttachment: async (caller, request, ctx) => addAttachment(desk, caller, request, uploadedFile(ctx)),
    listAttachments: (caller, { number }) => listAttachments(desk, caller, number),
    readAttachment: async (caller, { number, id }, ctx) =>
      streamFile(ctx, await openAttachment(desk, caller, number, id)),
    deleteAttachment: (caller, { number, id }) =>
      deleteAttachment(desk, caller, number, id).then(() => listAttachments(desk, caller, number)),
    showAttachment: (caller, { number, id }) =>
      showAttachment(desk, caller, number, id).then(() => listAttachments(desk, caller, number)),
    listFrequentServices: (caller) => frequentServices(desk, caller),
    findSimilar: (caller, request) => findSimilar(desk, caller, request),
    findCallers: (caller, request) => findCallers(desk, caller, request),
    joinTicket: (caller, request) => join(desk, caller, request).then(() => detail(caller)(request.number)),
    listReplies: () => listReplies(desk),
    createReply: (caller, request) => createReply(desk, caller, request),
    changeReply: (caller, request) => changeReply(desk, caller, request),
    removeReply: (caller, { id }) => removeReply(desk, caller, id),
    listViews: (caller) => listViews(desk, caller),
    createView: (caller, request) => createView(desk, caller, request),
    changeView: (caller, request) => changeView(desk, caller, request),
    removeView: (caller, { id }) => removeView(desk, caller, id),
  };
};
