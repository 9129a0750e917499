import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { Refusal, ROLES, type Actor, type Role } from '../../domain';
import type { Officer } from '../../domain/contract';
import { connection, rowsOf } from '../database/transaction';
import { PORTAL_ROLES, STAFF_ROLES } from '../database/roles';
import { sessionOf } from '../http/session';

interface StaffRow {
  id: number;
  name: string;
  roles: string[];
  teams: string[];
}
interface PortalRow {
  id: number;
  name: string;
  role: string;
  skpd_code: string | null;
}

const inOrder = (roles: readonly (Role | undefined)[]): Role[] => ROLES.filter((role) => roles.includes(role));

const STAFF = `
  select u.id, coalesce(nullif(trim(concat_ws(' ', u.firstname, u.lastname)), ''), u.email) as name,
    array(select r.code from admin_roles r join admin_users_roles_lnk l on l.role_id = r.id where l.user_id = u.id) as roles,
    array(select t.code from teams t join teams_members_lnk m on m.team_id = t.id where m.user_id = u.id) as teams
  from admin_users u where u.id = ? and u.is_active and not coalesce(u.blocked, false)`;

const PORTAL = `
  select u.id, coalesce(nullif(u.full_name, ''), u.username) as name, r.type as role, s.code as skpd_code
  from up_users u
    join up_users_role_lnk l on l.user_id = u.id join up_roles r on r.id = l.role_id
    left join skpd s on s.id = u.skpd_id
  where u.id = ? and not coalesce(u.blocked, false)`;

/** Officers and coordinators who can be given work, with what lies on their desks. */
const OFFICERS = `
  select u.id, coalesce(nullif(trim(concat_ws(' ', u.firstname, u.lastname)), ''), u.email) as name,
    array(select t.name from teams t join teams_members_lnk m on m.team_id = t.id where m.user_id = u.id order by t.name) as teams,
    (select count(*)::int from tickets k where k.assignee_id = u.id and k.status in ('IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_THIRD_PARTY')) as "openTickets"
  from admin_users u
  where u.is_active and not coalesce(u.blocked, false)
    and exists (select 1 from admin_users_roles_lnk l join admin_roles r on r.id = l.role_id where l.user_id = u.id and r.code in ('ticketing-officer', 'ticketing-coordinator'))
  order by name limit 500`;

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const staff = async (id: number): Promise<Actor> => {
    const [row] = await rowsOf<StaffRow>(connection(strapi), STAFF, [id]);
    if (!row) throw new Refusal('unauthenticated');
    return {
      kind: 'staff',
      id: row.id,
      name: row.name,
      roles: inOrder(row.roles.map((code) => STAFF_ROLES[code])),
      skpdCode: null,
      teamCodes: row.teams,
    };
  };
  const portal = async (id: number): Promise<Actor> => {
    const [row] = await rowsOf<PortalRow>(connection(strapi), PORTAL, [id]);
    if (!row) throw new Refusal('unauthenticated');
    return {
      kind: 'portal',
      id: row.id,
      name: row.name,
      roles: inOrder([PORTAL_ROLES[row.role]]),
      skpdCode: row.skpd_code,
      teamCodes: [],
    };
  };
  return {
    staff,
    portal,
    officers: (): Promise<Officer[]> => rowsOf<Officer>(connection(strapi), OFFICERS),
    /** Whoever sent this request, from whichever session it came through. An API token reads and reports, and does nothing else. */
    async of(ctx: Context): Promise<Actor> {
      const session = await sessionOf(strapi, ctx);
      if (!session) throw new Refusal('unauthenticated');
      if (session.kind === 'token')
        return { kind: 'system', id: session.id, name: session.name, roles: ['LEADER'], skpdCode: null, teamCodes: [] };
      if (session.kind === 'staff') return staff(session.id);
      ctx.state['sessionId'] = session.sessionId;
      return portal(session.id);
    },
  };
};
