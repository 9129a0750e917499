/** Where the catalogue is kept. */
export const SERVICES = '/settings/ticketing/services';
