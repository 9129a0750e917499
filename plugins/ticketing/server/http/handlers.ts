import type { Context } from 'koa';
import { rulesFor } from '../../domain';
import type { Answer, EndpointName, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import { exportAccountData } from '../accounts/data';
import {
  changePassword,
  inviteAccount,
  readPasswordLink,
  requestPasswordReset,
  resetPassword,
} from '../accounts/passwords';
import {
  acknowledgePrivacy,
  changeEmail,
  confirmEmail,
  endSession,
  endSessions,
  listSessions,
  readAccount,
  setLanguage,
  updateAccount,
  tryOwnAddress,
} from '../accounts/profile';
import { checkChain } from '../audit-log/check';
import { exportAudit } from '../audit-log/export';
import { listAudit } from '../audit-log/list';
import { listAnnouncements } from '../announcements/list';
import { addAttachment, deleteAttachment, listAttachments, openAttachment } from '../attachments';
import { endLink, makeLink, readLink } from '../calendar-feeds/links';
import { readCalendar } from '../calendar-feeds/read';
import { openUnits } from '../desk/catalogue';
import { listCalendars, listWarnings, simulateDeadline } from '../desk/calendars';
import { readOffice } from '../desk/office';
import { listOfficers, listPeople } from '../desk/people';
import { readAuthority, readSettings, saveAuthority, saveSettings } from '../desk/settings';
import { listBundles, openBundle, requestBundle } from '../documents/bundles/ask';
import { readCatalogDocument } from '../documents/catalog';
import { readExample } from '../documents/example';
import { listDocuments } from '../documents/list';
import { openDocument } from '../documents/open';
import { prepareDocument } from '../documents/prepare';
import { signDocument } from '../documents/sign';
import { listSealKeys } from '../documents/key';
import { verifyDocument, verifyFile } from '../documents/verify';
import { listTokens, saveTokenGrants } from '../desk/tokens';
import { exportPerformance } from '../exports/performance';
import { exportReport } from '../exports/reports';
import { readSentFile, resendRun } from '../exports/schedules/again';
import { changeSchedule, createSchedule, listSchedules, runSchedule } from '../exports/schedules/keep';
import { exportTickets } from '../exports/tickets';
import { guideFacets, listGuides } from '../guides/list';
import { listGuideRatings, rateGuide } from '../guides/rate';
import { readGuide } from '../guides/read';
import { suggestHelp } from '../guides/suggest';
import { changeWorkingHours, listWorkingHours } from '../holidays/hours';
import { addHoliday, importHolidays, listHolidays, removeHoliday } from '../holidays/keep';
import { addLeave, listLeave, removeLeave } from '../holidays/leave';
import { openEvents } from '../live';
import { stopDigest } from '../news/stop';
import { readChoices, saveChoices } from '../notifications/choices';
import { countNotices, listNotices, readNotices } from '../notifications/inbox';
import { listLetters, resendLetter } from '../notifications/ledger';
import { readMailSettings, saveMailSettings, tryMail } from '../notifications/mail-settings';
import { listWordings, previewLetter, saveWording } from '../notifications/wordings';
import { importAccounts } from '../people/import';
import { changeAccount, createAccount, inviteAgain } from '../people/keep';
import { listAccounts } from '../people/list';
import { activateAccount, deactivateAccount } from '../people/standing';
import { changeView, createView, listViews, removeView } from '../queue-views/keep';
import { createReply, changeReply, listReplies, removeReply } from '../replies/keep';
import { listReports, readReport } from '../reports/read';
import { readOperations, runJob, startBackup } from '../operations/overview';
import { readSetup } from '../operations/setup';
import { finishPanelSignOn, startAtPanel } from './panel-sign-on';
import { begin, finishAtPortal } from '../sign-on/portal';
import { readSignOn, saveSignOn, trySignOn } from '../sign-on/settings';
import { findSurvey, openSurvey, submitSurvey } from '../surveys/answer';
import { listSurveyPeriods, listSurveySuggestions, surveyResult } from '../surveys/evaluate';
import { act } from '../tickets/act';
import { commentOn } from '../tickets/comment';
import { revealContact } from '../tickets/contact';
import { readOwnWork, readTicket } from '../tickets/detail';
import { explainAuthority, explainTicket } from '../tickets/explain';
import { join } from '../tickets/join';
import { listTickets } from '../tickets/list';
import { findSimilar, frequentServices } from '../tickets/similar';
import { submit } from '../tickets/submit';
import { readTimeline } from '../tickets/timeline';
import {
  changeCategory,
  changeService,
  createCategory,
  createService,
  orderServices,
  setServiceStanding,
} from '../services/keep';
import { getService, listServices } from '../services/list';
import { changeUnit, createUnit, replaceUnits, restoreUnit } from '../units/keep';
import { listUnits } from '../units/list';
import { changeWebhook, createWebhook, listWebhooks, removeWebhook } from '../webhooks/keep';
import { listDeliveries, resendDelivery, tryWebhook } from '../webhooks/ledger';
import { endFormerSecrets, renewWebhookSecret } from '../webhooks/secrets';
import { readWallboard } from '../wallboard/counts';
import { createWallboardLink, listWallboardLinks, readSharedWallboard, removeWallboardLink } from '../wallboard/links';
import { openApi } from './openapi';
import { originOf } from '../accounts/sessions';
import { sendFile, sendPdf, streamEvents, streamFile, streamJson, streamText, uploadedFile } from './streams';
import { isStillSignedIn, lastEventOf } from './session';

export type Handlers = {
  [N in EndpointName]: (caller: Caller, request: Parsed<N>, ctx: Context) => Promise<Answer<N>>;
};

/** One line per endpoint; a dropped one does not compile. */
export const handlers = (desk: Desk): Handlers => {
  const detail = (caller: Caller) => (number: string) => readTicket(desk, caller, number);
  return {
    getMe: async (caller) => ({
      actor: caller.actor,
      roleNames: caller.actor.roles,
      policy: rulesFor(caller.policy, caller.actor),
      account: caller.preferences ?? null,
      skpdName: caller.actor.skpdCode
        ? ((await desk.masterData()).skpd.get(caller.actor.skpdCode)?.name ?? null)
        : null,
    }),
    getCatalog: async (caller) => ({
      ...(await desk.masterData()).catalog,
      skpd: openUnits(await desk.masterData(), caller.now),
      matrix: (await desk.inForce()).settings.priorityMatrix,
    }),
    getOffice: () => readOffice(desk),
    listOfficers: (caller) => listOfficers(desk, caller),
    getAccount: (caller) => readAccount(desk, caller),
    updateAccount: (caller, request) => updateAccount(desk, caller, request),
    setLanguage: (caller, { language }) => setLanguage(desk, caller, language),
    acknowledgePrivacy: (caller, { version }) => acknowledgePrivacy(desk, caller, version),
    readAccountData: async (caller, _, ctx) => streamJson(ctx, 'data-saya.json', await exportAccountData(desk, caller)),
    changePassword: (caller, request, ctx) => changePassword(desk, caller, request, originOf(ctx)),
    changeEmail: (caller, request, ctx) => changeEmail(desk, caller, request, originOf(ctx)),
    tryOwnAddress: (caller) => tryOwnAddress(desk, caller),
    confirmEmail: (caller, { code }) => confirmEmail(desk, caller, code),
    listSessions: (caller) => listSessions(desk, caller),
    endSession: (caller, { id }) => endSession(desk, caller, id),
    endSessions: (caller, { scope }) => endSessions(desk, caller, scope),
    forgotPassword: (caller, { identifier }, ctx) => requestPasswordReset(desk, caller, identifier, originOf(ctx)),
    readPasswordLink: (caller, { code }) => readPasswordLink(desk, caller, code),
    resetPassword: async (caller, request, ctx) => ({
      jwt: (await resetPassword(desk, caller, request, originOf(ctx))).jwt,
    }),
    getSignOn: () => readSignOn(desk),
    saveSignOn: (caller, request) => saveSignOn(desk, caller, request),
    trySignOn: (_, request) => trySignOn(desk, request),
    beginSignOn: (caller) => begin(desk, caller, 'portal'),
    finishSignOn: (caller, request, ctx) => finishAtPortal(desk, caller, request, originOf(ctx)),
    startPanelSignOn: (caller, { back }, ctx) => startAtPanel(desk, caller, ctx, back),
    finishPanelSignOn: (caller, _, ctx) => finishPanelSignOn(desk, caller, ctx),
    inviteAccount: (caller, { id }) => inviteAccount(desk, caller, id),
    listGuides: (caller, request) => listGuides(desk, caller, request),
    getGuideFacets: (_, request) => guideFacets(desk, request),
    getGuide: (caller, { slug }) => readGuide(desk, caller, slug),
    rateGuide: (caller, request) => rateGuide(desk, caller, request).then(() => readGuide(desk, caller, request.slug)),
    listGuideRatings: (_, request) => listGuideRatings(desk, request),
    listAnnouncements: (caller, request) => listAnnouncements(desk, caller, request),
    suggestHelp: (caller, request) => suggestHelp(desk, caller, request),
    listFrequentServices: (caller) => frequentServices(desk, caller),
    findSimilar: (caller, request) => findSimilar(desk, caller, request),
    joinTicket: (caller, request) => join(desk, caller, request).then(() => detail(caller)(request.number)),
    submitTicket: (caller, request) => submit(desk, caller, request),
    listTickets: (caller, request) => listTickets(desk, caller, request),
    getTicket: (caller, { number }) => detail(caller)(number),
    getTimeline: (caller, request) => readTimeline(desk, caller, request),
    actOnTicket: (caller, request) => act(desk, caller, request).then((number) => readOwnWork(desk, caller, number)),
    explainTicket: (caller, { number }) => explainTicket(desk, caller, number),
    listReplies: () => listReplies(desk),
    createReply: (caller, request) => createReply(desk, caller, request),
    changeReply: (caller, request) => changeReply(desk, caller, request),
    removeReply: (caller, { id }) => removeReply(desk, caller, id),
    listViews: (caller) => listViews(desk, caller),
    createView: (caller, request) => createView(desk, caller, request),
    changeView: (caller, request) => changeView(desk, caller, request),
    removeView: (caller, { id }) => removeView(desk, caller, id),
    listAccounts: (caller, request) => listAccounts(desk, caller, request),
    createAccount: (caller, request) => createAccount(desk, caller, request),
    importAccounts: (caller, request) => importAccounts(desk, caller, request),
    changeAccount: (caller, request) => changeAccount(desk, caller, request),
    inviteAgain: (caller, request) => inviteAgain(desk, caller, request),
    deactivateAccount: (caller, request) => deactivateAccount(desk, caller, request),
    activateAccount: (caller, request) => activateAccount(desk, caller, request),
    listWorkingHours: () => listWorkingHours(desk),
    changeWorkingHours: (_, request) => changeWorkingHours(desk, request),
    listHolidays: (caller, { year }) => listHolidays(desk, caller, year),
    addHoliday: (caller, request) => addHoliday(desk, caller, request),
    removeHoliday: (caller, { id }) => removeHoliday(desk, caller, id),
    importHolidays: (_caller, request) => importHolidays(desk, request),
    listLeave: (caller) => listLeave(desk, caller),
    addLeave: (caller, request) => addLeave(desk, caller, request),
    removeLeave: (caller, { id }) => removeLeave(desk, caller, id),
    listUnits: (caller) => listUnits(desk, caller),
    createUnit: (caller, request) => createUnit(desk, caller, request),
    changeUnit: (caller, request) => changeUnit(desk, caller, request),
    replaceUnits: (caller, request) => replaceUnits(desk, caller, request),
    restoreUnit: (caller, request) => restoreUnit(desk, caller, request),
    listServices: () => listServices(desk),
    getService: (_, request) => getService(desk, request),
    createService: (_, request) => createService(desk, request),
    changeService: (_, request) => changeService(desk, request),
    createCategory: (_, request) => createCategory(desk, request),
    changeCategory: (_, request) => changeCategory(desk, request),
    setServiceStanding: (_, request) => setServiceStanding(desk, request),
    orderServices: (_, request) => orderServices(desk, request),
    revealContact: (caller, { number }) => revealContact(desk, caller, number),
    commentOnTicket: (caller, request) => commentOn(desk, caller, request).then(detail(caller)),
    addAttachment: async (caller, request, ctx) => addAttachment(desk, caller, request, uploadedFile(ctx)),
    listAttachments: (caller, { number }) => listAttachments(desk, caller, number),
    readAttachment: async (caller, { number, id }, ctx) =>
      streamFile(ctx, await openAttachment(desk, caller, number, id)),
    deleteAttachment: (caller, { number, id }) =>
      deleteAttachment(desk, caller, number, id).then(() => listAttachments(desk, caller, number)),
    listDocuments: (caller, { number }) => listDocuments(desk, caller, number),
    readDocument: async (caller, request, ctx) => sendPdf(ctx, await openDocument(desk, caller, request)),
    signDocument: (caller, request) =>
      signDocument(desk, caller, request).then(() => listDocuments(desk, caller, request.number)),
    prepareDocument: (caller, request) =>
      prepareDocument(desk, caller, request).then(() => listDocuments(desk, caller, request.number)),
    readCatalogDocument: async (caller, _, ctx) => sendPdf(ctx, await readCatalogDocument(desk, caller)),
    listBundles: (caller) => listBundles(desk, caller),
    requestBundle: (caller, request) => requestBundle(desk, caller, request),
    readBundle: async (caller, { id }, ctx) => streamText(ctx, await openBundle(desk, caller, id)),
    readExample: async (caller, { kind }, ctx) => sendPdf(ctx, await readExample(desk, caller, kind)),
    verifyDocument: (_, { code }) => verifyDocument(desk, code),
    verifyFile: (_, __, ctx) => verifyFile(desk, uploadedFile(ctx)),
    listSealKeys: async () => listSealKeys(desk),
    watchEvents: async (caller, { since }, ctx) =>
      streamEvents(
        ctx,
        await openEvents(desk, caller, since ?? lastEventOf(ctx), () => isStillSignedIn(desk.strapi, ctx)),
      ),
    getReport: (caller, request) => readReport(desk, caller, request),
    listReports: (caller, request) => listReports(desk, caller, request),
    readWallboard: (caller) => readWallboard(desk, caller),
    readSharedWallboard: (caller, { token }) => readSharedWallboard(desk, caller, token),
    listWallboardLinks: (caller) => listWallboardLinks(desk, caller),
    createWallboardLink: (caller, request) => createWallboardLink(desk, caller, request),
    removeWallboardLink: (caller, { id }) => removeWallboardLink(desk, caller, id),
    getReportFile: async (caller, request, ctx) => sendFile(ctx, await exportReport(desk, caller, request)),
    getPerformanceFile: async (caller, request, ctx) => sendFile(ctx, await exportPerformance(desk, caller, request)),
    listSchedules: (caller) => listSchedules(desk, caller),
    createSchedule: (caller, request) => createSchedule(desk, caller, request),
    changeSchedule: (caller, request) => changeSchedule(desk, caller, request),
    runSchedule: (caller, { id }) => runSchedule(desk, caller, id),
    resendRun: (caller, { id }) => resendRun(desk, caller, id),
    readSentFile: async (caller, { id }, ctx) => sendFile(ctx, await readSentFile(desk, caller, id)),
    exportTickets: async (caller, request, ctx) => streamText(ctx, await exportTickets(desk, caller, request)),
    getSettings: () => readSettings(desk),
    saveSettings: (caller, request) => saveSettings(desk, caller, request),
    getAuthority: () => readAuthority(desk),
    saveAuthority: (caller, request) => saveAuthority(desk, caller, request),
    explainAuthority: (caller, request) => explainAuthority(desk, caller, request),
    listTokens: () => listTokens(desk),
    saveTokenGrants: (caller, request) => saveTokenGrants(desk, caller, request),
    listPeople: (_, { q }) => listPeople(desk, q ?? ''),
    listCalendars: () => listCalendars(desk),
    simulateDeadline: (_, request) => simulateDeadline(desk, request),
    getOperations: (caller) => readOperations(desk, caller.now),
    getSetup: (caller) => readSetup(desk, caller),
    runJob: (caller, request) => runJob(desk, caller, request),
    startBackup: (caller) => startBackup(desk, caller),
    getWarnings: (caller) => listWarnings(desk, caller),
    getOpenSurvey: (caller) => openSurvey(desk, caller),
    getSurvey: (caller, { token }) => findSurvey(desk, caller, token),
    submitSurvey: (caller, request) => submitSurvey(desk, caller, request),
    listSurveyPeriods: (caller) => listSurveyPeriods(desk, caller),
    getSurveyResult: (caller, { id }) => surveyResult(desk, caller, id),
    listSurveySuggestions: (_, request) => listSurveySuggestions(desk, request),
    listAudit: (caller, request) => listAudit(desk, caller, request),
    exportAudit: async (caller, request, ctx) => streamText(ctx, await exportAudit(desk, caller, request)),
    checkChain: (_, request) => checkChain(desk, request),
    listNotices: (caller, request) => listNotices(desk, caller, request),
    countNotices: (caller) => countNotices(desk, caller),
    readNotices: (caller, request) => readNotices(desk, caller, request),
    getNoticeChoices: (caller) => readChoices(desk, caller),
    saveNoticeChoices: (caller, request) => saveChoices(desk, caller, request),
    stopDigest: (caller, { code }) => stopDigest(desk, caller, code),
    listLetters: (_, request) => listLetters(desk, request),
    resendLetter: (caller, { id }) => resendLetter(desk, caller, id),
    getMailSettings: () => readMailSettings(desk),
    saveMailSettings: (caller, request) => saveMailSettings(desk, caller, request),
    tryMail: (caller, request) => tryMail(desk, caller, request),
    listLetterWordings: () => listWordings(desk),
    saveLetterWording: (caller, request) => saveWording(desk, caller, request),
    previewLetter: (caller, request) => previewLetter(desk, caller, request),
    getCalendarLink: (caller) => readLink(desk, caller),
    makeCalendarLink: (caller) => makeLink(desk, caller),
    endCalendarLink: (caller) => endLink(desk, caller),
    readCalendar: async (caller, { code }, ctx) => sendFile(ctx, await readCalendar(desk, code, caller.now)),
    listWebhooks: (caller) => listWebhooks(desk, caller),
    createWebhook: (caller, request) => createWebhook(desk, caller, request),
    changeWebhook: (caller, request) => changeWebhook(desk, caller, request),
    removeWebhook: (caller, { id }) => removeWebhook(desk, caller, id),
    renewWebhookSecret: (caller, { id }) => renewWebhookSecret(desk, caller, id),
    endFormerSecrets: (caller, { id }) => endFormerSecrets(desk, caller, id),
    tryWebhook: (caller, { id }) => tryWebhook(desk, caller, id),
    listDeliveries: (_, request) => listDeliveries(desk, request),
    resendDelivery: (caller, { id }) => resendDelivery(desk, caller, id),
    getOpenApi: async () => openApi((await desk.identity()).systemName),
  };
};
