/** The domain without zod: what islands in a browser may import. The contract is imported by its own name. */
export * from './access';
export * from './calendar';
export * from './catalog';
export * from './day';
export * from './files';
export * from './form';
export * from './i18n';
export * from './lifecycle';
export * from './moments';
export * from './policy';
export * from './priority';
export * from './refusal';
export * from './report';
export * from './routing';
export * from './settings';
export * from './sla';
export * from './ticket';
