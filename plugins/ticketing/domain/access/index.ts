/** Authority: who asks, what may be allowed, under which conditions, and what the city changed of it. */
export * from './actor';
export * from './conditions';
export * from './decide';
export * from './grant-rules';
export * from './grants';
export * from './matrix';
export * from './permissions';
export * from './policy';
export * from './roles';
