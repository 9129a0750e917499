export * from './bounce';
export * from './html';
export * from './judge';
export * from './limits';
export * from './nature';
export * from './quote';
export * from './settings';
export * from './token';
