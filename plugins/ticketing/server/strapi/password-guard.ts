import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { languageOf, passwordIssues, wordIssue, type AccountNames } from '../../domain';
import { UID } from '../database/content-types';

type Values = Partial<AccountNames> & { readonly password?: unknown };
interface Write {
  readonly uid: string;
  readonly action: string;
  readonly params: { readonly documentId?: string; readonly data?: Values };
}

/**
 * The password policy at the one place all doors lead through: Strapi's own endpoints, its admin screens, its services and
 * ours write accounts as documents. It refuses before anything is written.
 */
export function guardPasswords(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const {
      uid,
      action,
      params: { documentId, data = {} },
    } = context as unknown as Write;
    const { password } = data;
    if (uid !== UID.portalUser || !['create', 'update', 'clone'].includes(action) || typeof password !== 'string')
      return next();
    const known = documentId
      ? ((await strapi.db
          .query(UID.portalUser)
          .findOne({ where: { documentId }, select: ['username', 'email', 'fullName'] })) as AccountNames | null)
      : null;
    const names = {
      username: data.username ?? known?.username ?? '',
      email: data.email ?? known?.email ?? '',
      fullName: data.fullName ?? known?.fullName ?? '',
    };
    const [issue] = passwordIssues(password, names);
    if (!issue) return next();
    const message = wordIssue(
      languageOf((strapi.requestContext.get() as Context | undefined)?.get('accept-language')),
      issue,
    );
    throw new errors.ValidationError(message, { errors: [{ path: ['password'], message, name: 'ValidationError' }] });
  });
}
