import type { Words } from '../words';

/** The SLA clocks and their verdicts. */
export const sla: Pick<Words, 'slaClock' | 'verdict'> = {
  slaClock: { RESPONSE: 'Response', READINESS: 'Readiness', RESOLUTION: 'Resolution' },
  verdict: { ON_TIME: 'On time', LATE: 'Late', RUNNING: 'Running', PAUSED: 'Paused', NOT_COUNTED: 'Not counted' },
};
