import fc from 'fast-check';
import {
  checkInboundMail,
  DAY_MS,
  DEFAULT_INBOUND_MAIL,
  INBOUND_LIMITS,
  isOver,
  judgeMail,
  lastAnswerDay,
  lastingFailure,
  LIMITS,
  natureOf,
  ownWords,
  QUARANTINE_REASONS,
  replyText,
  REPLY_LINE,
  textOfHtml,
  tokenAmong,
  tokenIn,
  withToken,
  writeToken,
  type MailFacts,
  type ReplyToken,
} from 'strapi-plugin-ticketing/domain';

const BASE = 'balas@kota.test';
const ids = fc.integer({ min: 1, max: 36 ** 6 - 1 });
const tokens = fc.record({
  ticket: ids,
  kind: fc.constantFrom('portal' as const, 'staff' as const),
  person: ids,
  lastDay: fc.integer({ min: 20_000, max: 60_000 }),
});
const marks = fc.stringMatching(/^[0-9a-z]{25}$/);

describe('the token in an address', () => {
  test('comes back whole, in whatever capitals and among whatever other addresses', () => {
    const others = fc.array(fc.constantFrom('a@b.test', BASE, 'balas+x@kota.test', '', '+@', 'balas+@kota.test'));
    fc.assert(
      fc.property(tokens, marks, others, fc.boolean(), (token, mark, among, isLoud) => {
        const address = withToken(BASE, writeToken(token, mark));
        const found = tokenAmong(BASE, [...among, isLoud ? address.toUpperCase() : address]);
        expect(found).toEqual({ ...token, mark });
      }),
    );
  });

  test('fits into what an address may hold, with the longest base', () => {
    const most: ReplyToken = { ticket: 36 ** 6 - 1, kind: 'staff', person: 36 ** 6 - 1, lastDay: 36 ** 4 - 1 };
    const address = withToken(`${'x'.repeat(INBOUND_LIMITS.local)}@kota.test`, writeToken(most, 'z'.repeat(25)));
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
  });

  test('two tokens that differ are marked over different texts', () => {
    fc.assert(
      fc.property(tokens, tokens, (one, other) => {
        expect(replyText(one) === replyText(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  test('of anything else there is none, and nothing breaks', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => expect(tokenIn(text)).toBeNull()));
    expect(tokenAmong(BASE, ['lain+1-p1-fk9-0000000000000000000000000@kota.test'])).toBeNull();
    expect(tokenAmong(BASE, ['balas+1-p1-fk9-0000000000000000000000000@lain.test'])).toBeNull();
  });

  test('is over after thirty days, and no earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 60 * DAY_MS }), (sent, later) => {
        const token = { ticket: 1, kind: 'portal' as const, person: 1, lastDay: lastAnswerDay(sent) };
        if (later >= INBOUND_LIMITS.answerDays * DAY_MS) expect(isOver(token, sent + later)).toBe(true);
        if (later < (INBOUND_LIMITS.answerDays - 1) * DAY_MS) expect(isOver(token, sent + later)).toBe(false);
      }),
    );
  });
});

describe('what a person wrote themselves', () => {
  const words = fc
    .array(fc.constantFrom('Sudah', 'kami', 'coba.', 'Masih', 'sama', 'di', 'loket', '3:', 'a > b', 'Budi menulis'), {
      minLength: 1,
      maxLength: 12,
    })
    .map((some) => some.join(' '));
  const bodies = fc.array(words, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));
  const letter = `— ${REPLY_LINE.id} —\n\nYth. Ratih,\n\nTiket Anda sekarang ditangani.`;
  const quoted = letter.replaceAll(/^/gm, '> ');
  const english = letter.replace(REPLY_LINE.id, REPLY_LINE.en);
  /** How mail programs put the letter below, above or around an answer. */
  const PROGRAMS: Readonly<Record<string, (own: string) => string>> = {
    'Gmail, Indonesian': (own) =>
      `${own}\n\nPada Sen, 30 Nov 2026 pukul 09.12 Meja Layanan <a@b.test> menulis:\n\n${quoted}`,
    'Gmail, in lines': (own) =>
      `${own}\n\nOn Mon, Nov 30, 2026 at 9:12 AM Meja Layanan\n<a@b.test>\nwrote:\n\n${quoted}`,
    Thunderbird: (own) => `On 30/11/2026 09:12, Meja Layanan wrote:\n${quoted}\n\n${own}\n\n-- \nRatih Kusuma\nDinas`,
    Outlook: (own) =>
      `${own}\n\n________________________________\nFrom: Meja\nSent: Monday\nTo: Ratih\nSubject: x\n\n${letter}`,
    'Outlook, Indonesian': (own) => `${own}\n\nDari: Meja Layanan\nDikirim: Senin\nKepada: Ratih\n\n${english}`,
    iPhone: (own) => `${own}\n\nDikirim dari iPhone saya\n\n> Pada 30 Nov 2026 Meja menulis:\n>\n${quoted}`,
    'HTML without marks': (own) => `${own}\n\nOn Mon, 30 Nov 2026 Meja wrote:\n\n${letter}`,
    'an older Outlook': (own) => `${own}\n\n-----Original Message-----\nFrom: Meja\n\n${english}`,
    'only the answer': (own) => own,
    'lines of Windows': (own) => `${own}\n\n${quoted}`.replaceAll('\n', '\r\n'),
  };

  test.each(Object.keys(PROGRAMS))('is all that stays of an answer by %s', (program) => {
    fc.assert(fc.property(bodies, (own) => expect(ownWords(PROGRAMS[program]?.(own) ?? '')).toBe(own.trim())));
  });

  test('between quoted lines stays too', () => {
    expect(ownWords('> Apakah sudah dicoba?\nSudah.\n> Sejak kapan?\nSejak kemarin.')).toBe('Sudah.\nSejak kemarin.');
  });

  test('a sentence that looks like the head of a quotation stays where nothing is quoted', () => {
    const said = 'Pada hari Senin Pak Budi dari keuangan menulis:\nloket tiga masih mati.';
    expect(ownWords(said)).toBe(said);
  });

  test('whatever comes in, it ends, grows nothing and holds no quoted line', () => {
    const odd = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom('>', '\n', '\r\n', '-- ', 'On ', 'wrote:', 'From:', '_'.repeat(30), 'Pada '),
      ),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(odd, (pieces) => {
        const given = pieces.join('');
        const own = ownWords(given);
        expect(own.length).toBeLessThanOrEqual(given.length);
        expect(own.split('\n').some((line) => line.trimStart().startsWith('>'))).toBe(false);
      }),
    );
  });

  test('a text without end costs as many steps as it has lines, and what is beyond the limit is not looked at', () => {
    const given = 'On a\n'.repeat(INBOUND_LIMITS.text);
    expect(ownWords(given).length).toBeLessThanOrEqual(INBOUND_LIMITS.text);
  });
});

describe('a mail of HTML alone', () => {
  test.each([
    ['<p>Baik,</p><p>terima kasih</p>', 'Baik,\n\nterima kasih'],
    [
      '<html><head><style>p { color: red }</style><title>x</title></head><body>Satu<br>dua &amp; <b>tiga</b>&#46;',
      'Satu\ndua & tiga.',
    ],
    ['Halo<div>dunia</div><div><br></div><div>lagi</div>', 'Halo\ndunia\n\nlagi'],
    [
      `<div>Baik.</div><div class="q"><div>Pada Sen, 30 Nov 2026 Meja &lt;a@b.test&gt; menulis:<br></div><blockquote><p>— ${REPLY_LINE.id} —</p>Yth.</blockquote></div>`,
      'Baik.',
    ],
    [`<div>Baik.</div><hr><div>— ${REPLY_LINE.id} —</div><p>Yth.</p>`, 'Baik.'],
    ['<ul><li>satu</li>\n<li>dua</li></ul>', 'satu\ndua'],
    ['a &lt;script&gt; b &#0;&#x110000;&unbekannt; c', 'a <script> b &unbekannt; c'],
  ])('%s reads as its words', (html, words) => expect(ownWords(textOfHtml(html))).toBe(words));

  test('may be anything, and costs as many steps as it is long', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(typeof textOfHtml(text)).toBe('string')));
    for (const piece of ['<!--', '<style', '<', '<blockquote>', '</blockquote>', '&#', '<br>\t'])
      expect(textOfHtml(piece.repeat(200_000)).length).toBeLessThanOrEqual(1_000_000);
  });
});

test.each([
  [[['auto-submitted', 'auto-replied']], ['a@b.test'], 'automatic'],
  [[['auto-submitted', 'no']], ['a@b.test'], 'letter'],
  [[['precedence', 'bulk']], ['a@b.test'], 'automatic'],
  [[['x-autoreply', 'yes']], ['a@b.test'], 'automatic'],
  [[['list-id', '<semua.kota.test>']], ['a@b.test'], 'automatic'],
  [[['return-path', '<>']], ['a@b.test'], 'automatic'],
  [[['return-path', '<a@b.test>']], ['a@b.test'], 'letter'],
  [
    [
      ['constructor', 'x'],
      ['__proto__', 'x'],
    ],
    ['a@b.test'],
    'letter',
  ],
  [[], ['MAILER-DAEMON@b.test'], 'automatic'],
  [[['content-type', 'multipart/report; boundary="x";\n report-type=delivery-status']], ['m@b.test'], 'bounce'],
  [[['content-type', 'multipart/report; report-type=disposition-notification']], ['m@b.test'], 'automatic'],
] as const)('%j from %j is a mail of nature %s', (headers, from, nature) => {
  expect(natureOf(headers, from)).toBe(nature);
});

describe('a report of delivery', () => {
  const report = (over: Readonly<Record<string, string>> = {}) =>
    [
      'Reporting-MTA: dns; mail.kota.test',
      '',
      ...Object.entries({
        'Final-Recipient': 'rfc822; ratih@kota.test',
        Action: 'failed',
        Status: '5.1.1',
        'Diagnostic-Code': 'smtp; 550 5.1.1\n no such user',
        ...over,
      }).map(([name, value]) => `${name}: ${value}`),
      '',
    ].join('\n');
  test('tells of a lasting failure in the server’s words', () => {
    expect(lastingFailure(report())).toBe('550 5.1.1 no such user');
    expect(lastingFailure(report().replaceAll('\n', '\r\n'))).toBe('550 5.1.1 no such user');
    expect(lastingFailure(report({ 'Diagnostic-Code': '' }))).toBe('Status 5.1.1');
  });
  test.each<Record<string, string>>([
    { Action: 'delayed' },
    { Action: 'delivered', Status: '2.0.0' },
    { Status: '4.2.2' },
    { Action: '' },
  ])('says nothing of an address with %j', (over) => expect(lastingFailure(report(over))).toBeNull());
  test('may be anything, and nothing breaks', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(lastingFailure(text)).toBeNull()));
  });
});

describe('the verdict', () => {
  const good: MailFacts = {
    ...{ nature: 'letter', isOwn: false, token: 'good', isKnown: true, isFromThem: true, mayComment: true },
    ...{ words: 5, files: 0 },
  };
  test.each([
    [{}, null],
    [{ words: 0, files: 1 }, null],
    [{ isOwn: true }, 'own'],
    [{ nature: 'bounce' }, 'unknownBounce'],
    [{ nature: 'automatic' }, 'automatic'],
    [{ token: 'none' }, 'noToken'],
    [{ token: 'forged' }, 'forgedToken'],
    [{ token: 'expired' }, 'expiredToken'],
    [{ isKnown: false }, 'unknownPerson'],
    [{ isFromThem: false }, 'otherSender'],
    [{ mayComment: false }, 'mayNotComment'],
    [{ words: 0 }, 'empty'],
    [{ words: LIMITS.comment + 1 }, 'tooLong'],
  ] as const)('%j: %s', (over, reason) => expect(judgeMail({ ...good, ...over })).toBe(reason));

  test('is good only with a good token, its person’s address and the right to comment, all at once', () => {
    const facts = fc.record({
      nature: fc.constantFrom('letter' as const, 'automatic' as const, 'bounce' as const),
      token: fc.constantFrom('none' as const, 'forged' as const, 'expired' as const, 'good' as const),
      ...{ isOwn: fc.boolean(), isKnown: fc.boolean(), isFromThem: fc.boolean(), mayComment: fc.boolean() },
      ...{ words: fc.nat(LIMITS.comment * 2), files: fc.nat(3) },
    });
    fc.assert(
      fc.property(facts, (some) => {
        const reason = judgeMail(some);
        const isGood =
          some.nature === 'letter' && !some.isOwn && some.token === 'good' && some.isKnown && some.isFromThem;
        const hasSomething = some.words > 0 || some.files > 0;
        expect(reason === null).toBe(isGood && some.mayComment && hasSomething && some.words <= LIMITS.comment);
        if (reason !== null) expect(QUARANTINE_REASONS).toContain(reason);
      }),
    );
  });
});

test('a mailbox may stay unfinished while it is off, and needs an address that leaves room for a token', () => {
  const fields = (over: object) => checkInboundMail({ ...DEFAULT_INBOUND_MAIL, ...over }).map(({ field }) => field);
  expect(fields({})).toEqual([]);
  expect(fields({ isOn: true })).toEqual(['host', 'username', 'address']);
  expect(fields({ address: 'meja-layanan-dinas-kominfo@kota.test' })).toEqual(['address']);
  expect(fields({ address: 'balas+tiket@kota.test' })).toEqual(['address']);
  expect(fields({ isOn: true, host: 'mail.kota.test', username: 'balas', address: BASE })).toEqual([]);
});
