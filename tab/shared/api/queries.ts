import {
  focusManager,
  keepPreviousData,
  MutationCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { ApiError } from './api-error.ts';
import { takeChanged } from './changed-lists.ts';
import { addressOf, call, type ApiAnswer, type ApiName, type ApiRequest } from './client.ts';

/**
 * Time that the parts of a page share an answer. A page shown again asks again; a change made elsewhere (a card in the
 * chat) shows when the reader returns.
 */
const freshMilliseconds = 5_000;

/** Back-off in milliseconds requested by the API; 0 if none. */
const waitOf = (error: Error | null): number => (error instanceof ApiError ? (error.waitMilliseconds ?? 0) : 0);

/** Acts whose part of the page is gone. */
const unseenActs = new WeakSet<object>();

/**
 * A failure of an act is shown by the part that was pressed; if that is gone by then (the reader went elsewhere, or
 * closed the dialog), `tellUnseen` is called with it. Not told: withdrawn requests, and what is kept and sent again.
 */
function createActs(tellUnseen: (error: Error) => void): MutationCache {
  const acts = new MutationCache({
    onError: (error, _request, _result, act) => {
      if (unseenActs.has(act) && error.name !== 'AbortError' && !act.meta?.['isKept']) tellUnseen(error);
    },
  });
  acts.subscribe((event) => {
    if (event.type === 'observerAdded') unseenActs.delete(event.mutation);
    if (event.type === 'observerRemoved') unseenActs.add(event.mutation);
  });
  return acts;
}

/** The acts under way are shown no more: their dialog is closed, though it may stay mounted. */
export const leaveActs = (queries: QueryClient): void =>
  queries
    .getMutationCache()
    .findAll({ status: 'pending' })
    .forEach((act) => unseenActs.add(act));

export function createQueries(tellUnseen: (error: Error) => void): QueryClient {
  // Inside Teams the page stays visible while the reader is in the chat beside it, so focus counts as a return too.
  focusManager.setEventListener((back) => {
    const listen = () => back();
    addEventListener('visibilitychange', listen);
    addEventListener('focus', listen);
    return () => {
      removeEventListener('visibilitychange', listen);
      removeEventListener('focus', listen);
    };
  });
  const queries = new QueryClient({
    mutationCache: createActs(tellUnseen),
    defaultOptions: {
      queries: {
        staleTime: freshMilliseconds,
        // However soon: a press on a card in the chat takes less than the time that parts of a page share an answer.
        refetchOnWindowFocus: ({ state }) => waitOf(state.error) === 0 && 'always',
        retry: (count, error) =>
          count < 2 && navigator.onLine && error instanceof ApiError && error.mayPass && waitOf(error) === 0,
        retryDelay: (count) => 400 * 3 ** count,
        // Without a network a request fails and says so; TanStack's own mode leaves it pending, without a word.
        networkMode: 'always',
        refetchOnReconnect: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  queries.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'observerRemoved' && query.getObserversCount() === 0) query.invalidate();
  });
  return queries;
}

export const viewOptions = <Name extends ApiName>(name: Name, request: ApiRequest<Name>) => ({
  queryKey: [name, request] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => call(name, request, signal),
});

interface ViewSettings<Answer> {
  enabled?: boolean;
  /** Milliseconds until the next poll, or false; evaluated per answer. */
  every?: (answer: Answer | undefined) => number | false;
  /** Shows the previous answer while a new page or search loads. */
  keepPrevious?: boolean;
  /** A failure persists until the next poll or a press, also if another part of the page requests the same. */
  keepFailure?: boolean;
}

/** An answer of the API, refreshed while the view is shown. */
export function useView<Name extends ApiName>(
  name: Name,
  request: ApiRequest<Name>,
  { enabled = true, every, keepPrevious = false, keepFailure = false }: ViewSettings<ApiAnswer<Name>> = {},
): UseQueryResult<ApiAnswer<Name>> {
  const options: UseQueryOptions<ApiAnswer<Name>> = {
    ...viewOptions(name, request),
    enabled,
    retryOnMount: !keepFailure,
    // After a back-off a view is refetched when the time has passed, and not before.
    refetchInterval: ({ state }) => Math.max(every?.(state.data) || 0, waitOf(state.error)) || false,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  };
  return useQuery(options);
}

/** Refetches the views that the acts since the latest refetch changed; after a failed one, all of them. */
export function refetchChanged(queries: QueryClient): void {
  const isChanged = takeChanged();
  void queries.invalidateQueries({
    predicate: ({ queryKey: [name, request], state }) =>
      state.status !== 'success' || state.fetchStatus !== 'idle' || isChanged(addressOf(String(name), request ?? {})),
  });
}

interface Told<Answer> {
  onSuccess?: (answer: Answer) => void;
  onError?: (error: Error) => void;
  onSettled?: () => void;
}
type Acting<Name extends ApiName> = UseMutationResult<ApiAnswer<Name>, Error, ApiRequest<Name>>;
/** One act of the API. */
export type Act<Name extends ApiName> = Omit<Acting<Name>, 'mutate' | 'mutateAsync'> & {
  mutate: (request: ApiRequest<Name>, told?: Told<ApiAnswer<Name>>) => void;
  mutateAsync: (request: ApiRequest<Name>) => Promise<ApiAnswer<Name>>;
};

/**
 * An act; on success the views that it changed are refetched. `told` is called also when the part that was pressed is
 * gone by then: a refetch may remove it before the answer comes. `isKept`: what fails is kept on the device and sent
 * again.
 */
export function useAct<Name extends ApiName>(name: Name, { isKept = false } = {}): Act<Name> {
  const queries = useQueryClient();
  const act: Acting<Name> = useMutation({
    mutationFn: (request) => call(name, request),
    onSuccess: () => refetchChanged(queries),
    meta: { isKept },
  });
  return {
    ...act,
    // TanStack calls what `mutate` is given only while the part is there.
    mutate: (request, { onSuccess, onError = () => undefined, onSettled } = {}) =>
      void act.mutateAsync(request).then(onSuccess, onError).finally(onSettled),
  };
}
