import { useView } from '../../shared/api/queries.ts';

/** `service:key` or `asset:key` as the API's query. */
export function askedFor(id: string | undefined): { service?: string; asset?: string } {
  if (id === undefined) return {};
  const key = id.slice(id.indexOf(':') + 1);
  return id.startsWith('service:') ? { service: key } : { asset: key };
}

/** The graph around a node, or the initial services. */
export const useDependencies = (id: string | undefined, enabled = true) =>
  useView('GET /api/contingency/dependencies', { query: askedFor(id) }, { enabled, keepPrevious: true });
