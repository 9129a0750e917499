import type { account } from '../../../domain/contract/account';
import type { people } from '../../../domain/contract/people';
import type { signOn } from '../../../domain/contract/sign-on';
import { exportAccountData } from '../../accounts/data';
import {
  changePassword,
  inviteAccount,
  readPasswordLink,
  requestPasswordReset,
  resetPassword,
} from '../../accounts/passwords';
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
} from '../../accounts/profile';
import { originOf } from '../../accounts/sessions';
import type { Desk } from '../../desk/desk';
import { importAccounts } from '../../people/import';
import { changeAccount, createAccount, inviteAgain } from '../../people/keep';
import { listAccounts } from '../../people/list';
import { activateAccount, deactivateAccount } from '../../people/standing';
import { begin, finishAtPortal } from '../../sign-on/portal';
import { readSignOn, saveSignOn, trySignOn } from '../../sign-on/settings';
import { finishPanelSignOn, startAtPanel } from '../panel-sign-on';
import { streamJson } from '../streams';
import type { HandlersOf } from './handlers-of';

type Rooms = typeof account & typeof people & typeof signOn;

/** Who one is and how one comes in; the accounts as administrators keep them. */
export const accountHandlers = (desk: Desk): HandlersOf<Rooms> => ({
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
  inviteAccount: (caller, { id }) => inviteAccount(desk, caller, id),
  listAccounts: (caller, request) => listAccounts(desk, caller, request),
  createAccount: (caller, request) => createAccount(desk, caller, request),
  importAccounts: (caller, request) => importAccounts(desk, caller, request),
  changeAccount: (caller, request) => changeAccount(desk, caller, request),
  inviteAgain: (caller, request) => inviteAgain(desk, caller, request),
  deactivateAccount: (caller, request) => deactivateAccount(desk, caller, request),
  activateAccount: (caller, request) => activateAccount(desk, caller, request),
  getSignOn: () => readSignOn(desk),
  saveSignOn: (caller, request) => saveSignOn(desk, caller, request),
  trySignOn: (_, request) => trySignOn(desk, request),
  beginSignOn: (caller) => begin(desk, caller, 'portal'),
  finishSignOn: (caller, request, ctx) => finishAtPortal(desk, caller, request, originOf(ctx)),
  startPanelSignOn: (caller, { back }, ctx) => startAtPanel(desk, caller, ctx, back),
  finishPanelSignOn: (caller, _, ctx) => finishPanelSignOn(desk, caller, ctx),
});
