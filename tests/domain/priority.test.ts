import { IMPACTS, PRIORITY_MATRIX, proposePriority, URGENCIES } from '../../plugins/ticketing/domain/priority';
import { catalogue } from './fixtures/seed';

describe('the proposed priority', () => {
  const CODES = { LARGE: 'BESAR', MEDIUM: 'SEDANG', SMALL: 'KECIL' } as const;
  const URGENT = { HIGH: 'TINGGI', MEDIUM: 'SEDANG', LOW: 'RENDAH' } as const;
  test.each(IMPACTS.flatMap((impact) => URGENCIES.map((urgency) => [impact, urgency] as const)))(
    'of %s impact and %s urgency is the catalogue’s',
    (impact, urgency) => {
      expect(proposePriority(impact, urgency)).toBe(
        catalogue.matriksPrioritas.hasil[`${CODES[impact]}|${URGENT[urgency]}`],
      );
    },
  );
  test('follows the city’s own matrix where there is one', () => {
    expect(
      proposePriority('SMALL', 'LOW', { ...PRIORITY_MATRIX, SMALL: { HIGH: 'HIGH', MEDIUM: 'HIGH', LOW: 'HIGH' } }),
    ).toBe('HIGH');
  });
});
