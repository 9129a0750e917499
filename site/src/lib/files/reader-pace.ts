import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/**
 * Astro's server writes as fast as a body gives and keeps what the reader has not taken yet. For files of any size we
 * have to know the answer that is being written; Node announces it before the request reaches Astro.
 */
const answering = new AsyncLocalStorage<ServerResponse>();
subscribe('http.server.request.start', (started) =>
  answering.enterWith((started as { response: ServerResponse }).response),
);

/** The same bytes, no faster than this request's reader takes them. */
export function atReadersPace(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const answer = answering.getStore();
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (answer?.writableNeedDrain) await Promise.race([once(answer, 'drain'), once(answer, 'close')]);
        const piece = await reader.read();
        if (piece.done) controller.close();
        else controller.enqueue(piece.value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
