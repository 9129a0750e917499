/** The same list with one of its rows a place up (-1) or down (1); null where it stands at that end already. */
export function moved<T>(rows: readonly T[], index: number, by: -1 | 1): T[] | null {
  return index + by < 0 || index + by >= rows.length ? null : movedTo(rows, index, index + by);
}
/** The same list with the row at `from` standing at `to`. */
export function movedTo<T>(rows: readonly T[], from: number, to: number): T[] {
  const rest = rows.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...rows.slice(from, from + 1), ...rest.slice(to)];
}

/** Gives the focus back to the button that moved a row: the browser loses it when the row changes its place. */
export const focusMove = (name: string, by: -1 | 1): void => {
  window.requestAnimationFrame(() => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(`[data-moves="${CSS.escape(name)}"]`)];
    const pressed = buttons.find(({ dataset }) => dataset['by'] === String(by));
    // Whoever has come to the end goes on from the button that leads back.
    (pressed?.disabled || pressed?.ariaDisabled === 'true'
      ? buttons.find((button) => button !== pressed)
      : pressed
    )?.focus();
  });
};
