/** Notices: what people are told of tickets, who is told, by which way, and what of it they chose themselves. */
export * from './kinds';
export * from './preferences';
export * from './tell';
export * from './templates';
export * from './words';
