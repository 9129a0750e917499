import fs from 'node:fs';
import path from 'node:path';
import { connect, createDatabase, dropDatabase, urlOf } from './databases';
import { bringToRest } from './jobs';
import { startCms } from './servers';

export const TEMPLATE = 'ticketing_template';
export const templateDir = (): string => path.join(process.env['TEST_DATA_DIR'] ?? '', 'template');
const done = (): string => path.join(templateDir(), 'done');

/**
 * Makes, once a run, a database with reference and demo data by booting the real cms on an empty one. Every test file
 * then works on a copy of it.
 */
export default async function makeTemplate(): Promise<void> {
  if (fs.existsSync(done())) return;
  await dropDatabase(TEMPLATE);
  await createDatabase(TEMPLATE);
  const cms = await startCms(urlOf(TEMPLATE), templateDir(), { DEMO_DATA: 'true' });
  // What happens by itself to the samples has happened before anyone copies them, so that it disturbs no test.
  const database = await connect(TEMPLATE);
  await bringToRest(database);
  // Nor is anybody told of it any more.
  await database.query("delete from letters; delete from notices; delete from pgboss.job where name = 'letters'");
  await database.end();
  await cms.stop();
  fs.writeFileSync(done(), '');
}
