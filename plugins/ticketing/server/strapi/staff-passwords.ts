import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { languageOf, passwordIssues, wordIssue } from '../../domain';
import { UID } from '../database/content-types';

interface Values {
  readonly password?: unknown;
  readonly email?: string | null;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
}
interface StaffAccounts {
  create(values: Values): Promise<unknown>;
  updateById(id: number, values: Values): Promise<unknown>;
}

const nameOf = ({ firstname, lastname }: Values): string => [firstname, lastname].filter(Boolean).join(' ');

/**
 * Holds staff to the one policy of passwords. Strapi's own asks for eight characters; whoever sets one, by invitation, by
 * letter, in the profile or for another, comes through these two services.
 */
export function demandStaffPasswords(strapi: Core.Strapi): void {
  const demand = (values: Values, known: Values | null): void => {
    if (typeof values.password !== 'string') return;
    const account = { ...known, ...values };
    const [issue] = passwordIssues(values.password, {
      username: account.email ?? '',
      email: account.email ?? '',
      fullName: nameOf(account),
    });
    if (!issue) return;
    const ctx = strapi.requestContext.get() as Context | undefined;
    const message = wordIssue(languageOf(ctx?.get('accept-language')), issue);
    throw new errors.ValidationError(message, { errors: [{ path: ['password'], message, name: 'ValidationError' }] });
  };
  const accounts = strapi.service('admin::user') as unknown as StaffAccounts;
  const [create, updateById] = [accounts.create.bind(accounts), accounts.updateById.bind(accounts)];
  accounts.create = async (values) => {
    demand(values, null);
    return create(values);
  };
  accounts.updateById = async (id, values) => {
    if (typeof values.password === 'string')
      demand(values, (await strapi.db.query(UID.staffUser).findOne({ where: { id } })) as Values | null);
    return updateById(id, values);
  };
}
