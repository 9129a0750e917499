/** The SLA clocks of a ticket: what was promised, and where it stands, derived from its history alone. */
export * from './derive';
export * from './lateness';
export * from './pauses';
export * from './promise';
export * from './state';
export * from './time-left';
