import { outage, type Person } from '../../support/world';
import { world } from './stage';

test('who handles a ticket sees whom to call; everybody else asks for it, and that is written down', async () => {
  const [clerk, colleague, officer, other, leader] = [
    await world.clerk(),
    await world.colleague(),
    await world.staff('Galih Ramadhan'),
    await world.staff('Tari Puspita'),
    await world.leader(),
  ];
  const { number } = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number, action: 'claim' });
  for (const person of [clerk, colleague, officer])
    expect((await person.getTicket({ number })).contact.phone).toBe('0840-0000-0201');
  for (const person of [other, leader, await world.staff('Administrator Demo')]) {
    const seen = await person.getTicket({ number });
    expect(seen).toMatchObject({
      contact: { name: 'Ratih Kusuma', phone: '•••201', email: 'r•••@bukittinggi.test' },
      isContactMasked: true,
    });
  }
  const csv = async (person: Person) =>
    (await person.exportTickets({ format: 'csv', columns: 'number,contactPhone', q: number } as never)).text();
  expect(await csv(leader)).toContain('•••201');
  expect(await csv(leader)).not.toContain('0840-0000-0201');
  expect(await leader.revealContact({ number })).toMatchObject({ phone: '0840-0000-0201' });
  await expect(clerk.revealContact({ number })).rejects.toMatchObject({ code: 'notAllowed' });
  const { rows } = await world.database.query(
    "select actor_name, actor_role from audit_entries where subject_id = $1 and event = 'revealContact'",
    [number],
  );
  expect(rows).toEqual([{ actor_name: leader.name, actor_role: 'LEADER' }]);
  expect((await clerk.getTimeline({ number })).map(({ event }) => event)).not.toContain('revealContact');
});
