/** Offers to tell this device of news, where its browser can show them; elsewhere the offer stays away. */
const card = document.querySelector<HTMLElement>('[data-push]');

const encoded = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer())))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
const digestOf = async (address: string): Promise<string> =>
  encoded(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(address)));

/** Asks the person and the browser's push service; one made for another key of ours tells nobody anything any more. */
async function subscribe({ pushManager }: ServiceWorkerRegistration, key: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const before = await pushManager.getSubscription();
  if (before && encoded(before.options.applicationServerKey) !== key) await before.unsubscribe();
  return pushManager.subscribe(options);
}

async function offer(at: HTMLElement): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.getSubscription();
  const mark =
    subscription &&
    at.querySelector<HTMLElement>(`[data-device="${CSS.escape(await digestOf(subscription.endpoint))}"]`);
  at.hidden = false;
  if (mark) {
    mark.hidden = false;
    return;
  }
  const form = at.querySelector<HTMLFormElement>('[data-push-offer]');
  const say = (which: 'denied' | 'failed'): void => {
    const said = at.querySelector<HTMLElement>(`[data-push-${which}]`);
    if (said) said.hidden = false;
  };
  if (!form) return;
  if (Notification.permission === 'denied') return say('denied');
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void subscribe(registration, at.dataset['push'] ?? '').then(
      (made) => {
        const field = (name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement;
        field('endpoint').value = made.endpoint;
        for (const name of ['p256dh', 'auth'] as const) field(name).value = encoded(made.getKey(name));
        form.submit();
      },
      () => say(Notification.permission === 'denied' ? 'denied' : 'failed'),
    );
  });
}

if (card && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) void offer(card);
