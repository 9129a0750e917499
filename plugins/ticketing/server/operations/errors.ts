import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';

const KEPT = 20;
const LONGEST = 300;
/** Under which a line of the log carries its level, before colours. */
const LEVEL = Symbol.for('level');
const kept: { readonly at: string; readonly message: string }[] = [];

interface Line {
  readonly message?: unknown;
  readonly [LEVEL]?: unknown;
}

/** Keeps the last errors of this process's log, each cut to one line: for a page that saves a walk to the log. */
export function startKeepingErrors(strapi: Core.Strapi): void {
  (strapi.log as unknown as Readable).on('data', (line: Line) => {
    if (line[LEVEL] !== 'error') return;
    const [first = ''] = String(line.message ?? '').split('\n');
    kept.unshift({ at: new Date().toISOString(), message: first.slice(0, LONGEST) });
    kept.splice(KEPT);
  });
}

export const latestErrors = (): readonly { readonly at: string; readonly message: string }[] => [...kept];
