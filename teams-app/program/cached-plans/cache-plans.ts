import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { ApprovalRequests } from '../../../api/approvals/index.ts';
import { Assets } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import {
  ContingencyPlans,
  ContingencyPlanVersions,
  Downtimes,
  planSubjectKind,
} from '../../../api/contingency/index.ts';
import { AssetRecovery, ContinuitySettingsList, CriticalServices } from '../../../api/critical-services/index.ts';
import { IncidentGuides } from '../../../api/incidents/index.ts';
import { nowOf } from '../../../api/kernel/index.ts';
import { Centres, People, RoleAssignments } from '../../../api/organisation/index.ts';
import { toKeep, type ListDefinition, type ToKeep } from '../../../api/sharepoint/index.ts';
import type { Config } from '../../config/index.ts';
import { isOnDisk, writeCache } from './cache-file.ts';

/** Everything behind *Når det er nede*: plans, audience, and whom to call. */
const rows: readonly ToKeep[] = [
  toKeep(People),
  toKeep(Centres),
  toKeep(RoleAssignments),
  toKeep(Assets),
  toKeep(CriticalServices),
  toKeep(AssetRecovery),
  toKeep(ContinuitySettingsList),
  toKeep(ContingencyPlans),
  toKeep(ContingencyPlanVersions),
  toKeep(Downtimes),
  // The service desk's number.
  toKeep(IncidentGuides),
  toKeep(ApprovalRequests, ({ subjectKind }) => subjectKind === planSubjectKind),
  toKeep(Acknowledgements, ({ versionKey }, list) => list(ContingencyPlanVersions).get(versionKey) !== undefined),
];
const sources: readonly ListDefinition<{ key: string }>[] = [
  People,
  Centres,
  RoleAssignments,
  Assets,
  CriticalServices,
  AssetRecovery,
  ContinuitySettingsList,
  ContingencyPlans,
  ContingencyPlanVersions,
  Downtimes,
  ApprovalRequests,
  Acknowledgements,
  IncidentGuides,
];

/**
 * Saves the plans in the state folder, for a start while Microsoft 365 is unavailable. No resource units, and nothing
 * at all while the lists are unchanged. Throws when the folder is not writable.
 */
export function plansKeeper(context: Context, config: Pick<Config, 'stateDir' | 'stateKey' | 'tenantId' | 'app'>) {
  let kept = '';
  return async (): Promise<void> => {
    if (!isOnDisk(config)) return;
    const isFresh = sources.every((list) => !context.list(list).freshness().stale);
    const versions = sources.map((list) => context.list(list).version).join(' ');
    // Saves only fresh data.
    if (!isFresh || versions === kept) return;
    const lists = [];
    for (const row of rows) lists.push(await row.keep((definition) => context.list(definition)));
    await writeCache(config, { keptAt: nowOf(context.clock), lists });
    kept = versions;
  };
}
