import { entry, ticket, LOREM, identity } from './material';
import { normal, type Papers } from './usual';

/** Everything somebody could type to break a page, fetch a file, or turn a line around. */
export const HOSTILE = [
  '<b>tebal</b><script>fetch("http://127.0.0.1:9/x")</script> <img src="file:///etc/passwd">',
  'file:///etc/passwd http://127.0.0.1:9/gambar.png data:image/png;base64,AAAA',
  'kanan-ke-kiri \u202etxt.exe\u202c \u200f\u2067pdf\u2069 שלום مرحبا',
  'emoji 😀👨‍👩‍👧‍👦 🏳️‍🌈 tanda ✓ ☎ → ■ 中文 \ud800 nol \u0000 e\u0301 z\u0351\u0352\u0353\u0354',
].join('\n');
const LONG_WORD = 'Wx'.repeat(10_000);

/** The same papers with far too much of everything. `photo` is one picture, shown thirty times. */
export function overfull<K extends keyof Papers>(kind: K, photo: object) {
  const many = <T>(one: T, count: number): T[] => Array.from({ length: count }, () => one);
  const text = `${HOSTILE}\n${LONG_WORD}\n${LOREM.repeat(60)}`;
  const swap: Readonly<Record<string, unknown>> = {
    description: text,
    workDone: text,
    result: text,
    instruction: `${HOSTILE} ${LOREM.repeat(20)}`,
    form: many({ key: 'x', label: `Isian ${'panjang '.repeat(12)}`, value: `${HOSTILE} ${LONG_WORD}` }, 40),
    files: many({ name: `${'nama-berkas-tanpa-spasi'.repeat(6)}.pdf`, size: 10_485_760 }, 30),
    photos: many(photo, 30),
    helpers: many('Nama Petugas Yang Cukup Panjang', 20),
    entries: many(
      {
        ...entry(
          1,
          'Berkomentar',
          'Nama Orang Yang Panjang Sekali, S.Kom., M.T.',
          `${HOSTILE} ${LONG_WORD} ${LOREM.repeat(4)}`,
        ),
        facts: [['Berkas', 'x'.repeat(400)] as const],
      },
      300,
    ),
    officers: many(
      {
        name: 'Nama Petugas Yang Panjang Sekali Dengan Gelar, S.Kom., M.T., M.M.',
        nip: '198501012010011001',
        position: 'Pranata Komputer Ahli Muda pada Bidang Infrastruktur',
        unit: null,
      },
      14,
    ),
    dispositions: many(
      {
        at: '2026-11-20T02:40:00Z',
        by: 'Rina',
        level: 'Bidang',
        recipient: LONG_WORD,
        instruction: text,
        letterNumber: '045/117',
        letterDate: '2026-11-20',
        document: null,
      },
      30,
    ),
    letterNumber: `500.12/${'9'.repeat(90)}`,
    leftOut: 12,
    categories: many(
      {
        code: 'NET',
        name: 'Jaringan',
        services: many(
          {
            code: 'NET-01',
            name: `Layanan ${'panjang '.repeat(12)}`,
            kind: 'Permintaan',
            team: 'Infrastruktur dan Keamanan',
            response: '30 menit',
            resolution: '10 hari kerja',
            scope: HOSTILE,
          },
          12,
        ),
      },
      18,
    ),
    location: LONG_WORD,
  };
  const { frame: given, body } = normal[kind];
  const loud = {
    ...identity,
    paper: 'F4' as const,
    office: 'DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN DAERAH KOTA',
    address: `${identity.address} ${'Kelurahan Nama Panjang '.repeat(4)}`,
    signatories: [
      {
        duty: 'HEAD' as const,
        position: 'Pelaksana Tugas Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian',
        name: 'Dr. Nama Yang Panjang Sekali, S.Kom., M.T.',
        rank: 'Pembina Utama Muda',
        nip: '196501011990011001',
      },
    ],
  };
  return {
    kind,
    frame: { ...given, identity: loud, printedBy: HOSTILE },
    body: Object.fromEntries(
      Object.entries({ ...body, ticket: { ...ticket, title: `${HOSTILE} ${'a'.repeat(200)}` } }).map(
        ([name, value]) => [
          name,
          name === 'signatory' || name === 'witness' ? loud.signatories[0] : name in swap ? swap[name] : value,
        ],
      ),
    ),
  };
}
