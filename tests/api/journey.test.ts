/** The way of a ticket, the figures a leader reads of many, and the same of a whole city. */
import './journey/way';
import './journey/leader';
import './journey/city';
import { logsOf, tellingIn } from '../support/logs';
import { world } from './journey/stage';

test('what was written into the log meanwhile says nothing of anybody, and holds no key', async () => {
  const log = logsOf(world);
  expect(log).toContain('POST /api/ticketing/tickets');
  expect(await tellingIn(log, world)).toEqual([]);
});
