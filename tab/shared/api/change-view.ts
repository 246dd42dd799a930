import type { QueryClient } from '@tanstack/react-query';
import type { ApiAnswer, ApiName, ApiRequest } from './client.ts';
import { viewOptions } from './queries.ts';

/**
 * Changes a shown view by an answer, cancelling earlier requests. Resolves when the page is notified, shortly
 * afterwards: until then unsaved values must be shown instead.
 */
export async function changeView<Name extends ApiName>(
  queries: QueryClient,
  name: Name,
  request: ApiRequest<Name>,
  change: (view: ApiAnswer<Name>) => ApiAnswer<Name>,
): Promise<void> {
  const { queryKey } = viewOptions(name, request);
  await queries.cancelQueries({ queryKey });
  queries.setQueryData<ApiAnswer<Name>>(queryKey, (view) => view && change(view));
  await new Promise((resolve) => setTimeout(resolve));
}
