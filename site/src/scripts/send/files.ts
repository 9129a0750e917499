/** Carries chosen files to a ticket, one after the other, so that a weak network finishes some instead of none. */
import { leaveFor } from './leave';
import { chosenIn, fileInputs, setFiles } from '../files/choose';
import { deleteFiles, saveFiles, type Kept } from '../files/store';
import { deleteDraft, saveDraft } from '../draft/store';
import { sentence } from '../sentences';
import { link, type Line, type Panel } from './panel';
import { upload, type Upload } from './upload';

interface Item {
  readonly input: string;
  readonly field: string | null;
  readonly file: File;
  readonly line: Line;
  state: 'waiting' | 'running' | 'done' | 'stopped' | 'refused';
  running?: Upload;
}
/** Where the files go, and what follows when they are there. */
export interface Destination {
  readonly number: string;
  readonly to: string;
  /** The draft that keeps what has not arrived. */
  readonly shelf: string;
  readonly prefix: string;
}

const FIELD = 'file.';

/** `onIdle` hears when nothing more is on its way and something is left. */
export function sendFiles(
  form: HTMLFormElement,
  panel: Panel,
  { number, to, shelf, prefix }: Destination,
  onIdle: () => void,
): void {
  panel.clear();
  const items = fileInputs(form).flatMap((input) =>
    chosenIn(input).map((file): Item => ({
      input: input.name,
      field: input.name.startsWith(FIELD) ? input.name.slice(FIELD.length) : null,
      file,
      line: panel.line(file),
      state: 'waiting',
    })),
  );

  /** What has not arrived stays on the device, with the ticket it belongs to. */
  const keepRest = (): void => {
    const rest = items.filter(({ state }) => state !== 'done' && state !== 'refused');
    const kept: Record<string, File[]> = {};
    for (const { input, file } of rest) (kept[input] ??= []).push(file);
    if (!rest.length) {
      deleteDraft(shelf);
      void deleteFiles(shelf);
      return;
    }
    void saveFiles(shelf, kept as Kept);
    saveDraft(shelf, {
      at: Date.now(),
      address: `${prefix}/tiket/${number}`,
      label: sentence('draft.files', { number }),
      title: '',
      values: {},
      files: rest.map(({ file }) => file.name),
    });
  };

  const retry = (item: Item): void => {
    item.state = 'waiting';
    item.line.state(sentence('send.waiting'), 'wait');
    void run();
  };
  const again = (item: Item) => [[sentence('send.retry'), () => retry(item)]] as const;

  async function send(item: Item): Promise<void> {
    item.state = 'running';
    const cancel = [[sentence('send.cancel'), () => item.running?.cancel()]] as const;
    item.line.state(sentence('send.share', { percent: 0 }), 'wait', cancel);
    item.running = upload(`${prefix}/tiket/${number}/lampiran`, item.field, item.file, item.line.progress);
    const result = await item.running.result;
    item.state = result.kind === 'done' ? 'done' : result.kind === 'refused' && result.isFinal ? 'refused' : 'stopped';
    switch (result.kind) {
      case 'done':
        return item.line.state(sentence('send.done'), 'good');
      case 'cancelled':
        return item.line.state(sentence('send.cancelled'), 'bad', again(item));
      case 'offline':
        return item.line.state(sentence('send.fileOffline'), 'bad', again(item));
      case 'signedOut':
        return item.line.state(sentence('send.fileSignedOut'), 'bad', again(item));
      case 'refused':
        return item.line.state(result.reason || sentence('send.fileRefused'), 'bad', result.isFinal ? [] : again(item));
    }
  }

  let isRunning = false;
  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    panel.show(sentence('send.files', { number }), sentence('send.filesText'), [
      link(sentence('send.later'), to, 'button quiet'),
    ]);
    for (
      let next = items.find(({ state }) => state === 'waiting');
      next;
      next = items.find(({ state }) => state === 'waiting')
    ) {
      await send(next);
      keepRest();
    }
    isRunning = false;
    finish();
  }

  function finish(): void {
    const left = items.filter(({ state }) => state !== 'done').length;
    // What has arrived is no longer chosen: pressing the button again sends the rest.
    for (const input of fileInputs(form))
      setFiles(
        input,
        items.filter((item) => item.input === input.name && item.state === 'stopped').map(({ file }) => file),
      );
    if (left === 0) return leaveFor(to);
    onIdle();
    panel.show(sentence('send.left', { count: left, number }), sentence('send.leftText'), [
      link(sentence('send.open', { number }), to),
    ]);
  }

  keepRest();
  void run();
}
