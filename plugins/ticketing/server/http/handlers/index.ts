import type { Contract } from '../../../domain/contract';
import type { Desk } from '../../desk/desk';
import { accountHandlers } from './accounts';
import { deskHandlers } from './desk';
import { documentHandlers } from './documents';
import type { HandlersOf } from './handlers-of';
import { messageHandlers } from './messages';
import { reportHandlers } from './reports';
import { ticketHandlers } from './tickets';

export type Handlers = HandlersOf<Contract>;

/** What answers each endpoint on one desk. */
export const handlers = (desk: Desk): Handlers => ({
  ...ticketHandlers(desk),
  ...accountHandlers(desk),
  ...documentHandlers(desk),
  ...reportHandlers(desk),
  ...deskHandlers(desk),
  ...messageHandlers(desk),
});
