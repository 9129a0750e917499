export * from './code';
export * from './dates';
export * from './identity';
export * from './kinds';
export * from './mailing';
export * from './seal';
export * from './terbilang';
