import { Refusal, type AccountDoor, type AccountField } from '../../domain';
import { accountColumnsAt, judgeListedAccount, missingAccountColumns, type ImportFault } from '../../domain/imports';
import { systemCaller } from '../database/caller';
import { openUnits } from '../desk/catalogue';
import type { Desk } from '../desk/desk';
import { createAccount } from '../people/keep';
import { inviteUntouched, knownAddresses } from '../people/untouched';
import { openSmallList, type ListAsked, type ListListener, type ListOutcome, type ListRefused } from './small-list';

/** A city has some thousand people at both doors; more lines than this are another list. */
const MOST_ACCOUNTS = 5000;

export interface AccountsAsked extends ListAsked {
  readonly door: AccountDoor;
  /** Whether each new one is mailed a link, and of those here whoever an earlier import made without one. */
  readonly isInvited: boolean;
}
export interface AccountOutcome extends ListOutcome {
  readonly invited: number;
}

/**
 * Tries a list of people, or makes an account of each, by the use case of the page of accounts, so that it is checked once
 * more, and recorded. An address that is here already stays as it is; bad lines stop no other.
 */
export async function importAccounts(
  desk: Desk,
  { path, isApplied, door, isInvited }: AccountsAsked,
  listener: ListListener<AccountField>,
  now: () => number,
): Promise<AccountOutcome | ListRefused<AccountField>> {
  const caller = () => desk.inForce().then(({ policy }) => systemCaller(policy, now()));
  const manner = { columnsOf: accountColumnsAt(door), missing: missingAccountColumns(door), most: MOST_ACCOUNTS };
  const list = await openSmallList(path, manner);
  if ('missing' in list) return list;
  const { columns, lines, faults } = list;
  listener.opened(columns);

  const master = await desk.masterData();
  const { here, untouched } = await knownAddresses(desk, door);
  const ground = {
    units: openUnits(master, now()),
    teams: [...master.catalog.teams],
    isKnown: (email: string) => here.has(email),
  };
  const seen = new Map<string, number>();
  const outcome = { made: 0, known: 0, invited: 0, bad: faults.length };
  const bad = (found: readonly ImportFault[]): void => {
    outcome.bad += 1;
    listener.bad(found);
  };
  for (const line of lines) {
    const judged = judgeListedAccount(line, columns, door, seen, ground);
    if ('faults' in judged) {
      bad(judged.faults);
      continue;
    }
    const { account, isKnown } = judged;
    const id = untouched.get(account.email);
    try {
      if (!isKnown) {
        if (isApplied) await createAccount(desk, await caller(), { door, ...account }, { isInvited });
        outcome.made += 1;
        if (isInvited) outcome.invited += 1;
        continue;
      }
      outcome.known += 1;
      if (!isInvited || id === undefined) continue;
      if (!isApplied || (await inviteUntouched(desk, await caller(), door, id))) outcome.invited += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      bad([{ line: line.line, code: 'changedMeanwhile', column: '', value: account.email }]);
    }
  }
  listener.bad(faults);
  return outcome;
}
