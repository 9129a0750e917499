/** The satisfaction survey (SKM): its questionnaire, its arithmetic, its periods, and what protects who answered. */
export * from './anonymity';
export * from './instrument';
export * from './period';
export * from './questionnaire';
export * from './score';
export * from './skm-2017';
