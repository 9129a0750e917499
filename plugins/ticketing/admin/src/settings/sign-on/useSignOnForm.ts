import { useEffect, useState } from 'react';
import { wordIssue, type Refusal } from '../../../../domain';
import type { Request, SignOnSettings, SignOnTrial } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import type { Live } from '../../live/useLive';
import { useWords } from '../../words';

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
const PART = /^settings\./;

/** The sign-in service while it is being edited; nothing typed is lost when it is refused. */
export function useSignOnForm(live: Live<SignOnSettings>) {
  const { language } = useWords();
  const client = useClient();
  const [typed, setTyped] = useState<TypedSignOn | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [trial, setTrial] = useState<SignOnTrial | null>(null);
  const kept = live.data;
  useEffect(() => {
    if (kept) setTyped((before) => before ?? typedOf(kept));
  }, [kept]);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    setTrial(null);
    await work().catch((error: unknown) => setRefusal(toRefusal(error)));
    setBusy(false);
  };
  const issues: Readonly<Record<string, string>> = Object.fromEntries(
    (refusal?.details.issues ?? []).map((issue) => {
      const field = issue.field.replace(PART, '');
      return [field, wordIssue(language, { ...issue, field })];
    }),
  );
  return {
    typed,
    isBusy,
    refusal,
    trial,
    issues,
    isChanged: typed !== null && kept !== undefined && JSON.stringify(typed) !== JSON.stringify(typedOf(kept)),
    fill: (changes: Partial<TypedSignOn>) => setTyped((before) => before && { ...before, ...changes }),
    discard: () => setTyped(kept ? typedOf(kept) : null),
    save: () =>
      attempt(async () => {
        if (!typed || !kept) return;
        const saved = await client.saveSignOn({ version: kept.version, settings: givenOf(typed) });
        live.replace(saved);
        setTyped(typedOf(saved));
      }),
    ask: () =>
      attempt(async () => {
        if (typed) setTrial(await client.trySignOn({ settings: givenOf(typed) }));
      }),
  };
}
