/**
 * The service worker: an offline page, and assets that never change under their name. Everything else, and above all
 * every page and file of a person, goes to the network as if this were not here. A new version waits until no page of
 * the old one is open, so that no page loses the assets it was made with.
 */
/** What a worker's scope offers beyond a page's; TypeScript's own description of it rules out that of pages. */
interface Waiting extends Event {
  waitUntil(until: Promise<unknown>): void;
}
interface Asking extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Pushed extends Waiting {
  readonly data: { json(): unknown } | null;
}
interface Clicked extends Waiting {
  readonly notification: Notification;
}
/** A page of ours that is open. */
interface OpenPage {
  readonly url: string;
  focus(): Promise<unknown>;
}
interface Scope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<readonly OpenPage[]>;
    openWindow(address: string): Promise<unknown>;
  };
  addEventListener(kind: 'install' | 'activate', run: (event: Waiting) => void): void;
  addEventListener(kind: 'fetch', run: (event: Asking) => void): void;
  addEventListener(kind: 'push', run: (event: Pushed) => void): void;
  addEventListener(kind: 'notificationclick', run: (event: Clicked) => void): void;
}
const worker = self as unknown as Scope;
declare const __VERSION__: string;

const PREFIX = 'service-desk-';
const CACHE = PREFIX + __VERSION__;
const OFFLINE = ['/luring', '/en/luring'];
/** Checks the seal in a scanned QR without a network; kept anew at every visit with one, since it carries the keys. */
const CHECK = ['/verifikasi/luring', '/en/verifikasi/luring'];
const CHECKED = /^(\/en)?\/verifikasi(\/|$)/;
/** Named by their content, or part of the brand. */
const ASSETS = /^\/(_astro\/|fonts\/|icons\/|logo\.svg$|favicon\.)/;

/**
 * Keeps the offline pages with whatever they load; without all of it there is no offline page, and installing is tried
 * again later.
 */
async function keep(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const pages = await Promise.all(
    addresses.map(async (address) => {
      // Without cookies: what is kept on a device must be nobody's.
      const response = await fetch(address, { credentials: 'omit', cache: 'no-cache' });
      if (!response.ok) throw new Error(`${address} answered ${response.status}`);
      await cache.put(address, response.clone());
      return response.text();
    }),
  );
  const assets = pages.join('').match(/\/(?:_astro\/|fonts\/|logo\.svg|favicon\.)[^"'\s)>]*/g) ?? [];
  await cache.addAll([...new Set(assets)]);
}
/** The page that checks seals needs the cms for its keys, and can wait for a better moment. */
const keepCheck = (): Promise<void> => keep(CHECK).catch(() => undefined);

async function install(): Promise<void> {
  await Promise.all([keep(OFFLINE), keepCheck()]);
}

async function clean(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && response.type === 'basic') await (await caches.open(CACHE)).put(request, response.clone());
  return response;
}

async function page(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const isCheck = CHECKED.test(pathname);
  try {
    const answer = await fetch(request);
    if (isCheck) void keepCheck();
    return answer;
  } catch (error) {
    const inLanguage = ([first = '', second = '']: readonly string[]) => (pathname.startsWith('/en') ? second : first);
    const inCache = (address: string) => caches.match(address, { cacheName: CACHE });
    const kept = (isCheck && (await inCache(inLanguage(CHECK)))) || (await inCache(inLanguage(OFFLINE)));
    if (!kept) throw error;
    return kept;
  }
}

/** News of a ticket as the portal sends it (`ShortMessage` of the domain), encrypted for this browser alone. */
interface News {
  readonly title: string;
  readonly body: string;
  readonly path: string;
  readonly tag: string;
}
/** A newer one about the same ticket takes the place of the one that nobody has opened. */
const show = ({ title, body, path, tag }: News): Promise<void> =>
  worker.registration.showNotification(title, {
    body,
    tag,
    lang: path.startsWith('/en/') ? 'en' : 'id',
    icon: '/icons/icon-192.png',
    data: path,
  });

/** The ticket's page: the one that shows it already, else a new one. It asks for a sign-in where there is none. */
async function open(path: string): Promise<void> {
  const address = new URL(path, location.origin);
  if (address.origin !== location.origin) return;
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = pages.find(({ url }) => new URL(url).pathname === address.pathname);
  await (there ? there.focus() : worker.clients.openWindow(address.href));
}

worker.addEventListener('push', (event) => {
  if (event.data) event.waitUntil(show(event.data.json() as News));
});
worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(String(event.notification.data)));
});
worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(clean()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (ASSETS.test(url.pathname)) event.respondWith(asset(request));
  else if (request.mode === 'navigate') event.respondWith(page(request));
});

export {};
