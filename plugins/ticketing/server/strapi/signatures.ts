/** So many tokens are known at once; a desk has fewer people. */
const MOST = 2000;

/**
 * Remembers of tokens that were verified what they say: a signature holds as long as the token does, and working it out
 * costs more than all else that is asked of a token. `Claims` tell when they expire in epoch seconds.
 */
export function rememberSignatures<Claims extends { readonly exp?: number }>() {
  const known = new Map<string, Claims>();
  return {
    of(token: string, now: number): Claims | undefined {
      const claims = known.get(token);
      if (claims?.exp === undefined || claims.exp * 1000 > now) return claims;
      known.delete(token);
      return undefined;
    },
    keep(token: string, claims: Claims): Claims {
      // The oldest goes first; whoever still uses it is verified once more.
      if (known.size >= MOST) known.delete(known.keys().next().value ?? '');
      known.set(token, claims);
      return claims;
    },
  };
}
