import { autosave } from './draft/autosave';
import { enhanceFiles } from './files/choose';
import { enableSending } from './send/form';

/** One form, also one that came later than its page. */
export function enhance(form: HTMLFormElement): void {
  enhanceFiles(form);
  enableSending(form);
  autosave(form);
}
