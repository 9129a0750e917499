/** Which of our processes a variable is handed to; `run` is the runner itself. Nobody gets more than it reads. */
export type Reader = 'run' | 'cms' | 'site' | 'tests';
export type Kind = 'text' | 'port' | 'count' | 'flag' | 'url' | 'database' | 'folder' | 'secret' | readonly string[];
/** An environment variable: a row of the table. */
export interface Variable {
  readonly name: string;
  readonly kind: Kind;
  /** The value when unset. */
  readonly default?: string;
  /** How the value comes about when unset and there is no plain default. */
  readonly otherwise?: string;
  readonly readBy: readonly Reader[];
  readonly purpose: { readonly id: string; readonly en: string };
}

export const ALL = ['run', 'cms', 'site', 'tests'] as const satisfies readonly Reader[];
/** Whoever comes to the data, the runner among them: it backs up and restores. */
export const KEEPERS = ['run', 'cms', 'tests'] as const satisfies readonly Reader[];
/** Both servers. */
export const SERVERS = ['cms', 'site', 'tests'] as const satisfies readonly Reader[];
/** The cms, and the tests that start one of their own. */
export const CMS = ['cms', 'tests'] as const satisfies readonly Reader[];
