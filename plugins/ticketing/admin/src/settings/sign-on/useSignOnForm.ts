import type { Request, SignOnSettings, SignOnTrial } from '../../../../domain/contract';
import { useClient } from '../../api/useClient';
import type { Live } from '../../live/useLive';
import { useSettingsForm } from '../useSettingsForm';

type Given = Request<'saveSignOn'>['settings'];
/** What stands in the fields; a secret only once one was typed. */
export interface TypedSignOn {
  readonly isForPortal: boolean;
  readonly isForStaff: boolean;
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  readonly scopes: string;
  readonly name: string;
  readonly nipClaim: string;
  readonly trustsEmail: boolean;
}

const typedOf = ({ version: _, hasSecret: __, returns: ___, nipClaim, ...kept }: SignOnSettings): TypedSignOn => ({
  ...kept,
  nipClaim: nipClaim ?? '',
  secret: '',
});
const givenOf = ({ secret, ...rest }: TypedSignOn): Given => ({ ...rest, ...(secret && { secret }) });

/** The sign-in service while it is being edited, and asked whether it would answer. */
export function useSignOnForm(live: Live<SignOnSettings>) {
  const client = useClient();
  const form = useSettingsForm<SignOnSettings, TypedSignOn, SignOnTrial>({
    live,
    typedOf,
    save: (typed, { version }) => client.saveSignOn({ version, settings: givenOf(typed) }),
  });
  return { ...form, ask: () => form.tryOut((typed) => client.trySignOn({ settings: givenOf(typed) })) };
}
