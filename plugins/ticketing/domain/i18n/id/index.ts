import { accounts } from './accounts';
import { actions } from './actions';
import { authority } from './authority';
import { documents } from './documents';
import { fields } from './fields';
import { guides } from './guides';
import { measures } from './measures';
import { refusals } from './refusals';
import { reports } from './reports';
import { sla } from './sla';
import { tickets } from './tickets';

/**
 * Words of the domain in Indonesian: this folder defines the keys, English must match. `{name}` is filled in by the
 * caller.
 */
export const id = {
  ...tickets,
  ...actions,
  ...authority,
  ...fields,
  ...refusals,
  ...sla,
  ...reports,
  ...measures,
  ...documents,
  ...accounts,
  ...guides,
};
