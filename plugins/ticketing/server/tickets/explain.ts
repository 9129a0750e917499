import type { Core } from '@strapi/strapi';
import { demand, explain, Refusal, ROLES, type Actor, type Explanation } from '../../domain';
import type { AccountHolder } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection, rowsOf } from '../database/transaction';
import { PORTAL_ROLES, STAFF_ROLES } from '../database/roles';
import { service } from '../services';
import { findTicket, toFacts } from './rows';

/** As many as one looks through; whoever is not among them is found by more letters. */
const MOST_PEOPLE = 20;
const PEOPLE = `
  select p.id, p.name, p.door, p.roles, p.unit from (
    select u.id, coalesce(nullif(trim(concat_ws(' ', u.firstname, u.lastname)), ''), u.email) as name, 'staff' as door,
      array(select r.code from admin_roles r join admin_users_roles_lnk l on l.role_id = r.id where l.user_id = u.id) as roles,
      (select string_agg(t.name, ', ' order by t.name) from teams t join teams_members_lnk m on m.team_id = t.id where m.user_id = u.id) as unit
    from admin_users u where u.is_active and not coalesce(u.blocked, false)
    union all
    select u.id, coalesce(nullif(u.full_name, ''), u.username), 'portal', array(select r.type from up_roles r join up_users_role_lnk l on l.role_id = r.id where l.user_id = u.id), s.name
    from up_users u left join skpd s on s.id = u.skpd_id where not coalesce(u.blocked, false)
  ) p
  where strpos(lower(concat_ws(' ', p.name, p.unit)), lower(?)) > 0
  order by p.name, p.door, p.id limit ${MOST_PEOPLE}`;

/** *Mengapa tidak boleh?*: the same policy and table that decide, asked for their reasons. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** Whoever has no account any more may do nothing; that is no reason to end the session of whoever asks. */
  const holder = (door: 'portal' | 'staff', user: number): Promise<Actor> =>
    service(strapi, 'actors')
      [door](user)
      .catch((error: unknown) => {
        throw error instanceof Refusal ? new Refusal('notFound', { door, user }) : error;
      });
  return {
    /** What the caller may do to a ticket and why. */
    async mine(caller: Caller, number: string): Promise<Explanation[]> {
      const facts = toFacts(await service(strapi, 'tickets').readable(caller, number));
      return explain(caller.policy, facts, caller.actor, caller.now);
    },
    /** The same for somebody else, for whoever keeps the matrix. */
    async of(
      caller: Caller,
      { ticket, door, user }: { ticket: string; door: 'portal' | 'staff'; user: number },
    ): Promise<Explanation[]> {
      const facts = toFacts(await findTicket(connection(strapi), ticket));
      demand(caller.policy, caller.actor, 'ticket:read', facts, caller.now);
      return explain(caller.policy, facts, await holder(door, user), caller.now);
    },
    /** People with an account, by a part of their name or unit. */
    async people(q: string): Promise<AccountHolder[]> {
      const rows = await rowsOf<Omit<AccountHolder, 'roles'> & { roles: string[] }>(connection(strapi), PEOPLE, [q]);
      return rows.map((row) => {
        const worn = row.roles.map((code) => (row.door === 'staff' ? STAFF_ROLES : PORTAL_ROLES)[code]);
        return { ...row, roles: ROLES.filter((role) => worn.includes(role)) };
      });
    },
  };
};
