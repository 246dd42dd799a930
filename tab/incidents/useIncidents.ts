import { knownValue, useAddress } from '../shared/address.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notifyAfter } from '../shared/ui/notify.ts';
import { years } from '../shared/years.ts';

export const pageSize = 50;
/** A reporter is waiting. */
const freshMilliseconds = 10_000;
export const states = ['open', 'taken', 'closed', 'all'] as const;
export type IncidentsView = ApiAnswer<'GET /api/incidents'>;
export type Incident = IncidentsView['incidents'][number];

/** Filters of the address, and the rows visible to the reader. */
export function useIncidents() {
  const { valueOf, offset, choose } = useAddress<'state' | 'year' | 'q' | 'incident'>();
  const choice = {
    state: states.find((state) => state === valueOf('state')) ?? ('open' as const),
    year: knownValue(years, valueOf('year')),
    q: valueOf('q') ?? '',
    incident: valueOf('incident') ?? '',
    offset,
  };
  const { state, year, q, incident } = choice;
  const query = {
    state,
    offset,
    limit: pageSize,
    ...(year ? { year } : {}),
    ...(q ? { q } : {}),
    ...(incident ? { incident } : {}),
  };
  const view = useView('GET /api/incidents', { query }, { keepPrevious: true, every: () => freshMilliseconds });
  return { choice, choose, view, clear: () => choose({ state: '', year: '', q: '', incident: '' }) };
}
export type IncidentsState = ReturnType<typeof useIncidents>;

/** Takes or closes one, with its message. */
export function useIncidentActs({ key, reportedBy }: Incident) {
  const take = useAct('POST /api/incidents/:incidentKey/take');
  const close = useAct('POST /api/incidents/:incidentKey/close');
  const params = { incidentKey: key };
  return {
    take: () => notifyAfter(take.mutateAsync({ params }), t('incidentPages.taken', { name: reportedBy.name })),
    taking: take.isPending,
    close: () => notifyAfter(close.mutateAsync({ params }), t('incidentPages.closed')),
    closing: close.isPending,
    error: take.error ?? close.error,
  };
}
