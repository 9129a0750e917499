/** Largest form, in bytes, files included: five photos of 10 MB and what was typed beside them. */
export const LARGEST_FORM = 55 * 1024 * 1024;
export const LARGEST_FORM_SAID = '55 MB';
/** Largest single file, in bytes. The cms has the last word; this spares people a long upload that ends in a refusal. */
export const LARGEST_FILE = 10 * 1024 * 1024;
/** Kinds of file accepted where a service does not ask for particular ones. */
export const ACCEPTED_FILES: readonly string[] = ['jpg', 'png', 'pdf', 'docx', 'xlsx', 'zip', 'csv'];
