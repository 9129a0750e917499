/** Lists the drafts on this device, where the server cannot know of them. */
import { addressOf } from './draft/own';
import { deleteDraft, listDrafts } from './draft/store';
import { deleteFiles } from './files/store';
import { language, make, sentence } from './sentences';

const place = document.querySelector<HTMLElement>('[data-drafts]');

/** "disimpan 3 jam yang lalu", in the coarsest unit that says enough. */
function saved(at: number, now: number): string {
  const minutes = Math.round((at - now) / 60_000);
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  if (minutes >= 0) return sentence('draft.now');
  const since =
    minutes > -60
      ? words.format(minutes, 'minute')
      : minutes > -1440
        ? words.format(Math.round(minutes / 60), 'hour')
        : words.format(Math.round(minutes / 1440), 'day');
  return sentence('draft.at', { since });
}

function show(of: HTMLElement): void {
  const drafts = listDrafts(of.dataset['owner'] ?? null, Date.now());
  of.hidden = drafts.length === 0;
  of.querySelector('ul')?.replaceChildren(
    ...drafts.map(({ id, draft }) => {
      const name = draft.title || draft.label;
      const drop = make(
        'button',
        { type: 'button', class: 'button quiet tight', 'aria-label': sentence('draft.dropName', { name }) },
        sentence('draft.drop'),
      );
      drop.addEventListener('click', () => {
        deleteDraft(id);
        void deleteFiles(id);
        show(of);
        (of.hidden ? document.querySelector<HTMLElement>('main') : of.querySelector<HTMLElement>('a, h2'))?.focus();
      });
      const facts = [
        draft.title && draft.label,
        saved(draft.at, Date.now()),
        draft.files.length > 0 && sentence('draft.with', { count: draft.files.length }),
        draft.isUnsent && sentence('draft.unsent'),
      ];
      return make(
        'li',
        { class: 'card' },
        make(
          'div',
          {},
          make('a', { href: addressOf(id, draft.address), class: 'strong' }, name),
          make('p', { class: 'small soft' }, facts.filter(Boolean).join(' · ')),
        ),
        drop,
      );
    }),
  );
}

if (place) show(place);
