import type { Core } from '@strapi/strapi';
import { NO_MACRO, type ReadyReply } from '../../domain';
import { systemCaller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import { connection } from '../database/transaction';
import { deskOf } from '../desk/desk';
import { createReply } from '../replies/keep';
import { readSeed } from './files';

/** The first ready replies, where nobody has ever kept one. What was taken away does not come back. */
export async function seedReplies(strapi: Core.Strapi, dir: string): Promise<void> {
  const known = await rowsOf(
    connection(strapi),
    sql`select 1 from audit_entries where subject_type = 'ready-reply' limit 1`,
  );
  if (known.length > 0) return;
  for (const said of await readSeed<Pick<ReadyReply, 'name' | 'body'>[]>(dir, 'balasan-siap-pakai'))
    await createReply(deskOf(strapi), systemCaller([], Date.now()), { ...NO_MACRO, ...said });
}
