import { dayStart, parseDay, summaryLines, tabulate, weekBefore } from '../../domain';
import type { NewsListener } from '../../domain';
import { systemCaller, type Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import { portalActor } from '../desk/people';
import { portalAddress } from '../desk/sender';
import { dayIn, lettersIn } from '../mail';
import type { News } from '../news/tell';
import { readReport } from '../reports/read';

/** The week in brief of one leader: the summary of their own dashboard, as far as they may see it. */
export async function weekOf(desk: Desk, caller: Caller, to: NewsListener, turn: string): Promise<News> {
  const { from, to: until } = weekBefore(caller.now);
  const reader = { ...systemCaller(caller.policy, caller.now), language: to.language };
  const actor = await portalActor(desk, to.id, caller.now);
  const report = await readReport(desk, { ...reader, actor }, { report: 'summary', from, to: until });
  const [lines, { digest }] = [summaryLines(tabulate(report, to.language), to.language), lettersIn(to.language)];
  return {
    kind: 'week',
    key: turn,
    subject: [from, until].map((day) => dayIn(to.language, dayStart(parseDay(day)))).join(' – '),
    text: null,
    path: '/dasbor',
    blocks: [lines.length > 0 ? { kind: 'facts', rows: lines } : { kind: 'text', text: digest.nothing }],
    link: {
      label: digest.board,
      address: `${portalAddress(desk, to.language)}/dasbor?dari=${from}&sampai=${until}`,
    },
  };
}
