import { useMutation } from '@tanstack/react-query';
import type { TrailEntry } from '../../api/trail/contract.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';

export const trailOrigins = ['tab', 'card', 'command', 'import', 'job'] as const satisfies readonly NonNullable<
  TrailEntry['origin']
>[];
export const pageSize = 50;
type Filter = 'month' | 'q' | 'person' | 'record' | 'act' | 'origin' | 'from' | 'to';

const isDay = (text: string | undefined): boolean => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
const isMonth = (text: string | undefined): boolean => text !== undefined && /^\d{4}-\d{2}$/.test(text);
const kept = (name: Filter, value: string | undefined, isKept = Boolean(value)) =>
  value !== undefined && isKept ? { [name]: value } : {};

/** The entries selected by the address. */
export function useTrail() {
  const { valueOf, offset, choose } = useAddress<Filter>();
  const [q, month, from, to] = [valueOf('q')?.slice(0, 100), valueOf('month'), valueOf('from'), valueOf('to')];
  const origin = trailOrigins.find((known) => known === valueOf('origin'));
  const filters = {
    ...kept('q', q),
    ...kept('month', month, isMonth(month)),
    ...kept('from', from, isDay(from)),
    ...kept('to', to, isDay(to)),
    ...kept('person', valueOf('person')),
    ...kept('record', valueOf('record')),
    ...kept('act', valueOf('act')),
    ...(origin ? { origin } : {}),
  };
  return {
    view: useView('GET /api/trail', { query: { ...filters, offset, limit: pageSize } }, { keepPrevious: true }),
    filters,
    q: q ?? '',
    month,
    from,
    to,
    origin,
    act: valueOf('act'),
    offset,
    choose,
    clear: () => choose({ month: '', q: '', person: '', record: '', act: '', origin: '', from: '', to: '' }),
    excel: useMutation({ mutationFn: () => download('GET /api/trail.xlsx', { query: { ...filters } }) }),
  };
}
export type TrailList = ReturnType<typeof useTrail>;
