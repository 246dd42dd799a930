import { ApprovalRequests } from '../../approvals/index.ts';
import { Assets } from '../../assets/index.ts';
import {
  ContinuitySettingsList,
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

/** A current service, with its gaps. */
export interface ServiceEntry {
  service: Stored<CriticalService>;
  folded: string;
  gaps: readonly GapView[];
}

/** Recomputed when a service, an asset, its acceptance, the settings or the day changes. From memory. */
export const serviceEntries = derivation(
  [CriticalServices, Assets, ApprovalRequests, ContinuitySettingsList],
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

/** By centre and search; none when only assets of one kind are requested. */
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
