import type { Words } from '../words';
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

/** The same words in English. */
export const en: Words = {
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
