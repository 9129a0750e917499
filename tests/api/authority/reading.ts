import { staffId } from '../../support/desk';
import { fileOf, PNG } from '../../support/files';
import { bare } from '../../support/world';
import type { Letter } from './table';
import { people, prepare, world } from './stage';
import { LETTERS } from './actions';

describe('reading and writing', () => {
  const status = async (who: Letter, method: 'get' | 'post', place: string, body?: object): Promise<number> =>
    (await bare(world, people[who])(method, place).send(body)).status;
  const attach = async (who: Letter, number: string, fields: Readonly<Record<string, string>> = {}): Promise<number> =>
    (
      await bare(world, people[who])('post', `/tickets/${number}/attachments`)
        .field(fields)
        .attach('file', PNG, 'foto.png')
    ).status;
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
      expect(await who(LETTERS, (letter) => attach(letter, number, { internal: 'true' }), 201)).toBe('AMHOPC');
      const notes = async (letter: Letter) =>
        (await people[letter].getTimeline({ number })).some(({ isInternal }) => isInternal);
      expect(
        await who(
          LETTERS.filter((letter) => letter !== 'S'),
          async (letter) => ((await notes(letter)) ? 1 : 0),
          1,
        ),
      ).toBe('AMHOPCD');
      const internal = async (letter: Letter) =>
        (await people[letter].listAttachments({ number })).some(({ isInternal }) => isInternal);
      expect(
        await who(
          LETTERS.filter((letter) => letter !== 'S'),
          async (letter) => ((await internal(letter)) ? 1 : 0),
          1,
        ),
      ).toBe('AMHOPCD');
    },
  );

  // An own one, and whoever does the work any: what officers keep to themselves is shown by them.
  test('an internal file is shown by whoever added it or does the work, and by the coordinator', async () => {
    const number = await prepare('WORK');
    const sent = async (uploader: Letter, mark: string): Promise<string> => {
      const file = fileOf('foto.png', Buffer.concat([PNG, Buffer.from(mark)]));
      return (await people[uploader].addAttachment({ number, internal: 'true', file })).id;
    };
    const shows = async (letters: readonly Letter[], uploaderOf: (letter: Letter) => Letter) =>
      who(
        letters,
        async (letter) => {
          const id = await sent(uploaderOf(letter), `${uploaderOf(letter)} for ${letter}`);
          const offered = ((await people[letter].listAttachments({ number }).catch(() => [])) ?? []).find(
            (file) => file.id === id,
          );
          const { status: answer } = await bare(world, people[letter])(
            'post',
            `/tickets/${number}/attachments/${id}/show`,
          );
          expect(offered?.mayShow ?? false).toBe(answer === 200);
          return answer;
        },
        200,
      );
    expect(await shows(LETTERS, (letter) => (letter === 'C' ? 'O' : 'C'))).toBe('AMHC');
    expect(await shows(['O', 'P'], (letter) => letter)).toBe('OP');
  });

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
