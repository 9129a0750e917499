import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWorld, type World } from '../../support/world';

export let world: World;
export const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'tmp-of-cms-'));
beforeAll(async () => {
  fs.mkdirSync(temporary, { recursive: true });
  world = await openWorld({ TMPDIR: temporary });
});
afterAll(async () => {
  await world.close();
  fs.rmSync(temporary, { recursive: true, force: true });
});
