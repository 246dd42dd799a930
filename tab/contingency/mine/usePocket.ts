import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PocketView } from '../../../api/contingency/contract.ts';
import {
  forgetPocket,
  isWithdrawn,
  keepPocket,
  cachedPocket,
  type CachedPocket,
} from '../../shared/offline/cached-pocket.ts';
import { useView } from '../../shared/api/queries.ts';

/** Longest wait for the newest version. */
const patienceMilliseconds = 3_000;
const everyMilliseconds = 60_000;

export interface Pocket {
  view: UseQueryResult<PocketView>;
  pocket: PocketView | undefined;
  /** When it was stored here, while the API is unavailable. */
  keptAt: string | undefined;
}

/** The reader's plans: from the API, or while unavailable the copy on the device. */
export function usePocket(): Pocket {
  const view = useView('GET /api/contingency/pocket', {}, { every: () => everyMilliseconds });
  const [kept, setKept] = useState<CachedPocket>();
  const [waited, setWaited] = useState(false);
  const { data, dataUpdatedAt } = view;
  useEffect(() => {
    if (data) void keepPocket(data);
  }, [data, dataUpdatedAt]);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), patienceMilliseconds);
    void cachedPocket().then(setKept);
    return () => clearTimeout(timer);
  }, []);
  const withdrawn = isWithdrawn(view.error);
  useEffect(() => {
    if (withdrawn) void forgetPocket();
  }, [withdrawn]);
  if (withdrawn) return { view, pocket: undefined, keptAt: undefined };
  if (data) return { view, pocket: data, keptAt: view.isError ? new Date(dataUpdatedAt).toISOString() : undefined };
  const isShown = kept !== undefined && (view.isError || waited || !navigator.onLine);
  return { view, pocket: isShown ? kept.pocket : undefined, keptAt: isShown ? kept.at : undefined };
}
