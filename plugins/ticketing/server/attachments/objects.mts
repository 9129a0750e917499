import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsV4Signer } from 'aws4fetch';

/**
 * A bucket of any S3-compatible store. Needs nothing but Node and the signer (and is a module by its name), so that
 * `npm run backup` and `restore` reach files with the very same lines the server keeps them with.
 */

export interface BucketSettings {
  /** `https://s3.kota.go.id`, without the bucket. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Whether the bucket stands in the path, or before the host's name. */
  readonly isPathStyle: boolean;
  /** Before every name, so that several systems may share a bucket; empty, or ends with a slash. */
  readonly prefix: string;
}
/** What lies where in a bucket. */
export const ATTACHMENTS = 'attachments/';
/** What editors upload for all. */
export const MEDIA = 'media/';
export const BACKUPS = 'backups/';

/** The store did not do what it was asked: it keeps silent, refuses us, or answers nonsense. Says no key. */
export class BucketFailure extends Error {}

export interface Listed {
  readonly name: string;
  readonly bytes: number;
  /** When it was last written, epoch ms by the store's clock. */
  readonly since: number;
}
type Query = Readonly<Record<string, string>>;
interface Call {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly name?: string;
  readonly query?: Query;
  readonly body?: Blob;
  /** SHA-256 of the body, in hex; the store refuses other bytes. */
  readonly digest?: string;
  /** In which an answer has to begin, ms. */
  readonly patience?: number;
  /** In which all of it has to have come, ms. */
  readonly most?: number;
}

/** How long a store may take to begin its answer; to receive one part of a file; and to hand over a whole one, ms. */
const ANSWER_MS = 10_000;
const TAKE_MS = 120_000;
const GIVE_MS = 600_000;
/** A file goes in parts of so many bytes; a list and a refusal are read to so many. */
export const PART_BYTES = 32 * 1024 * 1024;
const MOST_LIST_BYTES = 8 * 1024 * 1024;
const MOST_TOLD = 16 * 1024;
/** Whatever may be asked twice is asked twice, after a moment; a line that broke is often whole again. */
const TRIES = 2;
const MOMENT_MS = 300;

const EMPTY = createHash('sha256').digest('hex');
const digestOf = async (blob: Blob): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(Readable.fromWeb(blob.stream() as Parameters<typeof Readable.fromWeb>[0]), hash);
  return hash.digest('hex');
};

/** The text of an answer, to a bound. */
async function textOf(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of response.body ?? []) {
    held += chunk.length;
    if (held > most) throw new BucketFailure('an answer without end');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const tagOf = (xml: string, tag: string): string | null =>
  new RegExp(`<${tag}>([^<]*)</${tag}>`)
    .exec(xml)?.[1]
    ?.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '') ?? null;

/** Why it did not work: the store's own code, or the line's. */
async function failureOf(response: Response): Promise<BucketFailure> {
  const told = await textOf(response, MOST_TOLD).catch(() => '');
  return new BucketFailure(`${response.status} ${tagOf(told, 'Code') ?? ''}`.trim());
}
const failureFrom = (error: unknown): BucketFailure => {
  if (error instanceof BucketFailure) return error;
  const { cause, name } = error as { cause?: { code?: string; message?: string }; name?: string };
  return new BucketFailure(name === 'AbortError' ? 'no answer' : (cause?.code ?? cause?.message ?? String(error)));
};

/** Opens a bucket; nothing is asked of it yet. */
export function openBucket(settings: BucketSettings) {
  const base = new URL(settings.endpoint);
  if (!settings.isPathStyle) base.hostname = `${settings.bucket}.${base.hostname}`;
  const root = `${base.pathname.replace(/\/+$/, '')}${settings.isPathStyle ? `/${settings.bucket}` : ''}`;
  const placeOf = (name: string | undefined, query: Query): string => {
    const url = new URL(base);
    url.pathname = name === undefined ? root || '/' : `${root}/${settings.prefix}${name}`;
    url.search = new URLSearchParams(query).toString();
    return url.href;
  };

  /** One call whose answer begins in time, and ends in time; `end` has to be called by whoever reads it to its end. */
  async function once(call: Call): Promise<{ readonly response: Response; readonly end: () => void }> {
    const { method, name, query = {}, body, digest, patience = ANSWER_MS, most = GIVE_MS } = call;
    const signed = await new AwsV4Signer({
      method,
      url: placeOf(name, query),
      headers: { 'X-Amz-Content-Sha256': digest ?? EMPTY },
      accessKeyId: settings.accessKey,
      secretAccessKey: settings.secretKey,
      service: 's3',
      region: settings.region,
    }).sign();
    const cut = new AbortController();
    let timer = setTimeout(() => cut.abort(), patience);
    const end = (): void => clearTimeout(timer);
    try {
      const response = await fetch(signed.url, {
        method,
        // Not signed: proxies on the way rewrite it.
        headers: { ...Object.fromEntries(signed.headers), 'accept-encoding': 'identity' },
        // Whoever sends us elsewhere is not the store that was set.
        redirect: 'manual',
        signal: cut.signal,
        ...(body && { body }),
      });
      clearTimeout(timer);
      timer = setTimeout(() => cut.abort(), most);
      return { response, end };
    } catch (error) {
      end();
      throw error;
    }
  }

  /** The same, asked again where the line broke or the store was busy. A POST is not: it may have been heard. */
  async function ask(call: Call): Promise<{ readonly response: Response; readonly end: () => void }> {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === TRIES || call.method === 'POST';
      try {
        const answer = await once(call);
        if (answer.response.status < 500 || isLast) return answer;
        answer.end();
        await answer.response.body?.cancel();
      } catch (error) {
        if (isLast) throw failureFrom(error);
      }
      await new Promise((resolve) => setTimeout(resolve, MOMENT_MS));
    }
  }

  /** Asks, and reads a short answer; a status that is not among `fine` fails. */
  async function told(call: Call, fine: readonly number[], most = MOST_TOLD): Promise<Answer> {
    const { response, end } = await ask(call);
    try {
      if (!fine.includes(response.status)) throw await failureOf(response);
      return { status: response.status, headers: response.headers, text: await textOf(response, most) };
    } catch (error) {
      throw failureFrom(error);
    } finally {
      end();
    }
  }

  async function putParts(name: string, blob: Blob): Promise<void> {
    const { text } = await told({ method: 'POST', name, query: { uploads: '' } }, [200]);
    const uploadId = tagOf(text, 'UploadId');
    if (!uploadId) throw new BucketFailure('no upload was begun');
    try {
      const parts: string[] = [];
      for (let at = 0; at < blob.size; at += PART_BYTES) {
        const part = blob.slice(at, at + PART_BYTES);
        const query = { partNumber: String(parts.length + 1), uploadId };
        const call = {
          method: 'PUT',
          name,
          query,
          body: part,
          digest: await digestOf(part),
          patience: TAKE_MS,
        } as const;
        const { headers } = await told(call, [200]);
        parts.push(
          `<Part><PartNumber>${query.partNumber}</PartNumber><ETag>${headers.get('etag') ?? ''}</ETag></Part>`,
        );
      }
      const body = new Blob([`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`]);
      const query = { uploadId };
      const digest = await digestOf(body);
      const done = await told({ method: 'POST', name, query, body, digest, patience: TAKE_MS }, [200]);
      // A store may begin with 200 and only then say that it failed.
      if (tagOf(done.text, 'Code')) throw new BucketFailure(tagOf(done.text, 'Code') ?? '');
    } catch (error) {
      await told({ method: 'DELETE', name, query: { uploadId } }, [204]).catch(() => undefined);
      throw error;
    }
  }

  return {
    /** Keeps a file under a name, whole or not at all. `digest`, where known, is its SHA-256 in hex. */
    async put(name: string, file: string | Buffer, digest?: string): Promise<void> {
      const blob = typeof file === 'string' ? await openAsBlob(file) : new Blob([new Uint8Array(file)]);
      if (blob.size > PART_BYTES) return putParts(name, blob);
      const sum = digest ?? (await digestOf(blob));
      await told({ method: 'PUT', name, body: blob, digest: sum, patience: TAKE_MS }, [200]);
    },
    /** The bytes of a name, and how many they are; null where there is none. */
    async get(name: string, most = GIVE_MS): Promise<{ readonly bytes: number; readonly stream: Readable } | null> {
      const { response, end } = await ask({ method: 'GET', name, most });
      if (response.status !== 200 || !response.body) {
        const failure = response.status === 404 ? null : await failureOf(response);
        await response.body?.cancel().catch(() => undefined);
        end();
        // Where the bucket itself is not there, no name in it is known to be missing.
        if (!failure && (await told({ method: 'HEAD' }, [200])).status === 200) return null;
        throw failure ?? new BucketFailure('404');
      }
      const stream = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
      return { bytes: Number(response.headers.get('content-length')), stream: stream.once('close', end) };
    },
    /** Takes a name away; that it is gone already is as good. */
    async remove(name: string): Promise<void> {
      await told({ method: 'DELETE', name }, [200, 204, 404]);
    },
    /** What lies below a folder of it (`attachments/`), page by page, by names without prefix and folder. */
    async *list(folder: string): AsyncGenerator<Listed> {
      const prefix = `${settings.prefix}${folder}`;
      for (let after: string | null = null; ;) {
        const query: Query = { 'list-type': '2', prefix, ...(after && { 'continuation-token': after }) };
        const { text } = await told({ method: 'GET', query }, [200], MOST_LIST_BYTES);
        for (const [, one = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const [key, since] = [tagOf(one, 'Key') ?? '', Date.parse(tagOf(one, 'LastModified') ?? '')];
          if (key.startsWith(prefix) && key !== prefix)
            yield { name: key.slice(prefix.length), bytes: Number(tagOf(one, 'Size')), since };
        }
        if (tagOf(text, 'IsTruncated') !== 'true') return;
        const next = tagOf(text, 'NextContinuationToken');
        if (!next || next === after) throw new BucketFailure('a list without end');
        after = next;
      }
    },
    /** Whether it answers us and lets us in; throws why not. */
    async reach(patience = ANSWER_MS): Promise<void> {
      await told({ method: 'HEAD', patience }, [200]);
    },
  };
}
export type Bucket = ReturnType<typeof openBucket>;
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}
