import { fill, type Language } from '../../domain';
import { lettersIn } from '../mail';
import { frame, type Sender } from '../mail/frame';

/** A letter that an administrator sends to try the way letters leave. */
export function trialLetter(sender: Sender, language: Language, name: string) {
  const letters = lettersIn(language);
  const { subject, said } = letters.trial;
  return {
    subject: fill(subject, { system: sender.systemName }),
    ...frame({
      language,
      headline: fill(subject, { system: sender.systemName }),
      greeting: fill(letters.greeting, { name }),
      said: [{ kind: 'text', text: said }],
      link: null,
      after: [],
      why: [],
      preferences: null,
      sender,
      letters,
    }),
  };
}
