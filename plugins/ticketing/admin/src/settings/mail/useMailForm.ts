import type { MailSettings, MailTrial, Request } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import type { Live } from '../../live/useLive';
import { useSettingsForm } from '../useSettingsForm';

type Given = Request<'saveMailSettings'>['settings'];
/** What stands in the fields; numbers as they are typed, and a password only once one was typed. */
export interface TypedMail {
  readonly host: string;
  readonly port: string;
  readonly security: Given['security'];
  readonly username: string;
  readonly password: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly replyTo: string;
  readonly gatherMinutes: string;
}

const typedOf = (kept: MailSettings): TypedMail => ({
  host: kept.host,
  port: String(kept.port),
  security: kept.security,
  username: kept.username ?? '',
  password: '',
  fromName: kept.fromName,
  fromAddress: kept.fromAddress,
  replyTo: kept.replyTo ?? '',
  gatherMinutes: String(kept.gatherMinutes),
});
const givenOf = ({ password, port, gatherMinutes, ...rest }: TypedMail): Given => ({
  ...rest,
  port: Number(port),
  gatherMinutes: Number(gatherMinutes),
  ...(password && { password }),
});

/** The settings of mail while they are being edited, and a letter sent by them to see whether they are right. */
export function useMailForm(live: Live<MailSettings>) {
  const client = useClient();
  const form = useSettingsForm<MailSettings, TypedMail, MailTrial>({
    live,
    typedOf,
    save: (typed, { version }) => client.saveMailSettings({ version, settings: givenOf(typed) }),
  });
  return {
    ...form,
    send: (to: string) => form.tryOut((typed) => client.tryMail({ to, settings: givenOf(typed) })),
  };
}
