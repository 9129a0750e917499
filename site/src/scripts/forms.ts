/** What forms gain from a script: files that shrink, drafts that stay, sending that survives a weak network. */
import { keepDrafts } from './draft/keep';
import { enhanceFiles } from './files/choose';
import { enableSending } from './send/form';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
  enhanceFiles(form);
  enableSending(form);
  keepDrafts(form);
}
