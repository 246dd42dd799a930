import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ApiError } from '../shared/api/api-error.ts';
import { useMe } from '../shared/me.ts';
import { late } from '../shared/ui/late.tsx';

interface Props {
  retry: () => void;
  children: ReactNode;
}
/** Where the code for it was never kept, the page says itself that it has failed. */
const Bare = ({ children }: Props) => children;
const { Part } = late<Props>(() => import('./offline.ts').then((file) => file.loadOffline()).catch(() => Bare), {});

/** Nothing of ours answers: no network, a silent server, or no sign-in because there is no network. */
const isSilence = (error: ApiError) =>
  (error.mayPass && error.waitMilliseconds === undefined) || (error.kind === 'signIn' && !navigator.onLine);
const isAway = ({ data, error, fetchStatus }: UseQueryResult) =>
  data === undefined && (fetchStatus === 'paused' || (error instanceof ApiError && isSilence(error)));

/** Also while a new try is on its way, every ten seconds: the plans must not vanish from under the reader. */
function useAway(me: UseQueryResult): boolean {
  const [was, setWas] = useState(false);
  const isTrying = me.data === undefined && me.error === null;
  const now = isAway(me) || (was && isTrying);
  if (now !== was) setWas(now);
  return now;
}

/** The page, or the plans on the device while the reader cannot even be known. The pages about plans, and the walk-through of an inspection, do that themselves. */
export function Offline({ children }: { children: ReactNode }) {
  const me = useMe();
  const [path] = useLocation();
  const away = useAway(me);
  if (!away || path.startsWith('/contingency/mine') || path.endsWith('/walk')) return children;
  return <Part retry={() => void me.refetch()}>{children}</Part>;
}
