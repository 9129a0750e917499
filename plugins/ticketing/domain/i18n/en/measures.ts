import type { Words } from '../words';

/** What numbers are called and mean. */
export const measures: Pick<
  Words,
  'measure' | 'cohort' | 'clock' | 'aboutConfidential' | 'dimension' | 'nobody' | 'comparison' | 'reportNote'
> = {
  measure: {
    received: ['Received', 'Tickets that were filed, whatever became of them.'],
    receivedNew: ['Received, still new', 'Of the tickets filed: those that are new now.'],
    receivedInProgress: [
      'Received, in progress',
      'Of the tickets filed: those being worked on now, also while the requester or a third party is waited for.',
    ],
    receivedResolved: ['Received, resolved', 'Of the tickets filed: those resolved by now, whenever that was.'],
    receivedRejected: ['Received, rejected', 'Of the tickets filed: those rejected by now.'],
    receivedCancelled: ['Received, cancelled', 'Of the tickets filed: those cancelled by now.'],
    receivedOverdue: [
      'Received, overdue',
      'Of the tickets filed: those open and past their due time now. Requests at short notice are not counted.',
    ],
    receivedUnmeasured: [
      'Received, resolved, not measured',
      'Of the tickets filed and resolved: those asked for with less notice than their service needs, and those ' +
        'resolved in a former system before they were imported, without a promise. Neither on time nor late.',
    ],
    receivedLate: [
      'Received, resolved late',
      'Of the tickets filed and resolved: those resolved after their due time.',
    ],
    receivedOnTime: [
      'On time of those received',
      'Of the tickets filed and resolved: the share resolved before its due time. What is not measured is left out ' +
        'of what is divided by.',
    ],
    answered: ['Responded to', 'Tickets that an officer responded to for the first time.'],
    answeredLate: ['Responded to late', 'Tickets whose first response came after its due time.'],
    answeredOnTime: ['Responded to on time', 'The share of tickets whose first response came before its due time.'],
    resolved: ['Resolved in the period', 'Tickets that were resolved, whenever they were filed.'],
    resolvedUnmeasured: [
      'Resolved, not measured',
      'Tickets resolved that were asked for with less notice than their service needs, or resolved in a former ' +
        'system before they were imported, without a promise. Neither on time nor late.',
    ],
    resolvedLate: ['Resolved late', 'Tickets resolved after their due time.'],
    resolvedAgain: ['Resolved after reopening', 'Tickets resolved that had been reopened before.'],
    resolvedOnTime: [
      'Resolved on time',
      'The share of tickets resolved before their due time. What is not measured is left out of what is divided by.',
    ],
    rated: ['Rated', 'Tickets resolved that their requester rated.'],
    dissatisfied: ['Dissatisfied', 'Tickets resolved that were rated 1 or 2.'],
    satisfied: ['Satisfied', 'The share rated 3 or 4, of those rated.'],
    rating: ['Rating', 'The average of requesters’ ratings from 1 to 4. No part of any survey’s index.'],
    opened: ['Opened', 'How often work began: a ticket was filed, reopened or restored.'],
    closed: ['Closed', 'How often work ended: resolved, rejected or cancelled.'],
    reopened: ['Reopened', 'How often a result was sent back as not finished.'],
    replies: ['Replies', 'How often a ticket that waited for its requester went on or ended.'],
    replyMinutes: ['Average wait for the requester', 'How long tickets waited for their requester, on average.'],
    replyMedian: ['Median wait for the requester', 'Half of all waiting for requesters took at most so long.'],
    replyP90: ['P90 wait for the requester', 'Nine in ten waits for requesters took at most so long.'],
    effortMinutes: ['Recorded effort', 'Working time that officers recorded on tickets.'],
    effortEntries: ['Effort entries', 'How often officers recorded working time.'],
    capacityMinutes: ['Capacity', 'Working hours by the working calendar, less recorded leave.'],
    capacityUsed: ['Capacity used', 'Recorded effort divided by the capacity of whom the row stands for.'],
    open: ['Open', 'Tickets that have not ended.'],
    openNew: ['New', 'Tickets that are new.'],
    openInProgress: [
      'In progress',
      'Tickets being worked on, also while the requester or a third party is waited for.',
    ],
    inHand: ['In hand', 'Tickets being worked on that wait for nobody.'],
    waitingRequester: ['Waiting for the requester', 'Tickets that wait for their requester’s answer.'],
    waitingThirdParty: [
      'Waiting for a third party',
      'Tickets that wait for somebody outside this office and its requester.',
    ],
    overdue: [
      'Overdue',
      'Open tickets past their due time. Requests at short notice are not counted. Of the present only.',
    ],
    dueToday: [
      'Due today',
      'Open tickets whose due time comes before today ends and has not passed. Tickets whose clock stands still and ' +
        'requests at short notice are not counted. Of the present only.',
    ],
    unassigned: ['Unassigned', 'Open tickets that have no officer.'],
    openOneDay: ['0–1 working days old', 'Open tickets filed at most one working day ago.'],
    openFiveDays: ['2–5 working days old', 'Open tickets filed two to five working days ago.'],
    openTwentyDays: ['6–20 working days old', 'Open tickets filed six to twenty working days ago.'],
    openLonger: ['> 20 working days old', 'Open tickets filed more than twenty working days ago.'],
    oldest: ['Oldest', 'The day on which the oldest open ticket was filed.'],
    oldestForRequester: ['Waiting for the requester since', 'The day on which the longest wait for a requester began.'],
    oldestForThirdParty: [
      'Waiting for a third party since',
      'The day on which the longest wait for a third party began.',
    ],
    responseMinutes: ['Average response time', 'Time to an officer’s first response, on average.'],
    responseMedian: ['Median response time', 'Half of the tickets were responded to within so long.'],
    responseP90: ['P90 response time', 'Nine in ten tickets were responded to within so long.'],
    responseMinutesAlways: ['Average response time 24×7', 'Time to an officer’s first response, on average.'],
    responseMedianAlways: ['Median response time 24×7', 'Half of the tickets were responded to within so long.'],
    responseP90Always: ['P90 response time 24×7', 'Nine in ten tickets were responded to within so long.'],
    resolutionMinutes: [
      'Average resolution time',
      'Time from filing to result, on average, without waiting for the requester.',
    ],
    resolutionMedian: ['Median resolution time', 'Half of the tickets were resolved within so long.'],
    resolutionP90: ['P90 resolution time', 'Nine in ten tickets were resolved within so long.'],
    resolutionMinutesAlways: [
      'Average resolution time 24×7',
      'Time from filing to result, on average, without waiting for the requester.',
    ],
    resolutionMedianAlways: ['Median resolution time 24×7', 'Half of the tickets were resolved within so long.'],
    resolutionP90Always: ['P90 resolution time 24×7', 'Nine in ten tickets were resolved within so long.'],
  },
  cohort: {
    SUBMITTED:
      'By the day of filing (WIB); the status is that of the moment of the report. Rejected and cancelled tickets ' +
      'count as received and have columns of their own. A reopened ticket stays one ticket on its day of filing.',
    ANSWERED: 'By the day of the first response (WIB), a rejection included.',
    RESOLVED:
      'By the day of the last result (WIB). Rejected and cancelled tickets are not among them. A reopened ticket is ' +
      'taken out until it is resolved again, and then counts on that day.',
    OPENED: 'By the day on which it happened (WIB). What is counted are events: a ticket may count more than once.',
    CLOSED: 'By the day on which it happened (WIB). What is counted are events: a ticket may count more than once.',
    REOPENED: 'By the day of reopening (WIB). What is counted are events: a ticket may count more than once.',
    REPLIED: 'By the day on which the waiting ended (WIB). What is counted are events, in calendar time.',
    WORKED: 'By the day of the record (WIB), with the officer who made it, whatever the ticket’s status.',
    OPEN:
      'As of the end of the period’s last day, or now where that day is not over, by the tickets’ histories. Groups ' +
      'are those the tickets have now. Rejected and cancelled tickets are not among them, reopened ones are.',
  },
  clock: {
    working: 'In working hours of the service’s calendar; services round the clock are told apart.',
    always: 'Services round the clock alone, in hours that never stop.',
    quantile: 'Rounded up to the edge of a class of durations, so that periods add up.',
  },
  aboutConfidential: 'Confidential tickets that you may not read are left out; how many there are stands on one line.',
  dimension: {
    status: 'Status',
    skpd: 'Unit',
    category: 'Category',
    service: 'Service',
    priority: 'Priority',
    channel: 'Channel',
    officer: 'Officer',
    team: 'Team',
    month: 'Month',
  },
  nobody: { officer: 'Unassigned', team: 'No team', other: 'Other' },
  comparison: {
    previous: 'Period before',
    lastYear: 'Same period last year',
    range: 'Chosen period',
    none: 'No comparison',
  },
  reportNote: {
    small: 'Shares and averages of fewer than {limit} tickets are marked: too few to conclude anything.',
    unfinished: 'This period is not over; it is compared with the same days, {from} to {to}.',
    now: 'Open tickets are those of the moment of the report.',
    confidential: 'Confidential tickets that you do not read are counted on one line, outside the totals.',
    times: 'Some numbers count events: a ticket may count more than once, and stands in the list once.',
    rolledUp: 'Units that were replaced are counted under their successors.',
    cut: 'Only the latest {limit} tickets are shown; all of them are in the ticket export.',
  },
};
