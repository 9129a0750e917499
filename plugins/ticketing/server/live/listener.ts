import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { ownConnection } from '../database/own-connection';

export interface Ears {
  readonly hear: (payload: string) => void;
  /** Messages may have been missed. */
  readonly missed: () => void;
}

const SOONEST_MS = 1000;
const LATEST_MS = 30_000;
/** A line that died without a word is only noticed by asking. */
const PROBE_MS = 30_000;
const PROBE_PATIENCE_MS = 10_000;

const after = (milliseconds: number): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no answer')), milliseconds).unref();
  });

/**
 * Listens on one channel of PostgreSQL over a connection of its own, outside Strapi's pool, and comes back when the
 * connection is lost. Answers with what stops it.
 */
export function listen(strapi: Core.Strapi, channel: string, { hear, missed }: Ears): () => Promise<void> {
  let isStopped = false;
  let current: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let probe: NodeJS.Timeout | undefined;
  let wait = SOONEST_MS;
  let wasHere = false;

  const lost = (connection: Client | null, reason: string): void => {
    if (isStopped || connection !== current) return;
    clearInterval(probe);
    current = null;
    connection?.end().catch(() => undefined);
    strapi.log.warn(`live: not listening to the database (${reason}), trying again in ${wait / 1000} s`);
    timer = setTimeout(() => void open(), wait).unref();
    wait = Math.min(wait * 2, LATEST_MS);
  };

  async function open(): Promise<void> {
    const connection = new Client(ownConnection(strapi, 'ticketing-live'));
    // One that fails while it is being opened says so here too, and is not ours yet.
    connection.on('error', () => lost(connection, 'the connection failed'));
    try {
      await connection.connect();
    } catch (error) {
      void connection.end().catch(() => undefined);
      return lost(null, error instanceof Error ? error.message : String(error));
    }
    if (isStopped) return void connection.end().catch(() => undefined);
    current = connection;
    connection.on('end', () => lost(connection, 'the connection ended'));
    connection.on('notification', (message) => {
      if (message.channel === channel && message.payload) hear(message.payload);
    });
    try {
      await connection.query(`listen ${channel}`);
    } catch (error) {
      return lost(connection, error instanceof Error ? error.message : String(error));
    }
    wait = SOONEST_MS;
    if (wasHere) missed();
    wasHere = true;
    probe = setInterval(() => {
      Promise.race([connection.query('select 1'), after(PROBE_PATIENCE_MS)]).catch(() =>
        lost(connection, 'it does not answer'),
      );
    }, PROBE_MS).unref();
  }

  void open();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    clearInterval(probe);
    await current?.end().catch(() => undefined);
  };
}
