import type { Issue } from '../refusal';
import { INBOUND_LIMITS } from './limits';

/** The mailbox that answers come to, as an administrator names it. */
export interface InboundMailChoice {
  readonly isOn: boolean;
  readonly host: string;
  readonly port: number;
  readonly security: 'none' | 'starttls' | 'tls';
  readonly username: string;
  readonly folder: string;
  /** The address of the mailbox; letters are answered to it, with a token after a plus. */
  readonly address: string;
  /** Whether letters that do not arrive come back to it too: then it is the sender the mail server is told. */
  readonly takesBounces: boolean;
}

/** As it comes: no mail is read. */
export const DEFAULT_INBOUND_MAIL: InboundMailChoice = {
  isOn: false,
  host: '',
  port: 993,
  security: 'tls',
  username: '',
  folder: 'INBOX',
  address: '',
  takesBounces: false,
};

const LOCAL = new RegExp(`^[A-Za-z0-9._-]{1,${INBOUND_LIMITS.local}}@`);

/** What is wrong with a choice. While it is off it may be incomplete. */
export function checkInboundMail(choice: InboundMailChoice): Issue[] {
  const missing = (['host', 'username', 'folder', 'address'] as const)
    .filter((field) => choice.isOn && choice[field] === '')
    .map((field): Issue => ({ field, code: 'required' }));
  return choice.address === '' || LOCAL.test(choice.address)
    ? missing
    : [...missing, { field: 'address', code: 'wrongFormat' }];
}
