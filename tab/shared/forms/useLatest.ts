import { useQueryClient } from '@tanstack/react-query';
import type { ApiAnswer, ApiName, ApiRequest } from '../api/client.ts';
import { viewOptions } from '../api/queries.ts';

export type ReadLatest = <Name extends ApiName>(name: Name, request: ApiRequest<Name>) => Promise<ApiAnswer<Name>>;

/** Refetches a view from the API regardless of the cache; the screen is updated too. */
export function useLatest(): ReadLatest {
  const queries = useQueryClient();
  return (name, request) => queries.fetchQuery({ ...viewOptions(name, request), staleTime: 0 });
}
