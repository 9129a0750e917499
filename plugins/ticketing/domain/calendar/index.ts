/** Working time: calendars as data, and the clock that counts over one. */
export * from './calendar';
export * from './clock';
