/** Goes to an address, anew even where it is a place on this very page: what was sent is not on it yet. */
export function leaveFor(to: string): void {
  const { pathname, search, hash } = new URL(to, location.href);
  const isHere = pathname === location.pathname && search === location.search && hash !== '';
  location.assign(to);
  if (isHere) location.reload();
}
