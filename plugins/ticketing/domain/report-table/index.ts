/** A report in words: the one table that page, CSV, XLSX and PDF are made of. */
export * from './cell-text';
export * from './chart';
export * from './file';
export * from './table';
export * from './tabulate';
