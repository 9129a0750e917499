/** What happens by itself, by name: when and how is said in `server/jobs`, how people call it in the panel's words. */
export const JOB_NAMES = [
  'backup',
  'rehearsal',
  'seals',
  'search',
  'search-missing',
  'keys',
  'facts',
  'sums',
  'bundles',
  'old-bundles',
  'stray-files',
  'moments',
  'deadlines',
  'announcements',
  'surveys',
  'digests',
  'scheduled-reports',
  'lost-letters',
  'inbound-mail',
] as const;
export type JobName = (typeof JOB_NAMES)[number];
export const isJobName = (name: string): name is JobName => (JOB_NAMES as readonly string[]).includes(name);
