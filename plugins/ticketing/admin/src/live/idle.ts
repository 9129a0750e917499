/** A tab left open must not keep its session alive for ever: after this long without a touch it stops asking. */
const IDLE_MS = 30 * 60_000;
let touchedAt = Date.now();
const touch = () => {
  touchedAt = Date.now();
};
for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart', 'focus'])
  window.addEventListener(event, touch, { passive: true, capture: true });

export const isIdle = (): boolean => Date.now() - touchedAt > IDLE_MS;
