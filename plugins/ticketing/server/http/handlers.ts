import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Answer, EndpointName, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { openApi } from './openapi';
import { service } from '../services';
import { originOf } from '../accounts/sessions';
import { streamEvents, streamFile, streamJson, streamText, uploadedFile } from './streams';
import { isStillSignedIn, lastEventOf } from './session';

export type Handlers = {
  [N in EndpointName]: (caller: Caller, request: Parsed<N>, ctx: Context) => Promise<Answer<N>>;
};

/** One line per endpoint; a dropped one does not compile. */
export const handlers = (strapi: Core.Strapi): Handlers => {
  const tickets = () => service(strapi, 'tickets');
  const attachments = () => service(strapi, 'attachments');
  const accounts = () => service(strapi, 'accounts');
  const surveys = () => service(strapi, 'surveys');
  const detail = (caller: Caller) => (number: string) => tickets().read(caller, number);
  return {
    getMe: async (caller) => ({
      actor: caller.actor,
      roleNames: caller.actor.roles,
      policy: caller.policy.filter(({ role }) => caller.actor.roles.includes(role)),
      account: await accounts().preferences(caller),
      skpdName: caller.actor.skpdCode
        ? ((await service(strapi, 'master').load()).skpd.get(caller.actor.skpdCode)?.name ?? null)
        : null,
    }),
    getCatalog: async () => ({
      ...(await service(strapi, 'master').load()).catalog,
      matrix: (await service(strapi, 'settings').inForce()).settings.priorityMatrix,
    }),
    listOfficers: () => service(strapi, 'actors').officers(),
    getAccount: (caller) => accounts().read(caller),
    updateAccount: (caller, request) => accounts().correct(caller, request),
    setLanguage: (caller, { language }) => accounts().speak(caller, language),
    acknowledgePrivacy: (caller, { version }) => accounts().acknowledge(caller, version),
    readAccountData: async (caller, _, ctx) => streamJson(ctx, 'data-saya.json', await accounts().copy(caller)),
    changePassword: (caller, request, ctx) => accounts().change(caller, request, originOf(ctx)),
    changeEmail: (caller, request, ctx) => accounts().changeEmail(caller, request, originOf(ctx)),
    confirmEmail: (caller, { code }) => accounts().confirmEmail(caller, code),
    listSessions: (caller) => accounts().sessions(caller),
    endSession: (caller, { id }) => accounts().endOne(caller, id),
    endSessions: (caller, { scope }) => accounts().endMany(caller, scope),
    forgotPassword: (caller, { identifier }, ctx) => accounts().forget(caller, identifier, originOf(ctx)),
    readPasswordLink: (caller, { code }) => accounts().readLink(caller, code),
    resetPassword: async (caller, request, ctx) => ({
      jwt: (await accounts().reset(caller, request, originOf(ctx))).jwt,
    }),
    inviteAccount: (caller, { id }) => accounts().invite(caller, id),
    listGuides: (caller, request) => service(strapi, 'guides').list(caller, request),
    getGuideFacets: (_, request) => service(strapi, 'guides').facets(request),
    getGuide: (caller, { slug }) => service(strapi, 'guides').read(caller, slug),
    rateGuide: (caller, request) =>
      service(strapi, 'guides')
        .rate(caller, request)
        .then(() => service(strapi, 'guides').read(caller, request.slug)),
    listGuideRatings: (_, request) => service(strapi, 'guides').ratings(request),
    listAnnouncements: (caller, request) => service(strapi, 'announcements').list(caller, request),
    suggestHelp: (caller, request) => service(strapi, 'guides').suggest(caller, request),
    listFrequentServices: (caller) => tickets().frequentServices(caller),
    findSimilar: (caller, request) => tickets().findSimilar(caller, request),
    joinTicket: (caller, request) =>
      tickets()
        .join(caller, request)
        .then(() => detail(caller)(request.number)),
    submitTicket: (caller, request) => tickets().submit(caller, request).then(detail(caller)),
    listTickets: (caller, request) => tickets().list(caller, request),
    getTicket: (caller, { number }) => detail(caller)(number),
    getTimeline: (caller, request) => tickets().timeline(caller, request),
    actOnTicket: (caller, request) =>
      tickets()
        .act(caller, request)
        .then(() => detail(caller)(request.number)),
    explainTicket: (caller, { number }) => service(strapi, 'authority').mine(caller, number),
    commentOnTicket: (caller, request) =>
      tickets()
        .comment(caller, request)
        .then(() => detail(caller)(request.number)),
    addAttachment: async (caller, request, ctx) => attachments().add(caller, request, uploadedFile(ctx)),
    listAttachments: (caller, { number }) => attachments().list(caller, number),
    readAttachment: async (caller, { number, id }, ctx) =>
      streamFile(ctx, await attachments().open(caller, number, id)),
    deleteAttachment: (caller, { number, id }) =>
      attachments()
        .remove(caller, number, id)
        .then(() => attachments().list(caller, number)),
    watchEvents: async (caller, { since }, ctx) =>
      streamEvents(
        ctx,
        await service(strapi, 'live').open(caller, since ?? lastEventOf(ctx), () => isStillSignedIn(strapi, ctx)),
      ),
    getReport: (caller, request) => service(strapi, 'reports').read(caller, request),
    exportTickets: async (caller, request, ctx) =>
      streamText(ctx, await service(strapi, 'exporting').tickets(caller, request)),
    getSettings: () => service(strapi, 'settings').read(),
    saveSettings: (caller, { version, changes }) => service(strapi, 'settings').write(caller, version, changes),
    getAuthority: () => service(strapi, 'settings').matrix(),
    saveAuthority: (caller, { version, squares }) => service(strapi, 'settings').writeMatrix(caller, version, squares),
    explainAuthority: (caller, request) => service(strapi, 'authority').of(caller, request),
    listPeople: (_, { q }) => service(strapi, 'authority').people(q ?? ''),
    listCalendars: () => service(strapi, 'calendars').list(),
    simulateDeadline: (_, request) => service(strapi, 'calendars').simulate(request),
    getWarnings: (caller) => service(strapi, 'calendars').warnings(caller),
    getOpenSurvey: (caller) => surveys().open(caller),
    getSurvey: (caller, { token }) => surveys().find(caller, token),
    submitSurvey: (caller, request) => surveys().submit(caller, request),
    listSurveyPeriods: (caller) => surveys().periods(caller),
    getSurveyResult: (caller, { id }) => surveys().result(caller, id),
    listSurveySuggestions: (_, request) => surveys().suggestions(request),
    getOpenApi: async () => openApi(),
  };
};
