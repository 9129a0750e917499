import {
  createSender,
  headersOf,
  isKept,
  otlpOf,
  parentIn,
  shareOf,
  statementText,
  traceOf,
  traceParent,
  type Span,
  type Taken,
} from '../../plugins/ticketing/domain/traces';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const TRACE = ID.replaceAll('-', '');
const span = (over: Partial<Span> = {}): Span => ({
  trace: TRACE,
  id: 'b7ad6b7169203331',
  parent: null,
  name: 'GET /tiket',
  kind: 'SERVER',
  began: 1_764_460_800_000.25,
  ended: 1_764_460_800_012,
  facts: { method: 'GET', status: 200 },
  isError: false,
  ...over,
});
const service = { name: 'ticketing-site', version: '0.1.0', instance: 'a:1' };

test('a trace is the id of its request, and what comes with it counts for that one alone', () => {
  expect(traceOf(ID)).toBe(TRACE);
  for (const none of ['', 'demo:survey', `${ID}0`, ID.toUpperCase()]) expect(traceOf(none)).toBe(null);
  expect(parentIn(traceParent(TRACE, 'b7ad6b7169203331'), TRACE)).toBe('b7ad6b7169203331');
  for (const none of [
    '',
    'jahat',
    traceParent(TRACE, '0000000000000000'),
    traceParent(TRACE.replace('0', '1'), 'b7ad6b7169203331'),
  ])
    expect(parentIn(none, TRACE)).toBe(null);
});

test('servers decide alike which traces are kept, all, none or a share', () => {
  const traces = Array.from({ length: 256 }, (_, nth) => `${'0'.repeat(24)}${nth.toString(16).padStart(2, '0')}000000`);
  for (const [share, kept] of [
    [1, 256],
    [0, 0],
    [0.25, 64],
  ] as const)
    expect(traces.filter((trace) => isKept(trace, share))).toHaveLength(kept);
});

test.each([
  ['select * from t where a = $1', 'select * from t where a = $1'],
  [
    "select 'Ratih ''Kusuma''' as name,\n  number from t1 where n = 42 and m > 1.5",
    'select ? as name, number from t1 where n = ? and m > ?',
  ],
  ['insert into "t_2" values (?, ?)', 'insert into "t_2" values (?, ?)'],
])('a statement is told without a value that stands in it', (sql, told) => {
  expect(statementText(sql)).toBe(told);
  expect(statementText(`${sql} ${'x'.repeat(2000)}`)).toHaveLength(500);
});

test('a span goes as collectors read it, with facts of the table and no others', () => {
  const facts = { method: 'GET', status: 500, name: 'Ratih' } as Span['facts'];
  const sent = otlpOf(service, [span({ facts, isError: true, parent: '00f067aa0ba902b7' })]);
  expect(sent.resourceSpans[0]?.scopeSpans[0]?.spans[0]).toEqual({
    traceId: TRACE,
    spanId: 'b7ad6b7169203331',
    parentSpanId: '00f067aa0ba902b7',
    name: 'GET /tiket',
    kind: 2,
    startTimeUnixNano: '1764460800000250000',
    endTimeUnixNano: '1764460800012000000',
    attributes: [
      { key: 'http.request.method', value: { stringValue: 'GET' } },
      { key: 'http.response.status_code', value: { intValue: '500' } },
    ],
    status: { code: 2 },
  });
});

test('spans wait for a collector that is away, to a bound; what it refuses is let go; it is said once', async () => {
  const [said, taken]: [string[], number[]] = [[], []];
  let answer: () => Promise<Taken> = () => Promise.reject(new Error('ECONNREFUSED'));
  const sender = createSender(
    service,
    async (body) => {
      const found = await answer();
      taken.push((JSON.parse(body) as ReturnType<typeof otlpOf>).resourceSpans[0]?.scopeSpans[0]?.spans.length ?? 0);
      return found;
    },
    (sentence) => said.push(sentence),
  );
  for (let nth = 0; nth < 5000; nth += 1) sender.add(span());
  await sender.flush();
  await sender.flush();
  expect([said, taken]).toEqual([['traces are not taken: ECONNREFUSED'], []]);
  answer = () => Promise.resolve('taken');
  await sender.flush();
  expect(taken).toEqual(Array.from({ length: 8 }, () => 512));
  answer = () => Promise.resolve('refused');
  sender.add(span());
  await sender.flush();
  await sender.flush();
  expect([taken.length, said.length]).toEqual([9, 2]);
});

test('headers for the collector are read as OpenTelemetry writes them', () => {
  expect(headersOf('authorization=Bearer%20abc=, X-Scope = kota ,,=x')).toEqual({
    authorization: 'Bearer abc=',
    'x-scope': 'kota',
  });
  expect(headersOf('key=50%')).toEqual({ key: '50%' });
});

test.each([
  ['', 1],
  ['0', 0],
  [' 0.25 ', 0.25],
  ['0,1', 1],
  ['7', 1],
  ['-1', 0],
])('a share given as "%s" is %d', (given, share) => {
  expect(shareOf(given)).toBe(share);
});
