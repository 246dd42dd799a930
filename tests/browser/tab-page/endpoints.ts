import { allRoutes } from '../../../teams-app/program/routes.ts';
import type { ApiName } from '../../../tab/shared/api/client.ts';

/** The program's own table: those without parameters first, as a path may fit both. */
const endpoints = allRoutes
  .map(({ name }) => {
    const [method = '', path = ''] = name.split(' ');
    return {
      name,
      method,
      pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
      parts: path.split(':').length,
    };
  })
  .toSorted((one, other) => one.parts - other.parts);

/** The endpoint of a request, e.g. `GET /api/assets/:assetKey`. */
export const endpointOf = (method: string, path: string): string | undefined =>
  endpoints.find((one) => one.method === method && one.pattern.test(path))?.name;

/** POST endpoints that change nothing. */
const looks = /\/(?:preview|check|read)$/;
export const onlyReads = (name: string): boolean => name.startsWith('GET ') || looks.test(name);

interface Filling {
  params?: unknown;
  query?: unknown;
}

/** An endpoint's address: `:name` from params, then the query without undefined values. */
export function addressOf(name: ApiName, { params, query }: Filling): string {
  const [, path = ''] = name.split(' ');
  const values = new Map(Object.entries(params ?? {}));
  const filled = path.replaceAll(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(values.get(key))));
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? filled
    : `${filled}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}
