import fc from 'fast-check';
import {
  checkIdentity,
  codeFrom,
  dayInWords,
  DOCUMENT_KINDS,
  documentState,
  documentsOf,
  groupedNip,
  readCode,
  readSeal,
  sealBytes,
  signatoryFor,
  terbilang,
  writeSeal,
  writtenMoment,
  type Identity,
  type Seal,
} from 'strapi-plugin-ticketing/domain';

describe('terbilang', () => {
  test.each([
    [0, 'nol'],
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [99, 'sembilan puluh sembilan'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [111, 'seratus sebelas'],
    [200, 'dua ratus'],
    [999, 'sembilan ratus sembilan puluh sembilan'],
    [1000, 'seribu'],
    [1001, 'seribu satu'],
    [1100, 'seribu seratus'],
    [1945, 'seribu sembilan ratus empat puluh lima'],
    [2000, 'dua ribu'],
    [2026, 'dua ribu dua puluh enam'],
    [11_000, 'sebelas ribu'],
    [21_000, 'dua puluh satu ribu'],
    [100_000, 'seratus ribu'],
    [101_000, 'seratus satu ribu'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [1_250_000, 'satu juta dua ratus lima puluh ribu'],
    [100_000_000, 'seratus juta'],
    [1_000_000_000, 'satu miliar'],
    [1_000_000_000_001, 'satu triliun satu'],
    [-45, 'minus empat puluh lima'],
    [
      Number.MAX_SAFE_INTEGER,
      'sembilan kuadriliun tujuh triliun seratus sembilan puluh sembilan miliar dua ratus lima puluh empat ' +
        'juta tujuh ratus empat puluh ribu sembilan ratus sembilan puluh satu',
    ],
  ])('%d is read as "%s"', (number, words) => {
    expect(terbilang(number)).toBe(words);
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is refused, not guessed', (number) => {
    expect(() => terbilang(number)).toThrow(RangeError);
  });

  /** Reads the words back by another way than they were made: every word is a value or a scale. */
  function valueOf(words: string): number {
    const values: Record<string, number> = {
      nol: 0,
      satu: 1,
      dua: 2,
      tiga: 3,
      empat: 4,
      lima: 5,
      enam: 6,
      tujuh: 7,
      delapan: 8,
      sembilan: 9,
      sepuluh: 10,
      sebelas: 11,
    };
    const scales: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12, kuadriliun: 1e15 };
    let [total, hundreds, last] = [0, 0, 0];
    for (const word of words.split(' ')) {
      if (word === 'seribu') total += 1000;
      else if (word === 'seratus') hundreds = 100;
      else if (word in scales) {
        total += (hundreds + last) * (scales[word] ?? 0);
        [hundreds, last] = [0, 0];
      } else if (word === 'belas') last += 10;
      else if (word === 'puluh') [hundreds, last] = [hundreds + last * 10, 0];
      else if (word === 'ratus') [hundreds, last] = [last * 100, 0];
      else last += values[word] ?? Number.NaN;
    }
    return total + hundreds + last;
  }

  test('whatever is written can be read back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: 9_999 }), fc.maxSafeNat()), (number) => {
        const words = terbilang(number);
        expect(words).toMatch(/^[a-z]+( [a-z]+)*$/);
        expect(valueOf(words)).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });
});

test('a day in words stands as a Berita Acara writes it', () => {
  expect(dayInWords('2026-11-23')).toBe(
    'Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026)',
  );
  expect(dayInWords('2028-02-29')).toBe(
    'Selasa tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh delapan (29-02-2028)',
  );
  expect(() => dayInWords('2026-02-29')).toThrow(RangeError);
});

test('a moment is told on the clock of the city, also when UTC is still yesterday', () => {
  expect(writtenMoment(Date.parse('2026-11-23T02:15:00Z'))).toBe('Senin, 23 November 2026 pukul 09.15 WIB');
  expect(writtenMoment(Date.parse('2026-12-31T17:00:00Z'))).toBe('Jumat, 1 Januari 2027 pukul 00.00 WIB');
});

describe('which papers a ticket has', () => {
  const facts = { status: 'NEW', workKind: 'REQUEST', hasLetter: false } as const;
  test('a new request has form and receipt, and no Berita Acara', () => {
    expect(documentState('request-form', facts)).toBe('PRINTOUT');
    expect(documentState('receipt', facts)).toBe('FINAL');
    expect(documentState('completion-report', facts)).toBeNull();
  });
  test('a Berita Acara is a preview until the work is resolved', () => {
    expect(documentState('completion-report', { ...facts, status: 'IN_PROGRESS' })).toBe('PREVIEW');
    expect(documentState('completion-report', { ...facts, status: 'RESOLVED' })).toBe('FINAL');
    expect(documentState('completion-report', { ...facts, status: 'REJECTED' })).toBeNull();
  });
  test('a duty letter is final once the office has given it a number', () => {
    expect(documentState('assignment-letter', facts)).toBe('PREVIEW');
    expect(documentState('assignment-letter', { ...facts, hasLetter: true })).toBe('FINAL');
  });
  test('only what is broken has an incident report', () => {
    expect(documentsOf(facts).map(({ kind }) => kind)).not.toContain('incident-report');
    expect(documentsOf({ ...facts, workKind: 'INCIDENT' }).map(({ kind }) => kind)).toContain('incident-report');
  });
});

describe('the code on a paper', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 32 });
  test('has 80 bits, and is read however a person types it', () => {
    expect(codeFrom(new Uint8Array(10))).toBe('0000-0000-0000-0000');
    expect(codeFrom(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    expect(readCode(' oil0 1zzz-zzzzzzzz ')).toBe('0110-1ZZZ-ZZZZ-ZZZZ');
    fc.assert(
      fc.property(bytes, (random) => {
        const code = codeFrom(random);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
      }),
    );
    expect(codeFrom(Uint8Array.from([...new Uint8Array(9), 1]))).not.toBe(codeFrom(new Uint8Array(10)));
  });
  test.each(['', '0000-0000-0000-000', '0000-0000-0000-000U', '0'.repeat(10_000), '<script>'])(
    '%p is none',
    (typed) => {
      expect(readCode(typed)).toBeNull();
    },
  );
});

describe('the seal in a QR', () => {
  const seal: Seal = {
    code: '7K3M-9QXA-0000-ZZZZ',
    kind: 'completion-report',
    ticketNumber: 'TIK-2026-00557',
    letterNumber: '500.12/17/Kominfo/2026',
    day: '2026-11-23',
    parties: ['Galih Ramadhan', 'Sri Wahyuni'],
    contentHash: 'q'.repeat(43),
    position: 14,
    link: '0123456789abcdef',
    keyId: 'abcdefgh',
  };
  const signature = new Uint8Array(64).fill(7);

  test('says what was put in, and gives the signed bytes back unchanged', () => {
    const read = readSeal(writeSeal(sealBytes(seal), signature));
    expect(read?.seal).toEqual(seal);
    expect(read?.bytes).toEqual(sealBytes(seal));
    expect(read?.signature).toEqual(signature);
  });
  test('stays small enough for a QR that a copied page still shows, whatever the names are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300, unit: 'grapheme' }), (one, other) => {
        const read = readSeal(writeSeal(sealBytes({ ...seal, parties: [one, other] }), signature));
        expect([...(read?.seal.parties[1] ?? '')].length).toBeLessThanOrEqual(40);
      }),
    );
    expect(writeSeal(sealBytes(seal), signature).length).toBeLessThan(420);
  });
  test('any other text is none', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(readSeal(text)).toBeNull()));
    const whole = writeSeal(sealBytes(seal), signature);
    for (const broken of [
      whole.slice(0, -10),
      `${whole}.x`,
      whole.replace('.', ''),
      'W10.AA',
      `${'A'.repeat(2000)}.AA`,
    ])
      expect(readSeal(broken)).toBeNull();
  });
  test('a field that was changed changes the bytes that are signed', () => {
    for (const field of Object.keys(seal) as (keyof Seal)[]) {
      const other = {
        ...seal,
        [field]: field === 'parties' ? ['Lain', 'Sri Wahyuni'] : field === 'position' ? 15 : 'x',
      };
      expect(sealBytes(other)).not.toEqual(sealBytes(seal));
    }
  });
});

describe('identity', () => {
  const head = { duty: 'HEAD', position: 'Kepala Dinas', name: null, rank: null, nip: null } as const;
  test('who signs is the one named for it, else the head of the office', () => {
    const identity = {
      signatories: [head, { ...head, duty: 'ASSIGNMENT', position: 'Sekretaris' }],
    } as unknown as Identity;
    expect(signatoryFor(identity, 'ASSIGNMENT')?.position).toBe('Sekretaris');
    expect(signatoryFor(identity, 'COMPLETION')?.position).toBe('Kepala Dinas');
    expect(signatoryFor({ ...identity, signatories: [] }, 'HEAD')).toBeNull();
  });
  test('what would look wrong on paper is named', () => {
    expect(
      checkIdentity({
        email: 'dinas',
        postalCode: '2612',
        site: 'kota.example.id',
        signatories: [
          { ...head, nip: '19850101 201001 1 001' },
          { ...head, nip: '123' },
        ],
      }),
    ).toEqual([
      { field: 'postalCode', code: 'wrongFormat' },
      { field: 'email', code: 'wrongFormat' },
      { field: 'signatories.1.nip', code: 'wrongFormat' },
      { field: 'signatories.1.duty', code: 'taken' },
    ]);
    expect(groupedNip('198501012010011001')).toBe('19850101 201001 1 001');
  });
});

test('every kind of paper is told apart by its name', () => {
  expect(new Set(DOCUMENT_KINDS).size).toBe(7);
});
