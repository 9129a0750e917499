import { Refusal } from '../../domain';

/** Exports one instance serves at a time: each holds a connection for as long as its reader takes. */
const MOST = 4;
const RETRY_SECONDS = 30;
let running = 0;

/** Takes one of the places, until what it answers with is called; however often that is. */
export function enter(): () => void {
  if (running >= MOST) throw new Refusal('tooManyRequests', { seconds: RETRY_SECONDS });
  running += 1;
  let isHeld = true;
  return () => {
    if (isHeld) running -= 1;
    isHeld = false;
  };
}
