import { useView } from '../../shared/api/queries.ts';

/** What `service:key` or `asset:key` says in the API's words. */
export function askedFor(id: string | undefined): { service?: string; asset?: string } {
  if (id === undefined) return {};
  const key = id.slice(id.indexOf(':') + 1);
  return id.startsWith('service:') ? { service: key } : { asset: key };
}

/** The graph around something, or the services to begin with. */
export const useDependencies = (id: string | undefined, enabled = true) =>
  useView('GET /api/contingency/dependencies', { query: askedFor(id) }, { enabled, keepPrevious: true });
