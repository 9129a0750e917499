import path from 'node:path';
import { urlOf } from '../../support/databases';
import { startCms } from '../../support/servers';
import { signInStaff, type StaffAccount } from '../../support/world';
import { world, admin } from './stage';

const FIRST_SLOT = `(select min(s.cmp_id) from working_calendars_cmps s
  join working_calendars c on c.id = s.entity_id where c.code = 'JAM_KERJA' and s.field = 'slots')`;

describe('what an administrator should mend', () => {
  const codes = async () =>
    (await admin.getWarnings({})).map(
      ({ code, facts }) => `${code} ${facts['year'] ?? facts['calendar'] ?? facts['team'] ?? ''}`,
    );
  /** By SQL nothing checks; Strapi's screens move the calendar's own time too. */
  const bend = (closes: string) =>
    world.database
      .query(`update components_calendar_slots set closes = $1 where id = ${FIRST_SLOT}`, [closes])
      .then(() =>
        world.database.query(
          "update working_calendars set updated_at = timezone('utc', clock_timestamp()) where code = 'JAM_KERJA'",
        ),
      );
  const monday = { calendar: 'JAM_KERJA', start: '2026-11-23T08:00', minutes: 450 };

  test('a year without holidays', async () => {
    const year = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();
    expect(await codes()).not.toContain(`yearWithoutHolidays ${year}`);
    await world.database.query("delete from holidays where extract(year from date) = $1 and kind = 'NATIONAL'", [year]);
    expect(await codes()).toContain(`yearWithoutHolidays ${year}`);
  });

  test('a team with services and without members', async () => {
    expect(await codes()).not.toContain('teamWithoutMembers Tim Infrastruktur & Jaringan');
    await world.database.query(
      `update admin_users set is_active = false where id in
         (select m.user_id from teams_members_lnk m join teams t on t.id = m.team_id where t.code = 'TIM-INFRA')`,
    );
    expect(await codes()).toContain('teamWithoutMembers Tim Infrastruktur & Jaringan');
  });

  test('a broken calendar, which meanwhile counts by its last good clock', async () => {
    const before = await admin.simulateDeadline(monday);
    const {
      rows: [was],
    } = await world.database.query<{ closes: string }>(
      `select closes from components_calendar_slots where id = ${FIRST_SLOT}`,
    );
    await bend('06:00');
    expect(await codes()).toContain('brokenCalendar JAM_KERJA');
    expect(await admin.simulateDeadline(monday)).toEqual(before);

    // An instance that never saw it whole has nothing to count by, and says so.
    const fresh = await startCms(
      urlOf(world.databaseName),
      path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName),
    );
    const there = await signInStaff(
      fresh.url,
      world.accounts.staff.find(({ name }) => name === 'Administrator Demo') as StaffAccount,
    );
    await expect(there.simulateDeadline(monday)).rejects.toMatchObject({ code: 'unknownCalendar' });
    expect((await there.getWarnings({})).map(({ code }) => code)).toContain('brokenCalendar');
    await fresh.stop();

    await bend(was?.closes ?? '');
    expect(await codes()).not.toContain('brokenCalendar JAM_KERJA');
    expect(await admin.simulateDeadline(monday)).toEqual(before);
  });
});
