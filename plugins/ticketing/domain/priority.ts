/** How far a request reaches, how badly it hurts, and what follows from both. Source: domain rules 4.2 (ITIL). */
export const IMPACTS = ['LARGE', 'MEDIUM', 'SMALL'] as const;
export type Impact = (typeof IMPACTS)[number];
export const URGENCIES = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type Urgency = (typeof URGENCIES)[number];
export const PRIORITIES = ['URGENT', 'HIGH', 'MEDIUM', 'LOW'] as const;
export type Priority = (typeof PRIORITIES)[number];

export type PriorityMatrix = Readonly<Record<Impact, Readonly<Record<Urgency, Priority>>>>;
export const PRIORITY_MATRIX: PriorityMatrix = {
  LARGE: { HIGH: 'URGENT', MEDIUM: 'HIGH', LOW: 'MEDIUM' },
  MEDIUM: { HIGH: 'HIGH', MEDIUM: 'MEDIUM', LOW: 'LOW' },
  SMALL: { HIGH: 'MEDIUM', MEDIUM: 'LOW', LOW: 'LOW' },
};

/** The requester answers two plain questions; the system proposes, an officer decides. */
export const proposePriority = (impact: Impact, urgency: Urgency, matrix: PriorityMatrix = PRIORITY_MATRIX): Priority =>
  matrix[impact][urgency];

/** Two answers that propose this priority: of those that do, the nearest to the middle. */
export function answersFor(priority: Priority): { readonly impact: Impact; readonly urgency: Urgency } {
  for (const impact of ['MEDIUM', ...IMPACTS] as const)
    for (const urgency of ['MEDIUM', ...URGENCIES] as const)
      if (proposePriority(impact, urgency) === priority) return { impact, urgency };
  return { impact: 'MEDIUM', urgency: 'MEDIUM' };
}
