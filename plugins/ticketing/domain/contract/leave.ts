import { z } from 'zod';
import type { Person } from '../named';
import { parseDay } from '../wib';
import { byId, day, type Endpoints, reply } from './shapes';

/** Nobody is away longer in one piece and still has work here; more days are a typing error. */
const MOST_DAYS = 366;

/** Days (WIB, both included) on which an officer is away; `workingDays` of them the office would have had. */
export interface StaffLeave {
  readonly id: number;
  readonly officer: Person;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly workingDays: number;
}

/** Leave of officers, which lessens the working time that workload counts with. It says when, and never why. */
export const leave = {
  /** What is to come and what ended within a year, the latest first. */
  listLeave: {
    method: 'GET',
    path: '/staff-leave',
    permission: 'leave:manage',
    reply: reply<StaffLeave[]>(),
  },
  addLeave: {
    method: 'POST',
    path: '/staff-leave',
    permission: 'leave:manage',
    status: 201,
    limit: 60,
    body: z
      .strictObject({ officer: z.number().int().min(1).max(2_147_483_647), firstDay: day, lastDay: day })
      .refine(({ firstDay, lastDay }) => firstDay <= lastDay, { path: ['lastDay'] })
      .refine(({ firstDay, lastDay }) => parseDay(lastDay) - parseDay(firstDay) < MOST_DAYS, { path: ['lastDay'] }),
    reply: reply<StaffLeave[]>(),
  },
  removeLeave: {
    method: 'DELETE',
    path: '/staff-leave/:id',
    permission: 'leave:manage',
    params: byId,
    reply: reply<StaffLeave[]>(),
  },
} as const satisfies Endpoints;
