import type { FormField } from './form';
import type { Impact, Priority, Urgency } from './priority';
import type { Named, WorkKind } from './ticket';

/** A service an SKPD may ask for: a leaf of the category tree. Durations are working minutes. */
export interface Service {
  readonly code: string;
  readonly name: string;
  readonly kind: WorkKind;
  readonly team: Named;
  readonly defaultPriority: Priority;
  readonly isConfidential: boolean;
  readonly hasSensitiveAttachments: boolean;
  readonly requiresLetter: boolean;
  /** Who must approve before work starts, in the city's words; null when nobody. */
  readonly approver: string | null;
  /** Work waits for a disposition before it starts, or for a duty letter before it ends. */
  readonly requiresDisposition: boolean;
  readonly requiresAssignmentLetter: boolean;
  readonly keywords: readonly string[];
  readonly sla: {
    readonly calendar: string;
    readonly responseMinutes: number;
    readonly resolutionMinutes: number;
    readonly mode: 'DURATION' | 'EVENT';
    readonly minimumNoticeDays: number | null;
    readonly scope: string | null;
  };
  readonly fields: readonly FormField[];
}

export interface Category {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly icon: string;
  readonly services: readonly Service[];
}

export interface Catalog {
  readonly categories: readonly Category[];
  readonly priorities: readonly { readonly code: Priority; readonly name: string; readonly example: string; readonly responseMinutes: number; readonly resolutionMinutes: number }[];
  readonly teams: readonly Named[];
  /** Units that may ask for work now. */
  readonly skpd: readonly Named[];
  readonly matrix: Readonly<Record<Impact, Readonly<Record<Urgency, Priority>>>>;
}

/** Lower-case words without marks: how search compares. */
export const fold = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, ' ').trim();

/** Services whose words begin with every word typed, the closest name first. */
export function findServices(categories: readonly Category[], typed: string): { category: Category; service: Service }[] {
  const wanted = fold(typed).split(' ').filter(Boolean);
  const all = categories.flatMap((category) => category.services.map((service) => ({ category, service })));
  if (!wanted.length) return all;
  const score = (words: string[]) => wanted.filter((want) => words.some((word) => word.startsWith(want))).length;
  return all
    .map((hit) => {
      const name = fold(hit.service.name).split(' ');
      const everything = [...name, ...fold([hit.category.name, hit.category.description, hit.service.code, ...hit.service.keywords].join(' ')).split(' ')];
      return { ...hit, inName: score(name), inAll: score(everything) };
    })
    .filter(({ inAll }) => inAll === wanted.length)
    .sort((a, b) => b.inName - a.inName || a.service.name.length - b.service.name.length)
    .map(({ category, service }) => ({ category, service }));
}
