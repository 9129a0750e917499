import { ACTIONS, DAY_MS, transitionOf, wibDay, type Action, type Role } from 'strapi-plugin-ticketing/domain';
import { verifyLog } from '../support/verify';
import { carry, file, fileBare, letPass, staffId, type Step } from '../support/desk';
import { fileOf, PNG } from '../support/files';
import { bare, openWorld, type Person, type World } from '../support/world';

/**
 * Who may do what to which ticket, written down a second time from the city's rules (domain rules 5.3 and 5.4) and tried at
 * the real doors. People are letters, so that a row can be read beside the rules:
 * R requester, K colleague of the same SKPD, S clerk of another SKPD, A assignee, M mate in the ticket's team, H helper,
 * O officer who has nothing to do with it, P officer of the approver's team, C coordinator, D administrator, L leader.
 */
type Letter = 'R' | 'K' | 'S' | 'A' | 'M' | 'H' | 'O' | 'P' | 'C' | 'D' | 'L';
const ROLE: Record<Letter, Role> = {
  R: 'REQUESTER',
  K: 'REQUESTER',
  S: 'REQUESTER',
  A: 'OFFICER',
  M: 'OFFICER',
  H: 'OFFICER',
  O: 'OFFICER',
  P: 'OFFICER',
  C: 'COORDINATOR',
  D: 'ADMIN',
  L: 'LEADER',
};
const SITUATIONS = [
  'NEW',
  'APPROVAL',
  'RETURNED',
  'WORK',
  'CANCEL_ASKED',
  'EVENT',
  'WAITING',
  'UNANSWERED',
  'THIRD_PARTY',
  'RESOLVED',
  'RATED',
  'LOCKED',
  'REJECTED',
  'CANCELLED',
] as const;
type Situation = (typeof SITUATIONS)[number];

const OFFICERS = 'AMHOP';
const DESK = `${OFFICERS}C`;
/**
 * Whose work it is: the accountable officer, their helper, the team, the coordinator. Before anybody took it only the
 * last two.
 */
const WORKERS = 'AMHC';
const worked = <T>(letters: T) => ({ WORK: letters, CANCEL_ASKED: letters, EVENT: letters });
const waiting = <T>(letters: T) => ({ WAITING: letters, UNANSWERED: letters });
const open = (letters: string, before = letters) => ({
  NEW: before,
  APPROVAL: before,
  RETURNED: before,
  ...worked(letters),
  ...waiting(letters),
  THIRD_PARTY: letters,
});
const everywhere = (letters: string) =>
  Object.fromEntries(SITUATIONS.map((situation) => [situation, letters])) as Record<Situation, string>;

/** Working time is told from the first work until the result locks. */
const EFFORT = {
  ...{ RETURNED: 'MC', ...worked(WORKERS), ...waiting(WORKERS) },
  ...{ THIRD_PARTY: WORKERS, RESOLVED: WORKERS, RATED: WORKERS },
};

/**
 * `roles` could ever do it and are therefore told of the status; `now` says who may in which situation. What is not
 * here, nobody may.
 */
const TABLE: Record<Action, { readonly roles: readonly Role[]; readonly now: Partial<Record<Situation, string>> }> = {
  verify: { roles: ['OFFICER', 'COORDINATOR'], now: { NEW: DESK } },
  claim: { roles: ['OFFICER', 'COORDINATOR'], now: { NEW: DESK } },
  forward: { roles: ['OFFICER', 'COORDINATOR'], now: { NEW: DESK, APPROVAL: DESK } },
  release: {
    roles: ['OFFICER', 'COORDINATOR'],
    now: { ...worked('AC'), ...waiting('AC'), THIRD_PARTY: 'AC' },
  },
  assign: { roles: ['COORDINATOR'], now: { NEW: 'C', ...worked('C'), ...waiting('C'), THIRD_PARTY: 'C' } },
  returnForCompletion: { roles: ['OFFICER', 'COORDINATOR'], now: { NEW: DESK, APPROVAL: DESK } },
  takeBack: { roles: ['OFFICER', 'COORDINATOR'], now: { RETURNED: DESK } },
  approve: { roles: ['OFFICER', 'COORDINATOR', 'LEADER'], now: { APPROVAL: 'PC' } },
  direct: { roles: ['LEADER'], now: open('L') },
  dispose: { roles: ['OFFICER', 'COORDINATOR', 'ADMIN'], now: open(`${DESK}D`) },
  issueLetter: { roles: ['OFFICER', 'COORDINATOR', 'ADMIN'], now: open(`${DESK}D`) },
  setPriority: { roles: ['OFFICER', 'COORDINATOR'], now: open(WORKERS, 'MC') },
  recategorize: { roles: ['OFFICER', 'COORDINATOR'], now: { ...open(WORKERS, DESK), RETURNED: 'MC' } },
  addHelper: {
    roles: ['OFFICER', 'COORDINATOR'],
    now: { RETURNED: 'C', ...worked('AC'), ...waiting('AC'), THIRD_PARTY: 'AC' },
  },
  removeHelper: {
    roles: ['OFFICER', 'COORDINATOR'],
    now: { RETURNED: 'C', ...worked('AC'), ...waiting('AC'), THIRD_PARTY: 'AC' },
  },
  askRequester: { roles: ['OFFICER', 'COORDINATOR'], now: worked(WORKERS) },
  waitThirdParty: { roles: ['OFFICER', 'COORDINATOR'], now: worked(WORKERS) },
  remind: { roles: ['OFFICER', 'COORDINATOR'], now: { RETURNED: 'MC', ...waiting(WORKERS) } },
  resume: { roles: ['OFFICER', 'COORDINATOR'], now: { ...waiting(WORKERS), THIRD_PARTY: WORKERS } },
  confirmReady: { roles: ['OFFICER', 'COORDINATOR'], now: { EVENT: WORKERS } },
  resolve: {
    roles: ['OFFICER', 'COORDINATOR'],
    now: { ...worked(WORKERS), ...waiting(WORKERS), THIRD_PARTY: WORKERS },
  },
  correctResult: { roles: ['OFFICER', 'COORDINATOR'], now: { RESOLVED: WORKERS, RATED: WORKERS } },
  recordEffort: { roles: ['OFFICER', 'COORDINATOR'], now: EFFORT },
  correctEffort: { roles: ['OFFICER', 'COORDINATOR'], now: EFFORT },
  closeUnanswered: { roles: ['OFFICER', 'COORDINATOR'], now: { UNANSWERED: WORKERS } },
  reject: { roles: ['OFFICER', 'COORDINATOR'], now: { NEW: DESK, APPROVAL: DESK, ...worked('C') } },
  requestCancel: {
    roles: ['REQUESTER'],
    now: { RETURNED: 'RK', WORK: 'RK', EVENT: 'RK', ...waiting('RK'), THIRD_PARTY: 'RK' },
  },
  declineCancel: { roles: ['REQUESTER', 'OFFICER', 'COORDINATOR'], now: { CANCEL_ASKED: WORKERS } },
  cancel: {
    roles: ['REQUESTER', 'OFFICER', 'COORDINATOR'],
    now: { NEW: 'RKC', APPROVAL: 'RKC', CANCEL_ASKED: WORKERS },
  },
  reopen: { roles: ['REQUESTER', 'COORDINATOR'], now: { RESOLVED: 'RKC', RATED: 'RKC', LOCKED: 'C' } },
  restore: { roles: ['COORDINATOR'], now: { REJECTED: 'C', CANCELLED: 'C' } },
  link: { roles: ['OFFICER', 'COORDINATOR'], now: everywhere(DESK) },
  unlink: { roles: ['OFFICER', 'COORDINATOR'], now: everywhere(DESK) },
  // Rated a moment ago, a rating can still be put right.
  rate: { roles: ['REQUESTER'], now: { RESOLVED: 'RK', RATED: 'RK', LOCKED: 'RK' } },
  explainRating: { roles: ['REQUESTER'], now: { RATED: 'RK' } },
};
/** Where a claim is a double click of whoever has it already. */
const HELD: readonly Situation[] = ['WORK', 'CANCEL_ASKED', 'EVENT', 'WAITING', 'UNANSWERED', 'THIRD_PARTY'];
/** Nobody has taken these yet, so their assignee and helper are still to come. */
const UNTAKEN: readonly Situation[] = ['NEW', 'APPROVAL', 'RETURNED'];

function expected(action: Action, situation: Situation, who: Letter, readers: string): number {
  if (!readers.includes(who)) return action === 'claim' && who === 'A' && HELD.includes(situation) ? 200 : 404;
  if (action === 'claim' && who === 'A' && HELD.includes(situation)) return 200;
  const { roles, now } = TABLE[action];
  const allowed = now[situation];
  if (!allowed) return roles.includes(ROLE[who]) ? 409 : 403;
  const isStillToCome = UNTAKEN.includes(situation) && (who === 'A' || who === 'H') && !allowed.includes('O');
  return allowed.includes(who) && !isStillToCome ? 400 : 403;
}

let world: World;
let people: Record<Letter, Person>;
beforeAll(async () => {
  world = await openWorld();
  const [R, K, S, L, A, M, H, O, P, C, D] = await Promise.all([
    world.clerk(),
    world.colleague(),
    world.stranger(),
    world.leader(),
    world.staff('Citra Melani'),
    world.staff('Galih Ramadhan'),
    world.staff('Tari Puspita'),
    world.staff('Fitri Handayani'),
    world.staff('Nisa Azzahra'),
    world.staff('Laila Safitri'),
    world.staff('Administrator Demo'),
  ]);
  people = { R, K, S, L, A, M, H, O, P, C, D };
});
afterAll(() => world.close());

/** How a ticket comes into each situation, by what people do. */
async function prepare(situation: Situation, service = 'NET-01'): Promise<string> {
  const { R, A, C } = people;
  const { number } = await file(R, { APPROVAL: 'NET-07', EVENT: 'VCN-01' }[situation as string] ?? service);
  const taken: Step[] = [
    [C, 'assign', { assignee: await staffId(world, A.name) }],
    [A, 'addHelper', { helper: await staffId(world, people.H.name) }],
  ];
  const reason = 'Sebagaimana dibicarakan';
  const asked: Step[] = [...taken, [A, 'askRequester', { question: 'Sejak kapan?' }]];
  const resolved: Step[] = [...taken, [A, 'resolve', { resolutionSummary: 'Sudah normal.' }]];
  const steps: Record<Situation, readonly Step[]> = {
    NEW: [],
    APPROVAL: [],
    RETURNED: [[C, 'returnForCompletion', { question: 'Di gedung mana?' }]],
    WORK: taken,
    EVENT: taken,
    CANCEL_ASKED: [...taken, [R, 'requestCancel', { reason }]],
    WAITING: asked,
    UNANSWERED: asked,
    THIRD_PARTY: [...taken, [A, 'waitThirdParty', { party: 'Penyedia internet', reason }]],
    RESOLVED: resolved,
    RATED: [...resolved, [R, 'rate', { rating: 3 }]],
    LOCKED: resolved,
    REJECTED: [...taken, [C, 'reject', { reason }]],
    CANCELLED: [...taken, [R, 'requestCancel', { reason }], [C, 'cancel', { reason }]],
  };
  if (steps[situation].length) await carry(number, ...steps[situation]);
  if (situation === 'LOCKED') await letPass(world, number, 'locks_at');
  if (situation === 'UNANSWERED') await letPass(world, number, 'unanswered_at');
  return number;
}

/**
 * A field that the action does not take: authority and status are asked first, so that an allowed one is refused for
 * this alone and nothing moves.
 */
const strange = (action: Action): object =>
  (['rating', 'effortMinutes'] as const)
    .map((field) => ({ [field]: 1 }))
    .find(
      (given) =>
        !Object.keys(given).some((field) =>
          [...transitionOf(action).needs, ...transitionOf(action).takes].includes(field as 'rating'),
        ),
    ) ?? {};

async function attempt(number: string, action: Action, who: Letter): Promise<number> {
  const { door, token } = people[who];
  const answer = await fetch(`${world.cms.url}${door}/tickets/${number}/actions/${action}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(strange(action)),
  });
  const { error } = (await answer.json()) as { error?: { details: { code: string } } };
  if (answer.status === 400 && error?.details.code !== 'unknownParameter')
    throw new Error(`${action}: ${JSON.stringify(error)}`);
  return answer.status;
}

/** Every action by everybody; an officer and a clerk knock at different doors at once. */
async function walk(situation: Situation, number: string, letters: readonly Letter[], readers: string): Promise<void> {
  const entries = async () =>
    (await world.database.query('select count(*)::int as count from audit_entries where subject_id = $1', [number]))
      .rows[0].count as number;
  const before = await entries();
  const found = await Promise.all(
    letters.map(async (who) => {
      const mistakes: string[] = [];
      for (const action of ACTIONS) {
        const [wanted, got] = [expected(action, situation, who, readers), await attempt(number, action, who)];
        if (wanted !== got) mistakes.push(`${who} ${action}: ${got} instead of ${wanted}`);
      }
      return mistakes;
    }),
  );
  expect(found.flat()).toEqual([]);
  expect(await entries()).toBe(before);
}
const LETTERS = Object.keys(ROLE) as Letter[];

test('the table speaks of every action and of every status', () => {
  expect(Object.keys(TABLE).sort()).toEqual([...ACTIONS].sort());
});

test.each(SITUATIONS)('%s: everybody may exactly what the rules say', async (situation) => {
  const number = await prepare(situation);
  await walk(situation, number, LETTERS, LETTERS.filter((who) => who !== 'S').join(''));
  expect((await people.C.getTicket({ number })).status).toBe(
    (
      {
        APPROVAL: 'NEW',
        RETURNED: 'WAITING_REQUESTER',
        WORK: 'IN_PROGRESS',
        CANCEL_ASKED: 'IN_PROGRESS',
        EVENT: 'IN_PROGRESS',
        WAITING: 'WAITING_REQUESTER',
        UNANSWERED: 'WAITING_REQUESTER',
        THIRD_PARTY: 'WAITING_THIRD_PARTY',
        RATED: 'RESOLVED',
        LOCKED: 'RESOLVED',
      } as Partial<Record<Situation, string>>
    )[situation] ?? situation,
  );
});

// The team of a confidential service is TIM-SANDI: there P is the mate, and M one of those who have nothing to do
// with it.
const CONFIDENTIAL = ['NEW', 'WORK', 'CANCEL_ASKED', 'WAITING', 'RESOLVED', 'CANCELLED'] as const;
test.each(CONFIDENTIAL)(
  '%s and confidential: it exists for its requester, who works on it and the coordinator, and for nobody else',
  async (situation) => {
    const number = await prepare(situation, 'SEC-01');
    const { M, P } = people;
    people = { ...people, M: P, P: M };
    try {
      await walk(situation, number, LETTERS, situation === 'NEW' ? 'RMC' : 'RAMHC');
    } finally {
      people = { ...people, M, P };
    }
  },
);

describe('reading and writing', () => {
  const status = async (who: Letter, method: 'get' | 'post', place: string, body?: object): Promise<number> =>
    (await bare(world, people[who])(method, place).send(body)).status;
  const attach = async (who: Letter, number: string): Promise<number> =>
    (await bare(world, people[who])('post', `/tickets/${number}/attachments`).attach('file', PNG, 'foto.png')).status;
  const who = async (
    letters: readonly Letter[],
    ask: (letter: Letter) => Promise<number>,
    good: number,
  ): Promise<string> => {
    const answers: [Letter, number][] = [];
    for (const letter of letters) answers.push([letter, await ask(letter)]);
    return answers
      .filter(([, answer]) => answer === good)
      .map(([letter]) => letter)
      .join('');
  };

  test.each(['NEW', 'WORK', 'RESOLVED', 'LOCKED'] as const)(
    '%s: read, told, attached to and commented on by whom the rules say',
    async (situation) => {
      const number = await prepare(situation);
      for (const place of ['', '/timeline', '/attachments', '/authority'])
        expect([
          place,
          await who(LETTERS, (letter) => status(letter, 'get', `/tickets/${number}${place}`), 200),
        ]).toEqual([place, 'RKAMHOPCDL']);
      expect(
        await who(LETTERS, (letter) => status(letter, 'post', `/tickets/${number}/comments`, { body: 'Kabar' }), 201),
      ).toBe(situation === 'LOCKED' ? 'AMHOPC' : 'RKAMHOPC');
      expect(
        await who(
          LETTERS,
          (letter) => status(letter, 'post', `/tickets/${number}/comments`, { body: 'Catatan', internal: true }),
          201,
        ),
      ).toBe('AMHOPC');
      expect(await who(LETTERS, (letter) => attach(letter, number), 201)).toBe(
        situation === 'NEW' || situation === 'WORK' ? 'RKAMHOPC' : 'AMHOPC',
      );
      const notes = async (letter: Letter) =>
        (await people[letter].getTimeline({ number })).some(({ isInternal }) => isInternal);
      expect(
        await who(
          LETTERS.filter((letter) => letter !== 'S'),
          async (letter) => ((await notes(letter)) ? 1 : 0),
          1,
        ),
      ).toBe('AMHOPCD');
    },
  );

  test('a confidential one is read by its requester, who works on it and the coordinator', async () => {
    const number = await prepare('WORK', 'SEC-01');
    for (const place of ['', '/timeline', '/attachments', '/authority'])
      expect([place, await who(LETTERS, (letter) => status(letter, 'get', `/tickets/${number}${place}`), 200)]).toEqual(
        [place, 'RAHPC'],
      );
    expect(
      await who(LETTERS, (letter) => status(letter, 'post', `/tickets/${number}/comments`, { body: 'Kabar' }), 201),
    ).toBe('RAHPC');
  });

  // Rule 5.4: an own file, by the requester's unit while the ticket is new, by staff before it ends; the coordinator
  // any.
  test.each([
    ['NEW', 'RKAMHOPC', 'C'],
    ['WORK', 'AMHOPC', 'C'],
    ['RESOLVED', 'C', 'C'],
  ] as const)('%s: their own attachment is taken away by %s, somebody else’s by %s', async (situation, own, any) => {
    const number = await prepare(situation);
    const { rows } = await world.database.query<{ status: string }>('select status from tickets where number = $1', [
      number,
    ]);
    const sent = async (uploader: Letter, mark: string): Promise<string> => {
      // The same bytes twice would be one attachment.
      const file = fileOf('foto.png', Buffer.concat([PNG, Buffer.from(mark)]));
      return (await people[uploader].addAttachment({ number, file })).id;
    };
    const [mine, others] = [new Map<Letter, string>(), new Map<Letter, string>()];
    // What is ended takes no more files of the requester's unit; theirs came while it was new.
    await world.database.query("update tickets set status = 'NEW' where number = $1", [number]);
    for (const letter of LETTERS) {
      if (!['S', 'D', 'L'].includes(letter)) mine.set(letter, await sent(letter, letter));
      others.set(letter, await sent(letter === 'C' ? 'O' : 'C', `other ${letter}`));
    }
    await world.database.query('update tickets set status = $2 where number = $1', [number, rows[0]?.status]);
    const takenAway = (files: ReadonlyMap<Letter, string>) =>
      who(
        [...files.keys()],
        async (letter) => {
          const id = files.get(letter) ?? '';
          // What is offered is what is allowed.
          const [offered] = ((await people[letter].listAttachments({ number }).catch(() => [])) ?? []).filter(
            (file) => file.id === id,
          );
          const { status: answer } = await bare(world, people[letter])(
            'delete',
            `/tickets/${number}/attachments/${id}`,
          );
          expect(offered?.mayDelete ?? false).toBe(answer === 200);
          return answer;
        },
        200,
      );
    expect(await takenAway(others)).toBe(any);
    expect(await takenAway(mine)).toBe(own);
  });

  test('a clerk deletes what they sent themselves, and not what an officer with the same number sent', async () => {
    const number = await prepare('NEW');
    const { id } = await people.M.addAttachment({ number, file: fileOf('foto.png', PNG) });
    await world.database.query(
      'update attachments set uploader_id = (select id from up_users where email = $1) where public_id = $2',
      [people.R.email, id],
    );
    expect((await bare(world, people.R)('delete', `/tickets/${number}/attachments/${id}`)).status).toBe(403);
  });

  test('each person’s list holds exactly the tickets they may read', async () => {
    const { rows } = await world.database.query<{
      number: string;
      skpd: string;
      secret: boolean;
      requester: number | null;
      assignee: number | null;
      team: string | null;
      helpers: number[];
    }>(`
      select t.number, s.code as skpd, coalesce(t.is_confidential, false) as secret, t.requester_id as requester, t.assignee_id as assignee, g.code as team, array(select user_id from tickets_helpers_lnk l where l.ticket_id = t.id) as helpers
      from tickets t join skpd s on s.id = t.skpd_id left join teams g on g.id = t.team_id`);
    const { R } = people;
    const [ratih, citra, tari] = [
      (await world.database.query<{ id: number }>('select id from up_users where email = $1', [R.email])).rows[0]?.id,
      await staffId(world, people.A.name),
      await staffId(world, people.H.name),
    ];
    const isTheirs: Record<Letter, (row: (typeof rows)[number]) => boolean> = {
      R: ({ skpd, secret, requester }) => skpd === 'DISDIKBUD' && (!secret || requester === ratih),
      K: ({ skpd, secret, requester }) => skpd === 'DISDIKBUD' && (!secret || requester === -1),
      S: ({ skpd, secret }) => skpd === 'DINKES' && !secret,
      A: ({ secret, assignee, team }) => !secret || assignee === citra || team === 'TIM-DATA',
      H: ({ secret, helpers, team, assignee }) =>
        !secret || helpers.includes(tari) || team === 'TIM-APP' || assignee === tari,
      M: ({ secret, team }) => !secret || team === 'TIM-INFRA',
      O: ({ secret, team }) => !secret || team === 'TIM-IKP',
      P: ({ secret, team }) => !secret || team === 'TIM-SANDI',
      C: () => true,
      D: ({ secret }) => !secret,
      L: ({ secret }) => !secret,
    };
    expect(rows.filter(({ secret }) => secret).length).toBeGreaterThan(5);
    for (const letter of LETTERS) {
      const seen: string[] = [];
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const answer = await people[letter].listTickets({ page, pageSize: 100, sort: 'number' });
        seen.push(...answer.rows.map(({ number }) => number));
        pages = answer.pagination.pageCount;
      }
      expect([letter, [...seen].sort()]).toEqual([
        letter,
        rows
          .filter(isTheirs[letter])
          .map(({ number }) => number)
          .sort(),
      ]);
    }
  });
});

test('who stands in the place of another unit sees what that one filed, from the day of the merger and until it is taken back', async () => {
  const { R, S, D, C } = people;
  const listed = async (person: Person): Promise<string[]> => {
    const { rows } = await person.listTickets({ pageSize: 100, sort: 'number', q: 'Rawat inap' });
    return rows.map(({ number }) => number);
  };
  const names = async () => (await R.getCatalog({})).skpd.map(({ code }) => code);
  const old = await file(S, 'NET-01', { title: 'Rawat inap tanpa jaringan' });
  expect([await listed(R), await listed(S)]).toEqual([[], [old.number]]);
  const today = wibDay(Date.now());
  const later = wibDay(Date.now() + 40 * DAY_MS);
  const merge = { from: ['DINKES'], into: 'DISDIKBUD' };

  // Announced, it changes nothing yet; it can no more be announced the other way round.
  await D.replaceUnits({ ...merge, day: later });
  expect([await listed(R), (await names()).includes('DINKES')]).toEqual([[], true]);
  await expect(D.replaceUnits({ from: ['DISDIKBUD'], into: 'DINKES', day: later })).rejects.toMatchObject({
    details: { issues: [expect.objectContaining({ field: 'into', code: 'unsuitable' })] },
  });
  await expect(C.replaceUnits({ ...merge, day: today })).rejects.toMatchObject({ code: 'notAllowed' });

  await D.replaceUnits({ ...merge, day: today });
  expect([await listed(R), await listed(S)]).toEqual([[old.number], [old.number]]);
  expect((await R.getTicket({ number: old.number })).skpd.name).toBe('Dinas Kesehatan');
  const { rows: cells } = await R.getReport({ report: 'by-skpd', from: today, to: today, skpd: 'DINKES' });
  expect(cells.map((row) => row.cells['code'])).toEqual(['DINKES']);
  expect(await S.getMe({})).toMatchObject({ skpdName: 'Dinas Pendidikan dan Kebudayaan' });
  expect((await D.listAccounts({ q: S.email })).rows).toMatchObject([{ skpd: { code: 'DISDIKBUD' } }]);
  expect((await names()).includes('DINKES')).toBe(false);
  await expect(fileBare(C, 'NET-01', { skpd: 'DINKES' })).rejects.toMatchObject({ code: 'inactiveSkpd' });
  const young = await file(S, 'NET-01', { title: 'Rawat inap tanpa telepon' });
  expect(young.skpd.code).toBe('DISDIKBUD');

  // A new name is a new unit: whoever stood in the old one, or in one before it, stands in the new one.
  await D.replaceUnits({ from: ['DISDIKBUD'], into: 'DIKBUDKES', name: 'Dinas Pendidikan dan Kesehatan', day: today });
  expect(await S.getMe({})).toMatchObject({ skpdName: 'Dinas Pendidikan dan Kesehatan' });
  expect([await listed(R), await listed(S)]).toEqual([
    [old.number, young.number],
    [old.number, young.number],
  ]);

  for (const { id, code } of await D.listUnits({}))
    if (['DISDIKBUD', 'DINKES'].includes(code)) await D.restoreUnit({ id });
  expect([await listed(R), await listed(S)]).toEqual([[young.number], [old.number]]);
  const { rows: told } = await world.database.query<{ event: string; actor_name: string }>(
    "select event, actor_name from audit_entries where subject_type = 'skpd' and actor_kind = 'staff' order by id",
  );
  expect(told.map(({ event, actor_name }) => `${event}: ${actor_name}`)).toEqual(
    ['update', 'update', 'create', 'update', 'update', 'update'].map((event) => `${event}: ${D.name}`),
  );
});

test('the log is whole after all this', async () => {
  expect(await verifyLog(world.databaseName)).toMatchObject({ code: 0 });
});
