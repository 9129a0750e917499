/** Largest form, in bytes, files included: five photos of 10 MB and what was typed beside them. */
export const LARGEST_FORM = 55 * 1024 * 1024;
export const LARGEST_FORM_SAID = '55 MB';
