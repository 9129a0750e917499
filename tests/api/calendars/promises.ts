import { screens } from '../../support/content';
import { CATEGORY, PRIORITY, world, refusal } from './stage';

test('a service promises by a calendar there is, and answers before it is done', async () => {
  const {
    rows: [service],
  } = await world.database.query<{ document_id: string }>("select document_id from categories where code = 'NET-01'");
  const promise = async (sla: object) =>
    refusal(
      await screens(world)('put', CATEGORY, `/${service?.document_id}`, {
        sla: { calendar: 'JAM_KERJA', responseMinutes: 60, resolutionMinutes: 450, mode: 'DURATION', ...sla },
      }),
    );
  expect(await promise({ calendar: 'JAM_KERJAA' })).toMatchObject({
    status: 400,
    at: ['sla.calendar'],
    message: expect.stringContaining('24X7, JAM_KERJA'),
  });
  expect(await promise({ responseMinutes: 451 })).toMatchObject({ status: 400, at: ['sla.responseMinutes'] });
  expect(await promise({ responseMinutes: 451, mode: 'EVENT' })).toMatchObject({ status: 200 });
  expect(await promise({})).toMatchObject({ status: 200 });
  const {
    rows: [urgent],
  } = await world.database.query<{ document_id: string }>("select document_id from priorities where code = 'URGENT'");
  expect(
    refusal(await screens(world)('put', PRIORITY, `/${urgent?.document_id}`, { responseMinutes: 5000 })),
  ).toMatchObject({ status: 400, at: ['responseMinutes'] });
});
