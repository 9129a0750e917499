/** Tells what a check found, a sentence a line; with findings the process ends with 1. */
export function report(findings: readonly string[], notes: readonly string[] = []): void {
  for (const sentence of [...notes, ...findings]) process.stdout.write(`${sentence}\n`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
