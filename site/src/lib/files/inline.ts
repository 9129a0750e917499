import { SHOWN_KINDS } from 'strapi-plugin-ticketing/domain';

/** A stream whose first bytes have been looked at, unchanged. */
interface Peeked {
  readonly head: Uint8Array;
  readonly body: ReadableStream<Uint8Array>;
}

async function peek(body: ReadableStream<Uint8Array>): Promise<Peeked> {
  const reader = body.getReader();
  const { value, done } = await reader.read();
  const head = value ?? new Uint8Array();
  const whole = new ReadableStream<Uint8Array>({
    start(controller) {
      if (head.length) controller.enqueue(head);
      if (done) controller.close();
    },
    async pull(controller) {
      const next = await reader.read();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { head, body: whole };
}

/**
 * The bytes of a file, and whether a browser may show them: the kind is one that cannot run, and the first bytes agree
 * that it is.
 */
export async function checkInline(
  mime: string,
  body: ReadableStream<Uint8Array>,
): Promise<{ readonly isShown: boolean; readonly body: ReadableStream<Uint8Array> }> {
  const signature = SHOWN_KINDS[mime];
  if (!signature) return { isShown: false, body };
  const { head, body: whole } = await peek(body);
  return { isShown: signature.every((byte, index) => head[index] === byte), body: whole };
}
