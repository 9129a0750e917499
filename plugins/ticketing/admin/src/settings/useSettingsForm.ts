import { useEffect, useState } from 'react';
import { wordIssue, type Refusal } from '../../../domain';
import { toRefusal } from '../api/useClient';
import type { Live } from '../live/useLive';
import { useWords } from '../words';

/** Whole settings have the issues of their fields below this name. */
const PART = /^settings\./;

/** What one form of settings does in its own way. */
interface Ways<Kept, Typed> {
  readonly live: Live<Kept>;
  /** What stands in the fields where nothing was typed yet. */
  readonly typedOf: (kept: Kept) => Typed;
  readonly save: (typed: Typed, kept: Kept) => Promise<Kept>;
  /** What its fields are called here, and examples of them, where refusals are to name those. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly examples?: Readonly<Record<string, string>>;
}

/** Settings while they are being edited, saved whole and tried before; nothing typed is lost when they are refused. */
export function useSettingsForm<Kept, Typed extends object, Trial>({
  live,
  typedOf,
  save,
  labels,
  examples,
}: Ways<Kept, Typed>) {
  const { language } = useWords();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const kept = live.data;
  useEffect(() => {
    if (kept) setTyped((before) => before ?? typedOf(kept));
  }, [kept, typedOf]);

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
      return [field, wordIssue(language, { ...issue, field }, labels, examples)];
    }),
  );
  const isChanged = typed !== null && kept !== undefined && JSON.stringify(typed) !== JSON.stringify(typedOf(kept));
  return {
    typed,
    isBusy,
    refusal,
    trial,
    issues,
    count: isChanged ? 1 : 0,
    fill: (changes: Partial<Typed>) => setTyped((before) => before && { ...before, ...changes }),
    discard: () => setTyped(kept ? typedOf(kept) : null),
    save: () =>
      attempt(async () => {
        if (!typed || !kept) return;
        const saved = await save(typed, kept);
        live.replace(saved);
        setTyped(typedOf(saved));
      }),
    tryOut: (ask: (typed: Typed) => Promise<Trial>) =>
      attempt(async () => {
        if (typed) setTrial(await ask(typed));
      }),
  };
}
