/**
 * Files chosen for a draft, kept on this device until they have been sent. Storage may be full or forbidden; then only
 * their names are kept.
 */
const NAME = 'draft-files';
const SHELF = 'files';
/** Most bytes kept of one file, and of one draft. */
const KEPT_FILE = 12 * 1024 * 1024;
const KEPT_DRAFT = 40 * 1024 * 1024;

/** Files by the input they were chosen in. */
export type Kept = Readonly<Record<string, readonly File[]>>;

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });

async function onShelf<T>(mode: IDBTransactionMode, work: (shelf: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(SHELF);
    };
    const database = await asked(opening);
    try {
      return await asked(work(database.transaction(SHELF, mode).objectStore(SHELF)));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

export const keepable = (files: readonly File[]): File[] => {
  let sum = 0;
  return files.filter(({ size }) => {
    sum += size;
    return size <= KEPT_FILE && sum <= KEPT_DRAFT;
  });
};

export const readFiles = async (draft: string): Promise<Kept> =>
  (await onShelf('readonly', (shelf) => shelf.get(draft) as IDBRequest<Kept | undefined>)) ?? {};
export const deleteFiles = (draft: string): Promise<unknown> => onShelf('readwrite', (shelf) => shelf.delete(draft));
export const clearFiles = (): Promise<unknown> => onShelf('readwrite', (shelf) => shelf.clear());
export function saveFiles(draft: string, files: Kept): Promise<unknown> {
  const kept = Object.fromEntries(
    Object.entries(files)
      .map(([name, chosen]) => [name, keepable(chosen)])
      .filter(([, chosen]) => chosen?.length),
  );
  return Object.keys(kept).length ? onShelf('readwrite', (shelf) => shelf.put(kept, draft)) : deleteFiles(draft);
}
