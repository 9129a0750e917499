import { useEffect, useState } from 'react';
import { wordIssue, type Refusal } from '../../../../domain';
import type { InboundMailSettings, InboundMailTrial, Request } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import type { Live } from '../../live/useLive';
import { useWords } from '../../words';

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
const PART = /^settings\./;
const NAMED = ['host', 'port', 'username', 'password', 'folder', 'address'] as const;
const EXAMPLES = { address: 'balas@kota.go.id', host: 'imap.kota.go.id' };

/** The mailbox for answers while it is being edited; nothing typed is lost when it is refused. */
export function useInboundMailForm(live: Live<InboundMailSettings>) {
  const { t, language } = useWords();
  const client = useClient();
  const [typed, setTyped] = useState<TypedInboundMail | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [trial, setTrial] = useState<InboundMailTrial | null>(null);
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
  const labels = Object.fromEntries(NAMED.map((name) => [name, t(`inboundMail.${name}`)]));
  const issues: Readonly<Record<string, string>> = Object.fromEntries(
    (refusal?.details.issues ?? []).map((issue) => {
      const field = issue.field.replace(PART, '');
      return [field, wordIssue(language, { ...issue, field }, labels, EXAMPLES)];
    }),
  );
  return {
    typed,
    isBusy,
    refusal,
    trial,
    issues,
    isChanged: typed !== null && kept !== undefined && JSON.stringify(typed) !== JSON.stringify(typedOf(kept)),
    fill: (changes: Partial<TypedInboundMail>) => setTyped((before) => before && { ...before, ...changes }),
    discard: () => setTyped(kept ? typedOf(kept) : null),
    save: () =>
      attempt(async () => {
        if (!typed || !kept) return;
        const saved = await client.saveInboundMail({ version: kept.version, settings: givenOf(typed) });
        live.replace(saved);
        setTyped(typedOf(saved));
      }),
    ask: () =>
      attempt(async () => {
        if (typed) setTrial(await client.tryInboundMail({ settings: givenOf(typed) }));
      }),
  };
}
