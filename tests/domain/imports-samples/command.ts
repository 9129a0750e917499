import fs from 'node:fs';
import path from 'node:path';
import { IMPORT_BOUNDS, PRESETS } from '../../../plugins/ticketing/domain/imports';

test('the command knows the same presets and bounds', () => {
  const command = fs.readFileSync(path.join(__dirname, '../../../config/run/import.ts'), 'utf8');
  expect(command).toContain(
    `const PRESETS = [${[...PRESETS, 'skpd', 'layanan', 'akun', 'petugas'].map((name) => `'${name}'`).join(', ')}];`,
  );
  expect([IMPORT_BOUNDS.bytes, IMPORT_BOUNDS.mapping]).toEqual([64 * 1024 * 1024, 1024 * 1024]);
  expect(command).toContain('{ list: 64 * 1024 * 1024, mapping: 1024 * 1024 }');
});
