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

/** The name of the endpoint that a request means, e.g. `GET /api/assets/:assetKey`. */
export const endpointOf = (method: string, path: string): string | undefined =>
  endpoints.find((one) => one.method === method && one.pattern.test(path))?.name;

/** Endpoints that are posted to and change nothing. */
const looks = /\/(?:preview|check|read)$/;
export const onlyReads = (name: string): boolean => name.startsWith('GET ') || looks.test(name);

interface Filling {
  params?: unknown;
  query?: unknown;
}

/** The address of an endpoint: `:name` from params, then the query without what is undefined. */
export function addressOf(name: ApiName, { params, query }: Filling): string {
  const [, path = ''] = name.split(' ');
  const values = new Map(Object.entries(params ?? {}));
  const filled = path.replaceAll(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(values.get(key))));
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? filled
    : `${filled}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}
