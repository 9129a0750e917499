import { autosave } from './draft/autosave';
import { enhanceFiles } from './files/choose';
import { enableSending } from './send/form';

/** Gives a form what scripts can do for it; also one that came later than its page. */
export function enhance(form: HTMLFormElement): void {
  enhanceFiles(form);
  enableSending(form);
  void autosave(form);
}
