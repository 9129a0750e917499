import { screens } from '../../support/content';
import { openWorld, type Person, type World } from '../../support/world';

export const CALENDAR = 'api::working-calendar.working-calendar';
export const HOLIDAY = 'api::holiday.holiday';
export const CATEGORY = 'api::category.category';
export const PRIORITY = 'api::priority.priority';
export let world: World;
export let admin: Person;
beforeAll(async () => {
  world = await openWorld();
  admin = await world.staff('Administrator Demo');
});
afterAll(() => world.close());

export interface Refused {
  error?: { message: string; details: { errors: { path: string[]; message: string }[] } };
}
/** The fields beside which a sentence stands, and the sentences. */
export const refusal = ({ status, body }: { status: number; body: Refused }) => ({
  status,
  at: body.error?.details.errors.map((fault) => fault.path.join('.')),
  message: body.error?.message,
});
export const slot = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });
let count = 0;
export const calendar = (over: object = {}) => ({
  code: `UJI_${(count += 1)}`,
  name: 'Kalender uji',
  alwaysOpen: false,
  slots: [slot(1, '07:30', '12:00'), slot(1, '12:30', '16:00')],
  periods: [],
  ...over,
});
export const save = (over: object) => screens(world)('post', CALENDAR, '', calendar(over)).then(refusal);
