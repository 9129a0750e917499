import { useMemo } from 'react';
import { languageOf, Refusal, wordRefusal } from '../../../domain';
import { createClient, type Client } from '../../../domain/client';
import { useWords } from '../words';
import { adminDoor } from './door';

/** The contract, through the admin door, in the officer's language. */
export function useClient(): Client {
  const { language } = useWords();
  return useMemo(() => createClient(adminDoor(language)), [language]);
}

/**
 * Whatever was thrown, as a refusal; what is not one is our own mistake, and the console hears of it as of any other.
 */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  window.reportError(error);
  return Object.assign(new Refusal('unexpected'), {
    message: wordRefusal(languageOf(document.documentElement.lang), 'unexpected', {}),
  });
}
