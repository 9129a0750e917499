/** What a cms is started with to live so many milliseconds ahead of this machine: `clock-shift.mjs` reads it. */
export const shiftedBy = (milliseconds: number): NodeJS.ProcessEnv => ({
  TEST_CLOCK_OFFSET_MS: String(Math.round(milliseconds)),
});
/** Ahead so far that the server reads `then` at this very moment. */
export const shiftedTo = (then: string): NodeJS.ProcessEnv => shiftedBy(Date.parse(then) - Date.now());
