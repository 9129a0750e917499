/** A piece of an excerpt, in order; hits are what was searched for. Data, so that nobody needs to trust markup. */
export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}
