/**
 * File inputs with a script: photos shrink, wrong files are refused with their reason, choosing again adds instead of
 * replacing.
 */
import {
  ACCEPTED_EXTENSIONS,
  extensionOf,
  fileObjection,
  WIDEST_FILE_POLICY,
  wordFileRefusal,
  type FilePolicy,
} from 'strapi-plugin-ticketing/domain';
import { language, make, sentence, bytesText } from '../sentences';
import { shrink } from './shrink';

const PHOTOS: readonly string[] = ['jpg', 'jpeg', 'png'];

/** Told on the form when what is chosen has changed. */
export const CHOSEN = 'files-chosen';

const working = new WeakMap<HTMLFormElement, Promise<unknown>>();
/** Resolves when no photo is being shrunk any more. */
export const filesReady = (form: HTMLFormElement): Promise<unknown> => working.get(form) ?? Promise.resolve();

export const fileInputs = (form: HTMLFormElement): HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>('input[type=file]'),
];
const acceptOf = ({ accept }: HTMLInputElement): readonly string[] =>
  accept ? [...new Set(accept.split(',').map(extensionOf))] : ACCEPTED_EXTENSIONS;
const isSame = (one: File, other: File): boolean =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

interface Refused {
  readonly name: string;
  readonly reason: string;
}
/** What each input holds: its own list changes on every choice, ours grows. */
const held = new WeakMap<HTMLInputElement, readonly File[]>();
const shrunkFrom = new WeakMap<File, number>();
export const chosenIn = (input: HTMLInputElement): readonly File[] => held.get(input) ?? [...(input.files ?? [])];

/** Puts files into an input, so that also a plain sending carries exactly these. */
export function setFiles(input: HTMLInputElement, files: readonly File[], refused: readonly Refused[] = []): void {
  const hand = new DataTransfer();
  for (const file of files) hand.items.add(file);
  input.files = hand.files;
  held.set(input, files);
  list(input, files, refused);
  input.form?.dispatchEvent(new CustomEvent(CHOSEN));
}

function list(input: HTMLInputElement, files: readonly File[], refused: readonly Refused[]): void {
  const place = input.closest('[data-field]')?.querySelector<HTMLElement>('[data-chosen]');
  if (!place) return;
  place.hidden = files.length + refused.length === 0;
  const fold = place.closest('details');
  if (fold && !place.hidden) fold.open = true;
  place.replaceChildren(
    ...files.map((file) => {
      const before = shrunkFrom.get(file);
      const size = before
        ? sentence('files.shrunk', { from: bytesText(before), to: bytesText(file.size) })
        : bytesText(file.size);
      const remove = make(
        'button',
        {
          type: 'button',
          class: 'button quiet tight',
          'aria-label': sentence('files.removeName', { name: file.name }),
        },
        sentence('files.remove'),
      );
      remove.addEventListener('click', () => {
        setFiles(
          input,
          chosenIn(input).filter((other) => other !== file),
        );
        input.focus();
      });
      return make('li', {}, make('span', {}, make('span', { class: 'strong' }, file.name), ` (${size})`), remove);
    }),
    ...refused.map(({ name, reason }) =>
      make(
        'li',
        { class: 'refused', role: 'alert' },
        make('span', {}, make('span', { class: 'strong' }, name), `: ${reason}`),
      ),
    ),
  );
}

/** What the city allows, as the page says it; the cms has the last word. */
function policyOf(): FilePolicy {
  const { mostBytes, mostFiles, kinds } = document.body.dataset;
  return {
    maxBytes: Number(mostBytes) || WIDEST_FILE_POLICY.maxBytes,
    maxFiles: Number(mostFiles) || WIDEST_FILE_POLICY.maxFiles,
    kinds: kinds ? kinds.split(' ') : WIDEST_FILE_POLICY.kinds,
  };
}

async function choose(input: HTMLInputElement): Promise<void> {
  const accept = acceptOf(input);
  const before = held.get(input) ?? [];
  const picked = [...(input.files ?? [])];
  const refused: Refused[] = [];
  const policy = policyOf();
  let files = [...before];
  setFiles(input, files);
  for (const original of picked) {
    const file = await shrink(original, accept);
    if (file !== original) shrunkFrom.set(file, original.size);
    const room =
      policy.maxFiles -
      Number(input.form?.dataset['present'] ?? 0) -
      fileInputs(input.form as HTMLFormElement).reduce(
        (sum, other) => sum + (other === input ? files.length : chosenIn(other).length),
        0,
      );
    const code = fileObjection(file, accept, policy) ?? (room < 1 ? 'tooManyFiles' : null);
    if (code)
      refused.push({
        name: original.name,
        reason: wordFileRefusal(language(), code, {
          accepted: accept.join(', '),
          limit: code === 'tooManyFiles' ? policy.maxFiles : bytesText(policy.maxBytes),
        }),
      });
    else if (!files.some((other) => isSame(other, file))) files = [...files, file];
    setFiles(input, files, refused);
  }
}

/** A phone's camera beside the files: one tap, and the photo is among them. It stays out of the form, which sends nothing of it. */
function offerCamera(input: HTMLInputElement): void {
  if (!matchMedia('(pointer: coarse)').matches || !acceptOf(input).some((kind) => PHOTOS.includes(kind))) return;
  const camera = make('input', { type: 'file', accept: 'image/*', capture: 'environment' });
  camera.addEventListener('change', () => {
    const hand = new DataTransfer();
    for (const photo of camera.files ?? []) hand.items.add(photo);
    input.files = hand.files;
    camera.value = '';
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const button = make('button', { type: 'button', class: 'button quiet tight' }, sentence('files.camera'));
  button.addEventListener('click', () => camera.click());
  input.after(button);
}

export function enhanceFiles(form: HTMLFormElement): void {
  for (const input of fileInputs(form)) {
    offerCamera(input);
    input.addEventListener('change', () => {
      const done = filesReady(form).then(() => choose(input));
      working.set(form, done);
    });
  }
}
