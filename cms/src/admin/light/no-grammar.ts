/** Stands where a grammar would be added to those that are known. */
export {};
