import { ApprovalRequests } from '../../approvals/index.ts';
import {
  CriticalServices,
  serviceGapsOf,
  servicePath,
  servicesInUse,
  type CriticalService,
} from '../../critical-services/index.ts';
import { derivation } from '../../derivation.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { fold, foldedMatch } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { GapView } from '../contract.ts';
import { wantedCentres, type Wanted } from './filter-entries.ts';

/** A service that is given today, with what is wrong with it. */
export interface ServiceEntry {
  service: Stored<CriticalService>;
  folded: string;
  gaps: readonly GapView[];
}

/** Computed again when a service or its acceptance changes, or the day. From memory. */
export const serviceEntries = derivation(
  [CriticalServices, ApprovalRequests],
  (context): ReadonlyMap<string, ServiceEntry> =>
    new Map(
      servicesInUse(context).map((service) => [
        service.key,
        {
          service,
          folded: fold(service.title),
          gaps: serviceGapsOf(context, service).map((gap) => ({ gap, path: servicePath(service.key) })),
        },
      ]),
    ),
  (context) => todayOf(context.clock),
);

/** Those of centre and search; none when only assets of one kind are asked for. */
export function servicesAbout(
  all: Iterable<ServiceEntry>,
  actor: Actor,
  { q, centreId, kind }: Pick<Wanted, 'q' | 'centreId' | 'kind'>,
): ServiceEntry[] {
  if (kind !== undefined) return [];
  const wanted = wantedCentres(actor, centreId);
  const search = fold(q ?? '');
  return [...all].filter(
    ({ service, folded }) =>
      (wanted === undefined || (service.centreId !== undefined && wanted.includes(service.centreId))) &&
      (search === '' || foldedMatch(folded, search)),
  );
}
