/** Finds services while somebody types, by the same rule the server uses. */
import { findServices, type Findable } from 'strapi-plugin-ticketing/domain';

const form = document.querySelector<HTMLFormElement>('[data-find]');
const input = form?.querySelector<HTMLInputElement>('input[type=search]');
const results = document.querySelector<HTMLElement>('[data-results]');
const heading = results?.querySelector<HTMLElement>('[data-heading]');
const none = results?.querySelector<HTMLElement>('[data-none]');
const frequent = document.querySelector<HTMLElement>('[data-frequent]');
const list = results?.querySelector('ul');

const serviceOf = (item: HTMLElement): Findable => ({
  code: item.dataset['service'] ?? '',
  name: item.querySelector('[data-name]')?.textContent ?? '',
  keywords: (item.dataset['keywords'] ?? '').split(' '),
});

if (form && input && results && heading && none && list) {
  const items = new Map(
    [...list.querySelectorAll<HTMLElement>('[data-service]')].map((item) => [item.dataset['service'] ?? '', item]),
  );
  const tiles = document.querySelectorAll<HTMLElement>('[data-category][data-label]');
  const categories = [...tiles].map(({ dataset }) => ({
    name: dataset['label'] ?? '',
    description: dataset['description'] ?? '',
    services: [...items.values()].filter((item) => item.dataset['category'] === dataset['category']).map(serviceOf),
  }));

  const show = (): void => {
    const isSearching = input.value.trim() !== '';
    const hits = isSearching ? findServices(categories, input.value) : [];
    for (const item of items.values()) item.hidden = true;
    for (const { service } of hits) {
      const item = items.get(service.code);
      if (item) {
        item.hidden = false;
        list.append(item);
      }
    }
    results.hidden = !isSearching;
    if (frequent) frequent.hidden = isSearching;
    none.hidden = hits.length > 0;
    heading.textContent = (heading.dataset['found'] ?? '').replace('{count}', String(hits.length));
  };

  let waiting = 0;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(show, 80);
  });
  // Enter opens what is meant when only one service fits.
  form.addEventListener('submit', (event) => {
    show();
    const hits = [...items.values()].filter((item) => !item.hidden);
    const only = hits.length === 1 ? hits[0]?.querySelector('a') : null;
    if (only) {
      event.preventDefault();
      only.click();
    }
  });
}
