import type { Variable } from './variable.ts';

/** How many processes serve, and how they stop. */
export const PROCESSES = [
  {
    name: 'CMS_INSTANCES',
    kind: 'count',
    default: '1',
    readBy: ['cms'],
    purpose: {
      id: 'berapa proses cms berbagi satu port; sebanyak inti prosesor bila banyak yang bekerja',
      en: 'how many cms processes share one port; as many as there are cores where many work',
    },
  },
  {
    name: 'CMS_DRAIN_SECONDS',
    kind: 'count',
    default: '0',
    readBy: ['cms'],
    purpose: {
      id: 'lama cms yang akan berhenti masih melayani sambil menyatakan diri tidak siap, agar proxy sempat tahu',
      en: 'how long a stopping cms goes on serving while it says that it is not ready, so that the proxy hears of it',
    },
  },
  {
    name: 'SITE_DRAIN_SECONDS',
    kind: 'count',
    default: '0',
    readBy: ['site'],
    purpose: {
      id: 'lama portal yang akan berhenti masih melayani sambil menyatakan diri tidak siap, agar proxy sempat tahu',
      en:
        'how long a stopping portal goes on serving while it says that it is not ready, so that the proxy ' +
        'hears of it',
    },
  },
] as const satisfies readonly Variable[];
