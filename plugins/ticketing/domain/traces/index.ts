export * from './collector';
export * from './sender';
export * from './span';
