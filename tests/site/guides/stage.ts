import { openStage, type Stage } from '../../support/browser';
import { ANNOUNCEMENT, announcement, GUIDE, guide, linkTo, screens } from '../../support/content';

/**
 * As much as an editor can put into one guide: forty headings, a table of fourteen columns, and things that must not
 * run.
 */
const COLUMNS = Array.from({ length: 14 }, (_, index) => `Kolom panjang ${index}`);
const ROWS = Array.from(
  { length: 30 },
  (_, row) => `| ${COLUMNS.map((_name, column) => `${row}.${column}`).join(' | ')} |`,
);
const HUGE = [
  ...Array.from(
    { length: 40 },
    (_, index) => `${index % 3 ? '###' : '##'} Bagian ${index}\n\nIsi **tebal** bagian ${index}. ${'A'.repeat(120)}`,
  ),
  'Teks <script>window.dijalankan = true</script> <img src=x onerror="window.dijalankan = true"> ' +
    '[jahat](javascript:alert(1)) [luar](https://contoh.go.id/a) [dalam](/tiket/baru) ' +
    '![gambar](https://contoh.go.id/x.png)',
  `| ${COLUMNS.join(' | ')} |\n|${'---|'.repeat(14)}\n${ROWS.join('\n')}`,
  `\`\`\`\n${'perintah '.repeat(60)}\n\`\`\``,
].join('\n\n');
const LONG_TITLE = 'Judul panduan yang sangat panjang tentang pemeliharaan jaringan '.repeat(4).slice(0, 200);

export let stage: Stage;
let edit: ReturnType<typeof screens>;
beforeAll(async () => {
  stage = await openStage();
  edit = screens(stage);
  await stage.database.query('delete from announcements');
  const NET = await linkTo(stage, 'NET', 'NET-01', 'NET-02');
  const made = [
    await edit(
      'post',
      GUIDE,
      '',
      guide({
        title: LONG_TITLE,
        slug: 'panjang-sekali',
        kind: 'GUIDE',
        summary: 'x '.repeat(150),
        body: HUGE,
        services: NET,
      }),
    ),
    await edit(
      'post',
      ANNOUNCEMENT,
      '',
      announcement(-1, null, {
        title: 'Kabel optik putus',
        ticketNumber: 'TIK-2026-00001',
        services: await linkTo(stage, 'NET'),
      }),
    ),
    ...(await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        edit(
          'post',
          ANNOUNCEMENT,
          '',
          announcement(index - 3, index + 5, {
            title: `Pengumuman ${index}`,
            kind: ['INFO', 'MAINTENANCE', 'DISTURBANCE'][index % 3],
            body: `## Terdampak\n\n- Balai Kota\n\n${HUGE.slice(-700)}`,
          }),
        ),
      ),
    )),
  ];
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
});
afterAll(() => stage.close());
