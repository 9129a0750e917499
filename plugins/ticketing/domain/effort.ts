/** What working time was spent on. */
export const EFFORT_KINDS = ['ON_SITE', 'REMOTE', 'TRAVEL', 'COORDINATION', 'PAPERWORK', 'OTHER'] as const;
export type EffortKind = (typeof EFFORT_KINDS)[number];

/** Working time on a ticket, as it stands after what was corrected. */
export interface EffortEntry {
  /** The entry of the history that recorded it. */
  readonly id: number;
  readonly worker: { readonly id: number | null; readonly name: string };
  /** Day of the work in WIB. */
  readonly day: string;
  /** Null where it came with a result. */
  readonly kind: EffortKind | null;
  readonly minutes: number;
  readonly note: string | null;
  readonly recordedBy: string;
  /** Minutes as they were first told; other than `minutes` once a counter-entry followed. */
  readonly recordedMinutes: number;
}

/** What of a history tells of working time. `after` holds ids, `facts` words for people. */
interface Told {
  readonly id: number;
  readonly actor_kind: string;
  readonly actor_id: number | null;
  readonly actor_name: string;
  readonly payload: {
    readonly text?: string;
    readonly facts?: Readonly<Record<string, string>>;
    readonly after?: Readonly<Record<string, unknown>>;
  };
  readonly at: Date;
}

/** Working time that a ticket's history tells of, oldest first. A counter-entry is no entry, it changes one. */
export function effortIn(entries: readonly Told[], dayOf: (at: number) => string): EffortEntry[] {
  const told = entries.filter(({ payload }) => payload.facts?.['effortMinutes'] !== undefined);
  const minutesOf = ({ payload }: Told): number => Number(payload.facts?.['effortMinutes']);
  const corrects = ({ payload }: Told): number | null => (payload.after?.['corrects'] as number | undefined) ?? null;
  return told
    .filter((entry) => corrects(entry) === null)
    .map((entry): EffortEntry => {
      const { id, actor_kind, actor_id, actor_name, at, payload } = entry;
      const corrections = told.filter((each) => corrects(each) === id);
      const recorder = actor_kind === 'staff' ? actor_id : null;
      return {
        id,
        worker: {
          id: (payload.after?.['effortBy'] as number | undefined) ?? recorder,
          name: payload.facts?.['effortBy'] ?? actor_name,
        },
        day: payload.facts?.['effortDay'] ?? dayOf(at.getTime()),
        kind: (payload.facts?.['effortKind'] as EffortKind | undefined) ?? null,
        minutes: corrections.reduce((sum, each) => sum + minutesOf(each), minutesOf(entry)),
        note: payload.facts?.['effortKind'] ? (payload.text ?? null) : null,
        recordedBy: actor_name,
        recordedMinutes: minutesOf(entry),
      };
    });
}
