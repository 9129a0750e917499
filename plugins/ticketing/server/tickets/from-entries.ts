import {
  isWaiting,
  type Approval,
  type AssignmentLetter,
  type Directive,
  type Disposition,
  type DispositionLevel,
  type Priority,
  type TicketDetail,
} from '../../domain';
import type { AuditRow } from '../audit/entries';
import type { TicketRow } from './rows';

/** What the entries of a ticket tell of it, beside its timeline: its papers, its approval, and whom it waits for. */
const textOf = (facts: Readonly<Record<string, string>> | undefined, name: string): string | null =>
  facts?.[name] ?? null;
const documentOf = ({ payload }: AuditRow): string | null =>
  (payload.after?.['document'] as string | undefined) ?? null;

export const dispositionsOf = (entries: readonly AuditRow[]): Disposition[] =>
  entries.flatMap((entry): Disposition[] => {
    const {
      event,
      at,
      actor_name: by,
      payload: { facts, text },
    } = entry;
    const level =
      event === 'dispose' ? facts?.['level'] : event === 'assign' && facts?.['instruction'] ? 'OFFICER' : undefined;
    if (!level) return [];
    return [
      {
        at: at.toISOString(),
        by,
        level: level as DispositionLevel,
        recipient: facts?.['recipient'] ?? facts?.['assignee'] ?? '',
        instruction: facts?.['instruction'] ?? text ?? '',
        letterNumber: textOf(facts, 'letterNumber'),
        letterDate: textOf(facts, 'letterDate'),
        document: documentOf(entry),
      },
    ];
  });

export const lettersOf = (entries: readonly AuditRow[]): AssignmentLetter[] =>
  entries
    .filter(({ event }) => event === 'issueLetter')
    .map((entry) => ({
      at: entry.at.toISOString(),
      by: entry.actor_name,
      number: textOf(entry.payload.facts, 'letterNumber') ?? '',
      date: textOf(entry.payload.facts, 'letterDate'),
      document: documentOf(entry),
    }));

export const directivesOf = (entries: readonly AuditRow[]): Directive[] =>
  entries
    .filter(({ event }) => event === 'direct')
    .map(({ at, actor_name: by, payload }) => ({
      at: at.toISOString(),
      by,
      text: payload.text ?? '',
      priority: (payload.after?.['directedPriority'] as Priority | undefined) ?? null,
    }));

export function approvalOf(
  { service_approver: approver, approved_at: at }: TicketRow,
  entries: readonly AuditRow[],
): Approval | null {
  if (!approver) return null;
  const given = at ? entries.findLast(({ event }) => event === 'approve') : undefined;
  return {
    approver,
    approvedAt: at?.toISOString() ?? null,
    approvedBy: given?.actor_name ?? null,
    letterNumber: textOf(given?.payload.facts, 'letterNumber'),
  };
}

/** Who is waited for, and since when, by the last change of status. */
export function waitOf(
  { status }: TicketRow,
  entries: readonly AuditRow[],
): Pick<TicketDetail, 'waitingSince' | 'waitingParty'> {
  const began = isWaiting(status)
    ? entries.findLast(({ payload }) => payload.to === status && payload.from !== status)
    : undefined;
  return {
    waitingSince: began?.at.toISOString() ?? null,
    waitingParty: status === 'WAITING_THIRD_PARTY' ? textOf(began?.payload.facts, 'party') : null,
  };
}
