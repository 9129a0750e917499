/** The panel of a sending: how far it is, one line per file, with what can be done about it. */
import { make, sentence, bytesText } from '../sentences';

export interface Line {
  progress(share: number): void;
  state(word: string, tone: 'wait' | 'good' | 'bad', actions?: readonly (readonly [string, () => void])[]): void;
}
export interface Panel {
  show(title: string, text?: string, actions?: readonly Node[]): void;
  line(file: File): Line;
  clear(): void;
  hide(): void;
}

export const button = (label: string, act: () => void, classes = 'button'): HTMLButtonElement => {
  const made = make('button', { type: 'button', class: classes }, label);
  made.addEventListener('click', act);
  return made;
};
export const link = (label: string, href: string, classes = 'button'): HTMLAnchorElement =>
  make('a', { href, class: classes }, label);

export function panelIn(form: HTMLFormElement): Panel {
  const place =
    form.querySelector<HTMLElement>('[data-sending]') ??
    form.appendChild(make('div', { 'data-sending': '', class: 'sending card stack-s', tabindex: '-1', hidden: '' }));
  const message = make('div', { role: 'status', class: 'stack-s' });
  const list = make('ul', { class: 'plain-list stack-s' });
  const actions = make('div', { class: 'row' });
  place.replaceChildren(message, list, actions);
  return {
    show(title, text, offered = []) {
      place.hidden = false;
      message.replaceChildren(make('p', { class: 'strong' }, title), ...(text ? [make('p', {}, text)] : []));
      actions.replaceChildren(...offered);
      actions.hidden = offered.length === 0;
    },
    line(file) {
      const bar = make('progress', {
        max: '1',
        value: '0',
        'aria-label': sentence('send.progressOf', { name: file.name }),
      });
      const state = make('span', { class: 'small' }, sentence('send.waiting'));
      const offered = make('span', { class: 'row' });
      list.append(
        make(
          'li',
          { class: 'upload' },
          make('span', { class: 'name' }, make('span', { class: 'strong' }, file.name), ` (${bytesText(file.size)})`),
          bar,
          state,
          offered,
        ),
      );
      return {
        progress: (share) => {
          bar.value = share;
          state.textContent = sentence('send.share', { percent: Math.round(share * 100) });
        },
        state(word, tone, acts = []) {
          bar.hidden = tone !== 'wait';
          state.className = `small ${tone}`;
          state.textContent = word;
          offered.replaceChildren(
            ...acts.map(([label, act]) => {
              const made = button(label, act, 'button quiet tight');
              made.setAttribute('aria-label', `${label}: ${file.name}`);
              return made;
            }),
          );
        },
      };
    },
    clear: () => list.replaceChildren(),
    hide: () => {
      place.hidden = true;
    },
  };
}
