import type { Person } from './world';

/** One event as a browser would hear it. */
export interface Heard {
  readonly id: string;
  readonly event: string;
  readonly data: {
    readonly number?: string;
    readonly event?: string;
    readonly status?: string;
    readonly updatedAt?: string;
  };
}
/** Somebody's open line: what was heard so far, and how it ended. */
export interface Line {
  readonly heard: Heard[];
  until(is: (heard: Heard) => boolean, patience?: number): Promise<Heard>;
  readonly ended: Promise<void>;
  hangUp(): void;
}

/** Opens a person's stream of events at a cms; `headers` may carry what a browser that comes back would send. */
export async function listenAs(
  url: string,
  person: Pick<Person, 'token' | 'door'>,
  { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
): Promise<Line> {
  const stop = new AbortController();
  const response = await fetch(`${url}${person.door}/events${query}`, {
    headers: { authorization: `Bearer ${person.token}`, ...headers },
    signal: stop.signal,
  });
  const reader = response.body?.getReader();
  if (!response.ok || !reader) throw new Error(`the line was refused: ${response.status}`);
  const heard: Heard[] = [];
  const ended = (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      text += decoder.decode(piece.value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = Object.fromEntries(
          block.split('\n').map((line) => {
            const at = line.indexOf(': ');
            return [line.slice(0, at), line.slice(at + 2)];
          }),
        );
        if (fields['event'])
          heard.push({
            id: fields['id'] ?? '',
            event: fields['event'],
            data: JSON.parse(fields['data'] ?? '{}') as Heard['data'],
          });
      }
    }
  })().catch(() => undefined);
  return {
    heard,
    ended,
    async until(is, patience = 10_000) {
      for (const deadline = Date.now() + patience; Date.now() < deadline;) {
        const one = heard.find(is);
        if (one) return one;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`not heard in time; heard: ${JSON.stringify(heard)}`);
    },
    hangUp: () => stop.abort(),
  };
}
