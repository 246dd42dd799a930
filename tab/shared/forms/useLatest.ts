import { useQueryClient } from '@tanstack/react-query';
import type { ApiAnswer, ApiName, ApiRequest } from '../api/client.ts';
import { viewOptions } from '../api/queries.ts';

export type ReadLatest = <Name extends ApiName>(name: Name, request: ApiRequest<Name>) => Promise<ApiAnswer<Name>>;

/** Asks the API for a view as it is now, whatever is on the screen; the screen shows it too. */
export function useLatest(): ReadLatest {
  const queries = useQueryClient();
  return (name, request) => queries.fetchQuery({ ...viewOptions(name, request), staleTime: 0 });
}
