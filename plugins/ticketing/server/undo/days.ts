import { contract } from '../../domain/contract';
import { UID } from '../database/content-types';
import { removeHoliday } from '../holidays/keep';
import { addLeave, listLeave, removeLeave } from '../holidays/leave';
import { asSaid, type Keeper } from './keeper';
import { recorded, saved } from './masters';

const may = 'settings:manage';

const holiday: Keeper = {
  may,
  read: recorded(UID.holiday),
  write: (desk, caller, { event, entry, toward }) => {
    if (event === 'create') return removeHoliday(desk, caller, Number(entry.subject.id));
    if (event === 'update') return saved(desk, UID.holiday, Number(entry.subject.id), toward);
    return desk.strapi.documents(UID.holiday).create({ data: toward as never });
  },
};

/** Entries of leave hang on the officer; which leave is meant is told by its days. */
const leave: Keeper = {
  may: contract.addLeave.permission,
  read: async (desk, caller, { subject, changes }) => {
    const dayOf = (name: string): unknown => {
      const change = changes.find((each) => each.name === name);
      return change?.after ?? change?.before;
    };
    const found = (await listLeave(desk, caller)).find(
      ({ officer, firstDay, lastDay }) =>
        String(officer.id) === subject.id && firstDay === dayOf('firstDay') && lastDay === dayOf('lastDay'),
    );
    return found ? { id: found.id, values: { firstDay: found.firstDay, lastDay: found.lastDay } } : null;
  },
  write: (desk, caller, { event, entry, found, toward }) =>
    event === 'create'
      ? removeLeave(desk, caller, found?.id ?? 0)
      : addLeave(desk, caller, asSaid(contract.addLeave.body, { officer: Number(entry.subject.id), ...toward })),
};

export const DAYS = { holiday, 'staff-leave': leave } as const;
