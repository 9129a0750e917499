/** Notices: what people are told of tickets, who is told, by which way, and what of it they chose themselves. */
export * from './digest';
export * from './hear';
export * from './kinds';
export * from './news';
export * from './preferences';
export * from './short';
export * from './stop';
export * from './tell';
export * from './templates';
export * from './words';
