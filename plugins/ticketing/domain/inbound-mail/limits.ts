const KIB = 1024;

/** What is read of mail that anybody may send: bytes, characters, days, and how many. */
export const INBOUND_LIMITS = {
  /** A whole mail, as its server counts it, before it is fetched. */
  mailBytes: 15 * KIB * KIB,
  /** Everything above its first empty line. */
  headBytes: 64 * KIB,
  /** Characters of text that are looked at; the rest would be more than a comment may hold. */
  text: 200_000,
  /** Addresses and headers that are looked at. */
  headers: 200,
  /** Mails of one run. */
  perRun: 50,
  /** How long what was not taken stays listed, and how many at most. */
  quarantineDays: 30,
  quarantined: 5000,
  /** How long a letter may be answered. No longer than keys of `once` are kept, so that nothing is written twice. */
  answerDays: 30,
  host: 253,
  folder: 100,
  /** What stands before the @ of the base address: with its token it must fit into the 64 that RFC 5321 allows. */
  local: 18,
  subject: 200,
} as const;
