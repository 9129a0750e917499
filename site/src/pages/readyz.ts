import type { APIRoute } from 'astro';
import { isStopping } from '../lib/config/stopping';
import { GET as health } from './healthz';

/** May be given work: it is well, and is not about to end. */
export const GET: APIRoute = (context) =>
  isStopping() ? Response.json({ status: 'unavailable', failing: ['stopping'] }, { status: 503 }) : health(context);
