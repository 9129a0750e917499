import { rulesFor } from '../../../domain';
import type { desk } from '../../../domain/contract/desk';
import type { holidays } from '../../../domain/contract/holidays';
import type { leave } from '../../../domain/contract/leave';
import type { operations } from '../../../domain/contract/operations';
import type { services } from '../../../domain/contract/services';
import type { settings } from '../../../domain/contract/settings';
import type { units } from '../../../domain/contract/units';
import type { workingHours } from '../../../domain/contract/working-hours';
import { listCalendars, listWarnings, simulateDeadline } from '../../desk/calendars';
import { openUnits } from '../../desk/catalogue';
import type { Desk } from '../../desk/desk';
import { readOffice } from '../../desk/office';
import { listOfficers, listPeople } from '../../desk/people';
import { apiAddress } from '../../desk/sender';
import { readAuthority, readSettings, saveAuthority, saveSettings } from '../../desk/settings';
import { listTokens, saveTokenGrants } from '../../desk/tokens';
import { changeWorkingHours, createWorkingHours, listWorkingHours, removeWorkingHours } from '../../holidays/hours';
import { addHoliday, importHolidays, listHolidays, removeHoliday } from '../../holidays/keep';
import { addLeave, listLeave, removeLeave } from '../../holidays/leave';
import { readLoad } from '../../operations/load';
import { readOperations, runJob, startBackup } from '../../operations/overview';
import { readSetup } from '../../operations/setup';
import {
  changeCategory,
  changeService,
  createCategory,
  createService,
  orderServices,
  setServiceStanding,
} from '../../services/keep';
import { getService, listServices } from '../../services/list';
import { explainAuthority } from '../../tickets/explain';
import { changeUnit, createUnit, replaceUnits, restoreUnit } from '../../units/keep';
import { listUnits } from '../../units/list';
import { openApi, openApiForSystems } from '../openapi';
import type { HandlersOf } from './handlers-of';

type Rooms = typeof desk &
  typeof settings &
  typeof services &
  typeof units &
  typeof holidays &
  typeof leave &
  typeof workingHours &
  typeof operations;

/** The desk itself: what it offers, its settings, its days, its health. */
export const deskHandlers = (desk: Desk): HandlersOf<Rooms> => ({
  getMe: async (caller) => ({
    actor: caller.actor,
    roleNames: caller.actor.roles,
    policy: rulesFor(caller.policy, caller.actor),
    account: caller.preferences ?? null,
    skpdName: caller.actor.skpdCode ? ((await desk.masterData()).skpd.get(caller.actor.skpdCode)?.name ?? null) : null,
  }),
  getCatalog: async (caller) => ({
    ...(await desk.masterData()).catalog,
    skpd: openUnits(await desk.masterData(), caller.now),
    matrix: (await desk.inForce()).settings.priorityMatrix,
  }),
  listOfficers: (caller) => listOfficers(desk, caller),
  getOffice: () => readOffice(desk),
  getOpenApi: async () => openApi((await desk.identity()).systemName),
  getOpenApiForSystems: async () => openApiForSystems((await desk.identity()).systemName, apiAddress(desk)),
  getSettings: () => readSettings(desk),
  saveSettings: (caller, request) => saveSettings(desk, caller, request),
  getAuthority: () => readAuthority(desk),
  saveAuthority: (caller, request) => saveAuthority(desk, caller, request),
  explainAuthority: (caller, request) => explainAuthority(desk, caller, request),
  listPeople: (_, { q }) => listPeople(desk, q ?? ''),
  listTokens: () => listTokens(desk),
  saveTokenGrants: (caller, request) => saveTokenGrants(desk, caller, request),
  listCalendars: () => listCalendars(desk),
  simulateDeadline: (_, request) => simulateDeadline(desk, request),
  getWarnings: (caller) => listWarnings(desk, caller),
  listServices: () => listServices(desk),
  getService: (_, request) => getService(desk, request),
  createService: (_, request) => createService(desk, request),
  changeService: (_, request) => changeService(desk, request),
  createCategory: (_, request) => createCategory(desk, request),
  changeCategory: (_, request) => changeCategory(desk, request),
  setServiceStanding: (_, request) => setServiceStanding(desk, request),
  orderServices: (_, request) => orderServices(desk, request),
  listUnits: (caller) => listUnits(desk, caller),
  createUnit: (caller, request) => createUnit(desk, caller, request),
  changeUnit: (caller, request) => changeUnit(desk, caller, request),
  replaceUnits: (caller, request) => replaceUnits(desk, caller, request),
  restoreUnit: (caller, request) => restoreUnit(desk, caller, request),
  listHolidays: (caller, { year }) => listHolidays(desk, caller, year),
  addHoliday: (caller, request) => addHoliday(desk, caller, request),
  removeHoliday: (caller, { id }) => removeHoliday(desk, caller, id),
  importHolidays: (_caller, request) => importHolidays(desk, request),
  listLeave: (caller) => listLeave(desk, caller),
  addLeave: (caller, request) => addLeave(desk, caller, request),
  removeLeave: (caller, { id }) => removeLeave(desk, caller, id),
  listWorkingHours: () => listWorkingHours(desk),
  changeWorkingHours: (_, request) => changeWorkingHours(desk, request),
  createWorkingHours: (_, request) => createWorkingHours(desk, request),
  removeWorkingHours: (_, request) => removeWorkingHours(desk, request),
  getOperations: (caller) => readOperations(desk, caller.now),
  getLoad: () => readLoad(desk),
  getSetup: (caller) => readSetup(desk, caller),
  startBackup: (caller) => startBackup(desk, caller),
  runJob: (caller, request) => runJob(desk, caller, request),
});
