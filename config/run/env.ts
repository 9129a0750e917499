import { envTable } from '../env.ts';
import { say } from './parts/progress.mjs';

/** `npm run env`: the list of environment variables, as the table it would be in a document. */
say(envTable(process.argv.includes('en') ? 'en' : 'id'));
