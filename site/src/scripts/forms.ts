/** What forms gain from a script: files that shrink, drafts that stay, sending that survives a weak network. */
import { enhance } from './enhance';

document.querySelectorAll<HTMLFormElement>('form[data-draft]').forEach(enhance);
