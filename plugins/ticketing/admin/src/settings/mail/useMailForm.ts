import { useEffect, useState } from 'react';
import { wordIssue, type Refusal } from '../../../../domain';
import type { MailSettings, MailTrial, Request } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import type { Live } from '../../live/useLive';
import { useWords } from '../../words';

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

/** The settings of mail while they are being edited; nothing typed is lost when they are refused. */
export function useMailForm(live: Live<MailSettings>) {
  const { language } = useWords();
  const client = useClient();
  const [typed, setTyped] = useState<TypedMail | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [trial, setTrial] = useState<MailTrial | null>(null);
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
    (refusal?.details.issues ?? []).map((issue) => [
      issue.field.replace(/^settings\./, ''),
      wordIssue(language, { ...issue, field: issue.field.replace(/^settings\./, '') }),
    ]),
  );
  return {
    typed,
    isBusy,
    refusal,
    trial,
    issues,
    isChanged: typed !== null && kept !== undefined && JSON.stringify(typed) !== JSON.stringify(typedOf(kept)),
    fill: (changes: Partial<TypedMail>) => setTyped((before) => before && { ...before, ...changes }),
    discard: () => setTyped(kept ? typedOf(kept) : null),
    save: () =>
      attempt(async () => {
        if (!typed || !kept) return;
        const saved = await client.saveMailSettings({ version: kept.version, settings: givenOf(typed) });
        live.replace(saved);
        setTyped(typedOf(saved));
      }),
    send: (to: string) =>
      attempt(async () => {
        if (typed) setTrial(await client.tryMail({ to, settings: givenOf(typed) }));
      }),
  };
}
