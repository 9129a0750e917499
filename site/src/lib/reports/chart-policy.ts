import type { APIContext } from 'astro';

/** Lets a page say in an attribute how long a bar is, and nothing more. */
export const letLengths = (csp: APIContext['csp']): void =>
  csp?.insertStyleResource({ resource: "'unsafe-inline'", kind: 'attribute' });

/**
 * Charts size themselves by style attributes and bring a style sheet of their own. Only pages that call this let them;
 * the nonce it returns goes to each chart.
 */
export function letCharts(csp: APIContext['csp']): string {
  const nonce = crypto.randomUUID();
  for (const resource of ["'self'", `'nonce-${nonce}'`]) csp?.insertStyleResource({ resource, kind: 'element' });
  letLengths(csp);
  return nonce;
}
