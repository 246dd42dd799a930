import type { InspectionView } from '../../api/inspections/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { useParams } from 'wouter';

/** The inspection in the address. */
export function useVisit(every?: (visit: InspectionView | undefined) => number | false) {
  const { inspectionKey = '' } = useParams<{ inspectionKey: string }>();
  const view = useView(
    'GET /api/inspections/:inspectionKey',
    { params: { inspectionKey } },
    every === undefined ? {} : { every },
  );
  return { inspectionKey, view };
}
