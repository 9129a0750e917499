import { useState } from 'react';
import { wordIssue, type Issue, type Language, type Refusal } from '../../../domain';

type Sentences = Readonly<Record<string, string>>;

/**
 * What is wrong, sentence by field name. The server's own wording comes first, since it knows the labels of a service's
 * form.
 */
function issuesOf(refusal: Refusal, language: Language): Sentences {
  const issues = (refusal.details.issues ?? []) as readonly (Issue & { readonly message?: unknown })[];
  const labels = refusal.details['labels'] as Sentences | undefined;
  return Object.fromEntries(
    issues.map((issue) => [
      issue.field,
      typeof issue.message === 'string' ? issue.message : wordIssue(language, issue, labels),
    ]),
  );
}

interface Refusals {
  readonly refusal: Refusal | null;
  readonly issues: Sentences;
  readonly refuse: (refusal: Refusal | null) => void;
  /** Somebody is mending this field: its complaint has been heard. */
  readonly forgive: (field: string) => void;
}

/** Why a form was not accepted, and what stands beside each of its fields. */
export function useRefusal(language: Language): Refusals {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const all = refusal ? issuesOf(refusal, language) : {};
  return {
    refusal,
    issues: Object.fromEntries(Object.entries(all).filter(([field]) => !mended.has(field))),
    refuse: (reason) => {
      setRefusal(reason);
      setMended(new Set());
    },
    forgive: (field) =>
      setMended((before) => (before.has(field) || !(field in all) ? before : new Set([...before, field]))),
  };
}
