import prose from './id.json';

type Key = keyof typeof prose;
const SUBJECTS = ['draft.', 'files.', 'send.'] as const;
/** Sentences that scripts say: those of these subjects. */
export type ScriptKey = Extract<Key, `${(typeof SUBJECTS)[number]}${string}`>;
export const SCRIPT_KEYS = (Object.keys(prose) as Key[]).filter((key): key is ScriptKey =>
  SUBJECTS.some((subject) => key.startsWith(subject)),
);
