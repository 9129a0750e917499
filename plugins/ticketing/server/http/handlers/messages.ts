import type { calendarFeed } from '../../../domain/contract/calendar-feed';
import type { guides } from '../../../domain/contract/guides';
import type { inboundMail } from '../../../domain/contract/inbound-mail';
import type { live } from '../../../domain/contract/live';
import type { mail } from '../../../domain/contract/mail';
import type { notices } from '../../../domain/contract/notices';
import type { push } from '../../../domain/contract/push';
import type { whatsapp } from '../../../domain/contract/whatsapp';
import type { webhooks } from '../../../domain/contract/webhooks';
import { listAnnouncements } from '../../announcements/list';
import { endLink, makeLink, readLink } from '../../calendar-feeds/links';
import { readCalendar } from '../../calendar-feeds/read';
import type { Desk } from '../../desk/desk';
import { guideFacets, listGuides } from '../../guides/list';
import { listGuideRatings, rateGuide } from '../../guides/rate';
import { readGuide } from '../../guides/read';
import { suggestHelp } from '../../guides/suggest';
import { originOf } from '../../accounts/sessions';
import { listQuarantine } from '../../inbound-mail/quarantine';
import { readInboundMail, saveInboundMail, tryInboundMail } from '../../inbound-mail/settings';
import { openEvents } from '../../live';
import { lookAtTicket } from '../../live/presence';
import { stopDigest } from '../../news/stop';
import { readChoices, saveChoices } from '../../notifications/choices';
import { countNotices, listNotices, readNotices } from '../../notifications/inbox';
import { listLetters, resendLetter } from '../../notifications/ledger';
import { readMailSettings, saveMailSettings, tryMail } from '../../notifications/mail-settings';
import { listShortMessages, resendShortMessage } from '../../notifications/short-ledger';
import { readWhatsApp, saveWhatsApp, tryWhatsApp } from '../../notifications/whatsapp-settings';
import { readNumber, saveNumber } from '../../short-messages/numbers';
import { addDevice, readPush, removeDevice } from '../../short-messages/devices';
import { listWordings, previewLetter, saveWording } from '../../notifications/wordings';
import { changeWebhook, createWebhook, listWebhooks, removeWebhook } from '../../webhooks/keep';
import { listDeliveries, resendDelivery, tryWebhook } from '../../webhooks/ledger';
import { endFormerSecrets, renewWebhookSecret } from '../../webhooks/secrets';
import { isStillSignedIn, lastEventOf } from '../session';
import { sendFile, streamEvents } from '../streams';
import type { HandlersOf } from './handlers-of';

type Rooms = typeof guides &
  typeof notices &
  typeof mail &
  typeof inboundMail &
  typeof calendarFeed &
  typeof webhooks &
  typeof live &
  typeof push &
  typeof whatsapp;

/** What people are told and read: guides, notices, letters, answers to them, calendars, webhooks, the stream of events. */
export const messageHandlers = (desk: Desk): HandlersOf<Rooms> => ({
  listGuides: (caller, request) => listGuides(desk, caller, request),
  getGuideFacets: (caller, request) => guideFacets(desk, caller, request),
  getGuide: (caller, { slug }) => readGuide(desk, caller, slug),
  rateGuide: (caller, request) => rateGuide(desk, caller, request).then(() => readGuide(desk, caller, request.slug)),
  listGuideRatings: (_, request) => listGuideRatings(desk, request),
  listAnnouncements: (caller, request) => listAnnouncements(desk, caller, request),
  suggestHelp: (caller, request) => suggestHelp(desk, caller, request),
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
  getPush: (caller) => readPush(desk, caller),
  addPushDevice: (caller, request, ctx) => addDevice(desk, caller, request, originOf(ctx).userAgent),
  removePushDevice: (caller, { id }) => removeDevice(desk, caller, id),
  getWhatsApp: () => readWhatsApp(desk),
  saveWhatsApp: (caller, request) => saveWhatsApp(desk, caller, request),
  tryWhatsApp: (caller, request) => tryWhatsApp(desk, caller, request),
  getWhatsAppNumber: (caller) => readNumber(desk, caller),
  saveWhatsAppNumber: (caller, request) => saveNumber(desk, caller, request),
  listShortMessages: (_, request) => listShortMessages(desk, request),
  resendShortMessage: (caller, { id }) => resendShortMessage(desk, caller, id),
  getInboundMail: () => readInboundMail(desk),
  saveInboundMail: (caller, request) => saveInboundMail(desk, caller, request),
  tryInboundMail: (_, request) => tryInboundMail(desk, request),
  listQuarantine: (_, request) => listQuarantine(desk, request),
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
  lookAtTicket: (caller, { number }) => lookAtTicket(desk, caller, number),
  watchEvents: async (caller, { since }, ctx) =>
    streamEvents(
      ctx,
      await openEvents(desk, caller, since ?? lastEventOf(ctx), () => isStillSignedIn(desk.strapi, ctx)),
    ),
});
