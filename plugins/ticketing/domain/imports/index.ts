/** Tickets of other systems: how their lists are read, judged and told again. */
export * from './accounts';
export * from './columns';
export * from './faults';
export * from './fields';
export * from './judge';
export type { ImportGround } from './line-reader';
export * from './list-line';
export * from './mapping';
export * from './messages';
export * from './moments';
export * from './presets';
export * from './service-columns';
export * from './services';
export * from './story';
export { endOf, type ImportedTicket } from './ticket';
export * from './units';
