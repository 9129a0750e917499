import { triggerSessionExpired } from '@strapi/strapi/admin';

let comeBack: (() => void) | null = null;

/** What makes sure that signing in again leads back to this page. Returns how to forget it. */
export function onSessionEnd(remember: () => void): () => void {
  comeBack = remember;
  return () => {
    if (comeBack === remember) comeBack = null;
  };
}

/** The session is beyond renewal: the panel clears it away and asks to sign in. */
export function endSession(): void {
  triggerSessionExpired();
  comeBack?.();
}
