import type { InboundMailSettings, InboundMailTrial, Request } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import type { Live } from '../../live/useLive';
import { useWords } from '../../words';
import { useSettingsForm } from '../useSettingsForm';

type Given = Request<'saveInboundMail'>['settings'];
/** What stands in the fields; the port as it is typed, and a password only once one was typed. */
export interface TypedInboundMail extends Omit<Given, 'port' | 'password'> {
  readonly port: string;
  readonly password: string;
}

const typedOf = ({ version: _, hasPassword: __, port, ...kept }: InboundMailSettings): TypedInboundMail => ({
  ...kept,
  port: String(port),
  password: '',
});
const givenOf = ({ password, port, ...rest }: TypedInboundMail): Given => ({
  ...rest,
  port: Number(port),
  ...(password && { password }),
});
const NAMED = ['host', 'port', 'username', 'password', 'folder', 'address'] as const;
const EXAMPLES = { address: 'balas@kota.go.id', host: 'imap.kota.go.id' };

/** The mailbox for answers while it is being edited, and opened to see whether it is right. */
export function useInboundMailForm(live: Live<InboundMailSettings>) {
  const { t } = useWords();
  const client = useClient();
  const form = useSettingsForm<InboundMailSettings, TypedInboundMail, InboundMailTrial>({
    live,
    typedOf,
    save: (typed, { version }) => client.saveInboundMail({ version, settings: givenOf(typed) }),
    labels: Object.fromEntries(NAMED.map((name) => [name, t(`inboundMail.${name}`)])),
    examples: EXAMPLES,
  });
  return { ...form, ask: () => form.tryOut((typed) => client.tryInboundMail({ settings: givenOf(typed) })) };
}
