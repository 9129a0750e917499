/** The work's answer, or an error when it takes longer than so many ms; the work itself goes on unheard. */
export function inTime<T>(work: Promise<T>, most: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${most / 1000} s`)), most);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
