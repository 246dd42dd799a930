import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ApiError } from '../shared/api/api-error.ts';
import { useMe } from '../shared/me.ts';
import { Crash } from '../shared/shell/Crash.tsx';
import { late } from '../shared/ui/late.tsx';

interface Props {
  retry: () => void;
  children: ReactNode;
}
/** Without cached code for it, the page itself shows the failure. */
const Bare = ({ children }: Props) => children;
const { Part } = late<Props>(() => import('./offline.ts').then((file) => file.loadOffline()).catch(() => Bare), {});

/** No response from our server: no network, or a timeout. */
const isSilence = (error: ApiError) => error.mayPass && error.waitMilliseconds === undefined;
const isAway = ({ data, error }: UseQueryResult) => data === undefined && error instanceof ApiError && isSilence(error);

/** Also during a retry, every ten seconds: the plans must not flicker. */
function useAway(me: UseQueryResult): boolean {
  const [was, setWas] = useState(false);
  const isTrying = me.data === undefined && me.error === null;
  const now = isAway(me) || (was && isTrying);
  if (now !== was) setWas(now);
  return now;
}

/**
 * The page, or the plans on the device while the reader is unknown. The pages about plans, and the walk-through of an
 * inspection, do so themselves.
 */
export function Offline({ children }: { children: ReactNode }) {
  const me = useMe();
  const [path] = useLocation();
  const away = useAway(me);
  const page = <Crash at={path}>{children}</Crash>;
  if (!away || path.startsWith('/contingency/mine') || path.endsWith('/walk')) return page;
  return <Part retry={() => void me.refetch()}>{page}</Part>;
}
