import http from 'node:http';

/** One request of a load: everything a server needs to know of it. */
export interface Call {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}
/** Does one piece of work; the number tells pieces apart. */
export type Work = (index: number) => Promise<void>;

function send(agent: http.Agent, { url, method = 'GET', headers = {}, body }: Call): Promise<void> {
  return new Promise((resolve, reject) => {
    const text = body && JSON.stringify(body);
    const request = http.request(
      url,
      {
        agent,
        method,
        headers: {
          ...headers,
          ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (response) => {
        const { statusCode = 0 } = response;
        if (statusCode < 400) return void response.resume().once('end', resolve).once('error', reject);
        response.setEncoding('utf8').once('data', (said: string) => {
          reject(new Error(`${method} ${url} answered ${statusCode}: ${said.slice(0, 500)}`));
        });
      },
    );
    request.once('error', reject).end(text);
  });
}

/** Work that sends calls over connections it keeps. Anything refused ends the measurement. */
export function calling(connections: number, callOf: (index: number) => Call): { work: Work; close: () => void } {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  return { work: (index) => send(agent, callOf(index)), close: () => agent.destroy() };
}

/** How much of it so many hands get done in a second, over so many ms. `from` is the first number. */
export async function rateOf(hands: number, milliseconds: number, from: number, work: Work): Promise<[number, number]> {
  let next = from;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: hands }, async () => {
      while (performance.now() - start < milliseconds) await work(next++);
    }),
  );
  return [(next - from) / ((performance.now() - start) / 1000), next];
}
