import { useEffect, useState } from 'react';
import type { AssetRef } from '../../api/assets/contract.ts';
import type { ApiAnswer } from './api/client.ts';
import { useView } from './api/queries.ts';

const restMilliseconds = 200;
const longest = 100;
export type AssetName = ApiAnswer<'GET /api/asset-names'>['assets'][number];

/** Assets whose name contains the text, after a pause in typing; undefined while loading. */
export function useAssetNames(text: string, kind: AssetRef['kind'] | undefined, open: boolean) {
  const wanted = text.trim().slice(0, longest);
  const [q, setQ] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setQ(wanted), restMilliseconds);
    return () => clearTimeout(timer);
  }, [wanted]);
  const names = useView(
    'GET /api/asset-names',
    { query: { q, ...(kind ? { kind } : {}) } },
    { enabled: open && q !== '', keepPrevious: true },
  );
  return { found: q === '' ? undefined : names.data?.assets, error: open ? names.error : null };
}
