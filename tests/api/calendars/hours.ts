import { screens } from '../../support/content';
import { CALENDAR, world, refusal, slot, calendar, save } from './stage';

describe('hours of which no clock can be made are refused beside the field', () => {
  test.each([
    [
      'overlapping hours',
      { slots: [slot(1, '07:30', '12:00'), slot(1, '11:30', '16:00')] },
      'slots.1.opens',
      'hari Senin saling bertumpuk',
    ],
    [
      'closing before opening',
      { slots: [slot(2, '16:00', '07:30')] },
      'slots.0.closes',
      'Jam tutup 07:30 harus sesudah jam buka 16:00',
    ],
    ['closing when opening', { slots: [slot(2, '08:00', '08:00')] }, 'slots.0.closes', 'harus sesudah'],
    ['a minute after midnight', { slots: [slot(1, '08:00', '24:01')] }, 'slots.0.closes', 'paling akhir 24:00'],
    ['an eighth day', { slots: [slot(8, '08:00', '16:00')] }, 'slots.0.weekday', '1 sampai 7'],
    [
      'a period that ends before it begins',
      { periods: [{ name: 'Ramadan', startsOn: '2027-03-10', endsOn: '2027-02-08', slots: [] }] },
      'periods.0.endsOn',
      'mendahului hari pertamanya',
    ],
    [
      'overlapping hours in a period',
      {
        periods: [
          {
            name: 'Ramadan',
            startsOn: '2027-02-08',
            endsOn: '2027-03-09',
            slots: [slot(3, '08:00', '15:00'), slot(3, '14:00', '16:00')],
          },
        ],
      },
      'periods.0.slots.1.opens',
      'hari Rabu saling bertumpuk',
    ],
    ['no hours at all', { slots: [] }, 'slots', 'tidak punya jam kerja'],
  ])('%s', async (_, over, field, sentence) => {
    const { status, at, message } = await save(over);
    expect({ status, at }).toEqual({ status: 400, at: [field] });
    expect(message).toContain(sentence);
  });

  test('while hours that touch, last until midnight, or never end are fine', async () => {
    for (const over of [
      { slots: [slot(1, '00:00', '12:00'), slot(1, '12:00', '24:00')] },
      { slots: [], alwaysOpen: true },
      { periods: [{ name: 'Satu hari', startsOn: '2027-02-08', endsOn: '2027-02-08', slots: [] }] },
    ])
      expect(await save(over)).toMatchObject({ status: 201 });
  });
  test('what a save leaves out is what stands already', async () => {
    const { body } = await screens(world)('post', CALENDAR, '', calendar());
    const id = (body.data as { documentId: string }).documentId;
    expect((await screens(world)('put', CALENDAR, `/${id}`, { name: 'Nama lain' })).status).toBe(200);
    expect(refusal(await screens(world)('put', CALENDAR, `/${id}`, { slots: [] }))).toMatchObject({
      status: 400,
      at: ['slots'],
    });
  });
});
