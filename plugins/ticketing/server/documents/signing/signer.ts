/** Whom a certificate names, and until when it holds. */
export interface Holder {
  readonly subject: string;
  readonly issuer: string;
  /** Milliseconds since 1970, UTC. */
  readonly until: number;
}

/**
 * Somebody who can put an electronic signature under a finished PDF. The organisation's own certificate is one; a signing
 * service of the state (BSrE) can be another: it, too, is given a PDF and what its holder types, and keeps neither.
 */
export interface Signer {
  /** Null where no certificate can be read; the log says why. */
  holder(): Promise<Holder | null>;
  /** The PDF with its signature, or `null` when the passphrase opens nothing. Nothing is drawn: no mark follows a signature. */
  sign(pdf: Uint8Array, passphrase: string, at: number): Promise<Uint8Array | null>;
}
