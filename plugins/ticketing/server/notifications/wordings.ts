import { checkTemplate, LANGUAGES, LETTER_VARIABLES, NOTICE_KINDS, Refusal, WHO_IS_TOLD, HATS } from '../../domain';
import type { LetterPreview, LetterWordings, Parsed } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { lock } from '../database/locks';
import { rowsOf, run, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { readableTicket } from '../tickets/read';
import { compose, type NoticeRow } from './compose';
import { keptTemplates, standardTemplate, templateOf, type KeptTemplates } from './templates';

/** What every letter says, and said when it came. */
export async function listWordings(desk: Desk): Promise<LetterWordings> {
  const { version, kept } = await keptTemplates(desk);
  return {
    version,
    variables: LETTER_VARIABLES,
    letters: NOTICE_KINDS.flatMap((kind) =>
      LANGUAGES.map((language) => ({
        kind,
        language,
        template: templateOf(kept, kind, language),
        standard: standardTemplate(kind, language),
        isChanged: kept[kind]?.[language] !== undefined,
      })),
    ),
  };
}

/** Changes what one letter says in one language, by the version it was read at; null puts it back. */
export async function saveWording(
  desk: Desk,
  caller: Caller,
  { version, kind, language, template }: Parsed<'saveLetterWording'>,
): Promise<LetterWordings> {
  const issues = template ? checkTemplate(template) : [];
  if (issues.length) throw new Refusal('invalid', { issues });
  await inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'desk_settings:letters');
    const before = await keptTemplates(desk);
    if (before.version !== version) throw new Refusal('settingsChanged', { version: before.version });
    const { [language]: old, ...others } = before.kept[kind] ?? {};
    const value: KeptTemplates = { ...before.kept, [kind]: { ...others, ...(template && { [language]: template }) } };
    await run(
      trx,
      sql`insert into desk_settings (key, value, version, updated_at) values ('letters', ${JSON.stringify(value)},
        ${version + 1}, ${new Date(caller.now)}) on conflict (key) do update set value = excluded.value, version =
        excluded.version, updated_at = excluded.updated_at`,
    );
    const name = `${kind}.${language}`;
    await record(trx, caller, {
      subjectType: 'setting',
      subjectId: 'ticketing.letters',
      event: 'update',
      payload: { label: 'ticketing.letters', before: { [name]: old ?? null }, after: { [name]: template } },
    });
  });
  return listWordings(desk);
}

/** The last ticket that is not confidential, for a preview that names none. */
async function anyTicket(desk: Desk): Promise<string> {
  const [row] = await rowsOf<{ number: string }>(
    connection(desk.strapi),
    sql`select number from tickets where not is_confidential order by id desc limit 1`,
  );
  if (!row) throw new Refusal('unknownTicket');
  return row.number;
}

/** The letter about a real ticket as it would leave, with the words at hand. */
export async function previewLetter(
  desk: Desk,
  caller: Caller,
  { kind, language, number, template }: Parsed<'previewLetter'>,
): Promise<LetterPreview> {
  const issues = template ? checkTemplate(template) : [];
  if (issues.length) throw new Refusal('invalid', { issues });
  const ticket = await readableTicket(desk, caller, number ?? (await anyTicket(desk)));
  const { kept } = await keptTemplates(desk);
  const notice: NoticeRow = {
    id: 0,
    ticket_number: ticket.number,
    kind,
    why: HATS.find((hat) => WHO_IS_TOLD[kind][hat] !== undefined) ?? 'requester',
    actor_name: caller.actor.name,
    status: ticket.status,
    text: null,
    due_at: ticket.resolution_due_at,
    created_at: new Date(caller.now),
    read_at: null,
  };
  const reader = { kind: 'portal' as const, name: ticket.contact_name, language };
  return compose(desk, reader, ticket, [notice], template ? { ...kept, [kind]: { [language]: template } } : kept);
}
