import { otlpOf, type Service, type Span } from './span';

/** Spans that wait at most, for a collector that is away; and how many go at once. */
const MOST = 4096;
const AT_ONCE = 512;

/** How a collector answered: it has them, or does not want them. Whoever cannot reach it throws. */
export type Taken = 'taken' | 'refused';
export interface Sender {
  /** Keeps a span for the next time; one too many is let go. */
  add(span: Span): void;
  /** Sends what waits; never throws. */
  flush(): Promise<void>;
}

/** Spans on their way to a collector, which may be away: they wait, to a bound, and nobody waits for them. */
export function createSender(
  service: Service,
  post: (body: string) => Promise<Taken>,
  say: (sentence: string) => void,
): Sender {
  let waiting: Span[] = [];
  let sending: Promise<void> | null = null;
  let isFailing = false;
  const failed = (why: string): void => {
    if (!isFailing) say(`traces are not taken: ${why}`);
    isFailing = true;
  };
  async function send(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, AT_ONCE);
      let answer: Taken;
      try {
        answer = await post(JSON.stringify(otlpOf(service, batch)));
      } catch (error) {
        return failed(error instanceof Error ? error.message : String(error));
      }
      waiting = waiting.slice(batch.length);
      if (answer === 'refused') failed('the collector refuses them');
      else isFailing = false;
    }
  }
  return {
    add(span) {
      if (waiting.length < MOST) waiting.push(span);
    },
    flush: () =>
      (sending ??= send().finally(() => {
        sending = null;
      })),
  };
}
