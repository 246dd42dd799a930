import { useParams } from 'wouter';
import { useView } from '../shared/api/queries.ts';

/** The inspection in the address. */
export function useVisit() {
  const { inspectionKey = '' } = useParams<{ inspectionKey: string }>();
  return { inspectionKey, view: useView('GET /api/inspections/:inspectionKey', { params: { inspectionKey } }) };
}
