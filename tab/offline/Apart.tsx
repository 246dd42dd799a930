import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ApiError } from '../shared/api/api-error.ts';
import { loadTexts } from '../shared/texts/texts.ts';
import { late } from '../shared/ui/late.tsx';
import { keptPocket } from './kept-pocket.ts';

const apart = late<{ retry: () => void }>(
  () =>
    Promise.all([import('./ApartPage.tsx'), loadTexts('pocket', 'contingency')]).then(([{ ApartPage }]) => ApartPage),
  { title: true },
);

/** Nothing of ours answers: no network, a silent server, or no sign-in because there is no network. */
const isAway = ({ data, error, fetchStatus }: UseQueryResult) =>
  data === undefined &&
  (fetchStatus === 'paused' ||
    (error instanceof ApiError && (error.mayPass || (error.kind === 'signIn' && !navigator.onLine))));

/** The page, or the plans on the device while the reader cannot even be known. The pages about plans do that themselves. */
export function Apart({ me, children }: { me: UseQueryResult; children: ReactNode }) {
  const [path] = useLocation();
  const [hasPlans, setHasPlans] = useState(false);
  const away = isAway(me);
  useEffect(() => {
    if (away) void keptPocket().then((kept) => setHasPlans(kept !== undefined));
  }, [away]);
  if (!away || !hasPlans || path.startsWith('/contingency/mine')) return children;
  return <apart.Part retry={() => void me.refetch()} />;
}
