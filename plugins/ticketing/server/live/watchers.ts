import type { PassThrough } from 'node:stream';
import type { Actor } from '../../domain';

/** Somebody whose page is open. */
export interface Watcher {
  readonly actor: Actor;
  readonly stream: PassThrough;
  /** Whether the session it came with still holds; asked with every heartbeat. */
  readonly isWelcome: () => Promise<boolean>;
}

/** A few tabs each, and as many people as one instance carries without a thought. */
export const MOST_EACH = 8;
export const MOST = 1000;
/** A reader that leaves this much unread, in bytes, is gone or hopeless. */
const MOST_UNREAD = 64 * 1024;

export const message = (event: 'ticket' | 'notice' | 'reset', data: object, id?: number): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Everyone who watches through this instance. */
export class Watchers {
  private readonly all = new Set<Watcher>();

  hasRoomFor(actor: Actor): boolean {
    const own = [...this.all].filter(
      (watcher) => watcher.actor.kind === actor.kind && watcher.actor.id === actor.id,
    ).length;
    return own < MOST_EACH && this.all.size < MOST;
  }
  get list(): readonly Watcher[] {
    return [...this.all];
  }

  add(watcher: Watcher): void {
    this.all.add(watcher);
    watcher.stream.once('close', () => this.all.delete(watcher));
  }
  /** Nobody waits for a reader that does not read. */
  write({ stream }: Watcher, text: string): void {
    if (stream.writableLength + stream.readableLength > MOST_UNREAD) stream.destroy();
    else stream.write(text);
  }
  tell(text: string): void {
    for (const watcher of this.all) this.write(watcher, text);
  }
  /** The same to the open pages of one person alone. */
  tellPerson({ kind, id }: Pick<Actor, 'kind' | 'id'>, text: string): void {
    for (const watcher of this.all)
      if (watcher.actor.kind === kind && watcher.actor.id === id) this.write(watcher, text);
  }
  /** A line that keeps proxies awake, for those whose session holds; the others are shown out. */
  async beat(): Promise<void> {
    for (const watcher of this.list) {
      if (await watcher.isWelcome()) this.write(watcher, ': \n\n');
      else watcher.stream.end();
    }
  }
  /** Ends every line of one person, whose roles or session are no longer what they were when it was opened. */
  leave({ kind, id }: Pick<Actor, 'kind' | 'id'>): void {
    for (const { actor, stream } of this.all) if (actor.kind === kind && actor.id === id) stream.end();
  }
  close(): void {
    for (const { stream } of this.all) stream.end();
  }
}
