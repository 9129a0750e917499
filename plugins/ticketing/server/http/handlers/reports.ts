import type { auditLog } from '../../../domain/contract/audit';
import type { exporting } from '../../../domain/contract/exports';
import type { reports } from '../../../domain/contract/reports';
import type { schedules } from '../../../domain/contract/schedules';
import type { surveys } from '../../../domain/contract/surveys';
import type { wallboard } from '../../../domain/contract/wallboard';
import { checkChain } from '../../audit-log/check';
import { exportAudit } from '../../audit-log/export';
import { listAudit } from '../../audit-log/list';
import type { Desk } from '../../desk/desk';
import { exportPerformance } from '../../exports/performance';
import { exportReport } from '../../exports/reports';
import { readSentFile, resendRun } from '../../exports/schedules/again';
import { changeSchedule, createSchedule, listSchedules, runSchedule } from '../../exports/schedules/keep';
import { exportTickets } from '../../exports/tickets';
import { listReports, readReport } from '../../reports/read';
import { findSurvey, openSurvey, submitSurvey } from '../../surveys/answer';
import { listSurveyPeriods, listSurveySuggestions, surveyResult } from '../../surveys/evaluate';
import { readWallboard } from '../../wallboard/counts';
import {
  createWallboardLink,
  listWallboardLinks,
  readSharedWallboard,
  removeWallboardLink,
} from '../../wallboard/links';
import { previewUndo, undoEntry } from '../../undo/undo';
import { sendFile, streamText } from '../streams';
import type { HandlersOf } from './handlers-of';

type Rooms = typeof reports & typeof exporting & typeof schedules & typeof wallboard & typeof surveys & typeof auditLog;

/** What is counted, shown on a wall, sent away and asked in surveys. */
export const reportHandlers = (desk: Desk): HandlersOf<Rooms> => ({
  getReport: (caller, request) => readReport(desk, caller, request),
  listReports: (caller, request) => listReports(desk, caller, request),
  exportTickets: async (caller, request, ctx) => streamText(ctx, await exportTickets(desk, caller, request)),
  getReportFile: async (caller, request, ctx) => sendFile(ctx, await exportReport(desk, caller, request)),
  getPerformanceFile: async (caller, request, ctx) => sendFile(ctx, await exportPerformance(desk, caller, request)),
  listSchedules: (caller) => listSchedules(desk, caller),
  createSchedule: (caller, request) => createSchedule(desk, caller, request),
  changeSchedule: (caller, request) => changeSchedule(desk, caller, request),
  runSchedule: (caller, { id }) => runSchedule(desk, caller, id),
  resendRun: (caller, { id }) => resendRun(desk, caller, id),
  readSentFile: async (caller, { id }, ctx) => sendFile(ctx, await readSentFile(desk, caller, id)),
  readWallboard: (caller) => readWallboard(desk, caller),
  readSharedWallboard: (caller, { token }) => readSharedWallboard(desk, caller, token),
  listWallboardLinks: (caller) => listWallboardLinks(desk, caller),
  createWallboardLink: (caller, request) => createWallboardLink(desk, caller, request),
  removeWallboardLink: (caller, { id }) => removeWallboardLink(desk, caller, id),
  getOpenSurvey: (caller) => openSurvey(desk, caller),
  getSurvey: (caller, { token }) => findSurvey(desk, caller, token),
  submitSurvey: (caller, request) => submitSurvey(desk, caller, request),
  listSurveyPeriods: (caller) => listSurveyPeriods(desk, caller),
  getSurveyResult: (caller, { id }) => surveyResult(desk, caller, id),
  listSurveySuggestions: (_, request) => listSurveySuggestions(desk, request),
  listAudit: (caller, request) => listAudit(desk, caller, request),
  exportAudit: async (caller, request, ctx) => streamText(ctx, await exportAudit(desk, caller, request)),
  checkChain: (_, request) => checkChain(desk, request),
  previewUndo: (caller, { id }) => previewUndo(desk, caller, id),
  undoEntry: (caller, { id }) => undoEntry(desk, caller, id),
});
