const LANGUAGE_KEY = 'strapi-admin-language';
const OURS = 'Layanan TIK Bukittinggi';

/** Whoever has not chosen a language reads Indonesian; the panel itself would begin in English. */
export function speakIndonesianFirst(): void {
  if (!window.localStorage.getItem(LANGUAGE_KEY)) window.localStorage.setItem(LANGUAGE_KEY, 'id');
}

/** The icon of the tab. */
export function showIcon(address: string): void {
  document.head.querySelectorAll('link[rel~="icon"]').forEach((link) => link.remove());
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'icon', type: 'image/svg+xml', href: address }),
  );
}

/** The panel signs every title of its own pages; ours is the name people know. */
export function signTitles(): void {
  const sign = () => {
    if (/ \| Strapi$|^Strapi Admin$/.test(document.title))
      document.title = document.title.replace(/ \| Strapi$/, ` · ${OURS}`).replace(/^Strapi Admin$/, OURS);
  };
  sign();
  new MutationObserver(sign).observe(document.head, { childList: true, subtree: true, characterData: true });
}

/** What is announced for a moment brings a typeface of its own; it reads as the page does. */
export function speakInOneTypeface(): void {
  document.head.append(
    Object.assign(document.createElement('style'), { textContent: '[data-sonner-toaster] { font-family: inherit; }' }),
  );
}
