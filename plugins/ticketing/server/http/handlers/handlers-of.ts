import type { Context } from 'koa';
import type { Answer, EndpointName, Parsed } from '../../../domain/contract';
import type { Caller } from '../../database/caller';

/** One line per endpoint of these rooms of the contract; a dropped one does not compile. */
export type HandlersOf<Rooms> = {
  [N in keyof Rooms & EndpointName]: (caller: Caller, request: Parsed<N>, ctx: Context) => Promise<Answer<N>>;
};
