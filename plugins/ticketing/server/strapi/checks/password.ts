import type { Context } from 'koa';
import { languageOf, passwordIssues, wordIssue } from '../../../domain';
import type { Draft, Fault, Save } from './fault';

const textOf = (draft: Draft, name: string): string => (draft[name] as string | null | undefined) ?? '';

/**
 * The password policy at the one place all doors lead through: Strapi's own endpoints, its admin screens, its services
 * and ours write accounts as documents. Only a password that is given now is one; the row keeps its hash.
 */
export function passwordFaults({ strapi, draft, given: { password } }: Save): Fault[] {
  if (typeof password !== 'string') return [];
  const [issue] = passwordIssues(password, {
    username: textOf(draft, 'username'),
    email: textOf(draft, 'email'),
    fullName: textOf(draft, 'fullName'),
  });
  const ctx = strapi.requestContext.get() as Context | undefined;
  return issue ? [{ field: 'password', message: wordIssue(languageOf(ctx?.get('accept-language')), issue) }] : [];
}
