import type { MailTrial, Request, WhatsAppSettings } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import type { Live } from '../../live/useLive';
import { useSettingsForm } from '../useSettingsForm';

type Given = Request<'saveWhatsApp'>['settings'];
/** What stands in the fields; a token only once one was typed. */
export interface TypedWhatsApp extends Omit<Given, 'token'> {
  readonly token: string;
}
const typedOf = ({ isOn, url, isBearer, templates }: WhatsAppSettings): TypedWhatsApp => ({
  isOn,
  url,
  isBearer,
  templates,
  token: '',
});
const givenOf = ({ token, ...rest }: TypedWhatsApp): Given => ({ ...rest, ...(token && { token }) });

/** The way to the gateway while it is being edited, and a message sent by it to see whether it is right. */
export function useWhatsAppForm(live: Live<WhatsAppSettings>) {
  const client = useClient();
  const form = useSettingsForm<WhatsAppSettings, TypedWhatsApp, MailTrial>({
    live,
    typedOf,
    save: (typed, { version }) => client.saveWhatsApp({ version, settings: givenOf(typed) }),
  });
  return {
    ...form,
    send: (to: string) => form.tryOut((typed) => client.tryWhatsApp({ to, settings: givenOf(typed) })),
  };
}
