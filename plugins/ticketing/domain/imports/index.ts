/** Tickets of other systems: how their lists are read, judged and told again. */
export * from './columns';
export * from './fields';
export * from './judge';
export * from './mapping';
export * from './moments';
export * from './presets';
export * from './story';
export * from './units';
