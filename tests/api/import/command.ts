import path from 'node:path';
import { importCommand, SAMPLES } from '../../support/imports';
import { world, dataDir, count } from './stage';

describe('the command', () => {
  const glpi = path.join(SAMPLES, 'glpi.csv');
  test.each<[string, readonly string[], string]>([
    ['without a list', [], 'npm run import -- BERKAS.csv'],
    ['without a way to read it', [glpi], 'Sebutkan cara membaca daftar ini'],
    ['with another preset', [glpi, '--preset', 'otrs'], 'Preset "otrs" tidak ada'],
    ['with a list that is not there', ['tidak-ada.csv', '--preset', 'glpi'], 'tidak-ada.csv tidak ditemukan'],
    ['with messages of another list', [glpi, '--preset', 'skpd', '--messages', glpi], 'pesan-pesan dari satu daftar'],
    ['with nobody to invite', [glpi, '--preset', 'glpi', '--invite'], 'Hanya orang yang dapat diundang'],
    ['with a mapping that is none', [glpi, '--map', glpi], 'bukan JSON'],
  ])('refuses %s, in a sentence', async (_, args, sentence) => {
    const { code, said } = await importCommand(world, dataDir, args);
    expect([code, said]).toEqual([1, expect.stringContaining(sentence)]);
  });

  test('cut off in the middle leaves nothing half made', async () => {
    const before = [await count('tickets'), await count('audit_entries')];
    await world.database.query(`create function cut_off() returns trigger language plpgsql as $$ begin
        if new.source_id = '4714' then raise exception 'cut off'; end if; return new; end $$`);
    await world.database.query(
      'create trigger cut_off before insert on tickets for each row execute function cut_off()',
    );
    const map = path.join(SAMPLES, 'glpi.json');
    const { code, said } = await importCommand(world, dataDir, [glpi, '--preset', 'glpi', '--map', map, '--apply']);
    expect([code, said]).toEqual([1, expect.stringContaining('import gagal')]);
    expect([await count('tickets'), await count('audit_entries')]).toEqual(before);
    await world.database.query('drop function cut_off() cascade');
  });
});
