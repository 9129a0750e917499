import { verifyLog } from '../support/verify';
import { world } from './authority/stage';
import './authority/actions';
import './authority/reading';
import './authority/units';

test('the log is whole after all this', async () => {
  expect(await verifyLog(world.databaseName)).toMatchObject({ code: 0 });
});
