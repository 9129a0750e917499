/** Runs one shell command line as a child of ours, so that it is stopped and logged like everything else. */
import { spawn } from 'node:child_process';

spawn('/bin/sh', ['-c', process.argv[2] ?? ''], { stdio: 'inherit' }).once('exit', (code) => process.exit(code ?? 1));
