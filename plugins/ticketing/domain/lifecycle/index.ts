/** The lifecycle of a ticket: a table of transitions, what stands in the way of each, and who may carry it out. */
export * from './advance';
export * from './explain';
export * from './fields';
export * from './guards';
export * from './obstacle';
export * from './transitions';
