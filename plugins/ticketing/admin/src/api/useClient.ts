import { useMemo } from 'react';
import { Refusal } from '../../../domain';
import { createClient, type Client } from '../../../domain/client';
import { useWords } from '../words';
import { adminDoor } from './door';

/** The contract, through the admin door, in the officer's language. */
export function useClient(): Client {
  const { language } = useWords();
  return useMemo(() => createClient(adminDoor(language)), [language]);
}

/** Whatever was thrown, as a refusal; what is not one is our own mistake and goes to the console too. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  console.error(error);
  return new Refusal('unexpected');
}
