import { Assets, type Asset } from '../../../../api/assets/index.ts';
import { overviewQuery, type OverviewQuery } from '../../../../api/contingency/contract.ts';
import { overviewView } from '../../../../api/contingency/overview/overview-view.ts';
import {
  AssetRecovery,
  CriticalServices,
  type CriticalService,
  type Recovery,
} from '../../../../api/critical-services/index.ts';
import { actorOf, Centres, People, RoleAssignments } from '../../../../api/organisation/index.ts';
import { memoryContext } from '../../../support/memory-context.ts';
import { aCentre, anAssignment, aPerson, centre, person } from '../../organisation/builders.ts';
import { anAsset } from '../../risks/register-world.ts';
import { aRecovery, aService } from '../builders.ts';

/** Two centres; Anne works in the northern one, where Ida coordinates. */
export async function anOverviewWorld() {
  const { context, setNow } = memoryContext('2026-11-24T09:00:00.000Z');
  await context.list(Centres).create(aCentre('nord', { title: 'Center Nord', position: 1 }));
  await context.list(Centres).create(aCentre('syd', { title: 'Center Syd', position: 2 }));
  for (const key of ['anne', 'isk', 'ciso']) await context.list(People).create(aPerson(key));
  await context.list(RoleAssignments).create(anAssignment('isk', 'coordinator', { centreId: centre('nord') }));
  await context.list(RoleAssignments).create(anAssignment('ciso', 'ciso'));
  const actor = (key: string) => {
    const found = actorOf(context, person(key));
    if (!found) throw new Error('nobody asks');
    return found;
  };
  return {
    context,
    setNow,
    actor,
    /** A system with its recovery capability. */
    system: async (key: string, changes: Partial<Asset> = {}, recovery: Partial<Recovery> = {}) => {
      await context.list(Assets).create(anAsset(key, changes));
      await context.list(AssetRecovery).create(aRecovery(key, { promise: 4, backup: 4, ...recovery }));
    },
    service: (key: string, changes: Partial<CriticalService> = {}) =>
      context.list(CriticalServices).create(aService(key, changes)),
    ask: (query: Partial<Record<keyof OverviewQuery, string>> = {}, asker = 'ciso') =>
      overviewView(context, actor(asker), overviewQuery.parse(query)),
  };
}
