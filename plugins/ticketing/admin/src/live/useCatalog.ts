import type { Catalog } from '../../../domain';
import { useLive, type Live } from './useLive';
import { useClient } from '../api/useClient';

const FIVE_MINUTES_MS = 300_000;

/** Services, units, teams and priorities: they change seldom. */
export function useCatalog(): Live<Catalog> {
  const client = useClient();
  return useLive('catalog', (signal) => client.getCatalog({}, { signal }), { every: FIVE_MINUTES_MS });
}
