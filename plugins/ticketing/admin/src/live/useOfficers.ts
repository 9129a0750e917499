import type { Officer } from '../../../domain/contract';
import { useClient } from '../api/useClient';
import { useLive, type Live } from './useLive';

/** Who can be given work, and how much lies on each desk. */
export function useOfficers(): Live<Officer[]> {
  const client = useClient();
  return useLive('officers', (signal) => client.listOfficers({}, { signal }), { every: 60_000 });
}
