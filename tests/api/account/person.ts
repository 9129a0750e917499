import { newcomer } from '../../support/portal-account';
import { bare } from '../../support/world';
import { mine, world } from './stage';

test('people see and correct what is theirs; unit, role and username are not', async () => {
  const person = await (await newcomer(world)).signIn();
  expect(await person.getAccount({})).toMatchObject({
    fullName: 'Siti Rahmawati',
    skpdName: 'Dinas Pendidikan dan Kebudayaan',
    phone: null,
    nip: null,
    language: null,
    privacy: null,
    pendingEmail: null,
  });
  expect(
    await person.updateAccount({
      fullName: ' Siti Rahmawati, S.Kom ',
      phone: '0840-0000-0301',
      nip: '199001012020122001',
      position: 'Pranata Komputer',
    }),
  ).toMatchObject({ fullName: 'Siti Rahmawati, S.Kom', nip: '199001012020122001' });
  expect((await person.getMe({})).actor.name).toBe('Siti Rahmawati, S.Kom');
  expect(await mine('update')).toMatchObject([
    { actor_kind: 'portal', payload: { after: { nip: '199001012020122001', phone: '0840-0000-0301' } } },
  ]);
  expect(await person.updateAccount({ fullName: 'Siti Rahmawati', phone: '', nip: '', position: '' })).toMatchObject({
    phone: null,
    nip: null,
    position: null,
  });
  const { body } = await bare(world, person)('put', '/account')
    .send({ fullName: '', phone: 'x', nip: '123', position: null })
    .expect(400);
  expect(
    body.error.details.issues.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
  ).toEqual(['fullName required', 'phone wrongFormat', 'nip wrongFormat']);
  for (const extra of [
    { role: 'LEADER' },
    { skpd: 'DINKES' },
    { username: 'bos' },
    { blocked: false },
    { email: 'a@b.test' },
  ])
    expect(
      (
        await bare(world, person)('put', '/account').send({
          fullName: 'Siti',
          phone: null,
          nip: null,
          position: null,
          ...extra,
        })
      ).status,
    ).toBe(400);
});
