import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useAddress } from '../shared/address.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';

export type FoundView = ApiAnswer<'GET /api/find'>;
export type FoundGroup = FoundView['groups'][number];
export type FoundRecord = FoundGroup['records'][number];

/** The API's longest search, and its most records per kind. */
export const longestSearch = 100;
export const mostOfOne = 50;
const kinds = [
  ...(['policy', 'procedure', 'plan', 'system', 'service', 'risk', 'control', 'requirement', 'measure'] as const),
  ...(['inspection', 'finding', 'incident', 'approval', 'meeting', 'report', 'task', 'person'] as const),
] satisfies readonly FoundGroup['kind'][];
const restMilliseconds = 200;

/** Typed text, current search (in the address, so that "back" returns to it), and results. */
export function useFind() {
  const { valueOf, choose } = useAddress<'q' | 'kind'>();
  const q = valueOf('q') ?? '';
  const kind = kinds.find((known) => known === valueOf('kind'));
  const [text, setText] = useState(q);
  /** The search that the field has put in the address. */
  const sent = useRef(q);
  const search = useEffectEvent((wanted: string) => {
    sent.current = wanted;
    choose({ q: wanted, kind: '' });
  });
  // The field follows an address that it did not write: "back", or a new search from the menu.
  useEffect(() => {
    if (q === sent.current) return;
    sent.current = q;
    setText(q);
  }, [q]);
  useEffect(() => {
    const wanted = text.trim().slice(0, longestSearch);
    if (wanted === q) return;
    const timer = setTimeout(() => search(wanted), restMilliseconds);
    return () => clearTimeout(timer);
  }, [text, q]);
  const view = useView(
    'GET /api/find',
    { query: { q, ...(kind ? { kind } : {}) } },
    { enabled: q !== '', keepPrevious: true },
  );
  return { text, setText, q, kind, choose, view };
}
