import { ApprovalRequests } from '../../api/approvals/index.ts';
import { Assets } from '../../api/assets/index.ts';
import type { Context } from '../../api/context.ts';
import { ContingencyPlans, ContingencyPlanVersions, ContingencyTests } from '../../api/contingency/index.ts';
import { AssetRecovery, CriticalServices } from '../../api/critical-services/index.ts';
import { instant, type CentreId, type PersonId } from '../../api/kernel/index.ts';
import { actorOf, Centres, People, RoleAssignments } from '../../api/organisation/index.ts';
import { translator } from '../../api/texts/translate.ts';
import { memoryContext } from '../support/memory-context.ts';
import { aContent, aPlan, aPlanVersion, approvalOf, aRecovery, aService, aTest } from '../unit/contingency/builders.ts';
import { aCentre, anAssignment, aPerson, person } from '../unit/organisation/builders.ts';
import { anAsset } from '../unit/risks/register-world.ts';
import { dice, one } from './dice.ts';

export interface ContingencySize {
  systems: number;
  dependencies: number;
  services: number;
  centres: number;
}

interface Making {
  context: Context;
  roll: (sides: number) => number;
  size: ContingencySize;
  centreIds: readonly CentreId[];
  owners: readonly PersonId[];
}

/** A municipality of a given size in memory; four of five systems have a plan, most of them tested. */
export async function aContingencyMunicipality(size: ContingencySize) {
  const { context: bare } = memoryContext('2026-11-24T09:00:00.000Z');
  const context: Context = { ...bare, texts: translator };
  const roll = dice(11);
  const centreIds = Array.from({ length: size.centres }, (_, place) => `centre-${place}` as CentreId);
  const owners = Array.from({ length: Math.max(20, size.centres * 2) }, (_, place) => `owner-${place}` as PersonId);
  const making = { context, roll, size, centreIds, owners };
  await people(making);
  for (let place = 0; place < size.systems; place += 1) await system(making, place);
  for (let place = 0; place < size.services; place += 1)
    await context.list(CriticalServices).create(
      aService(`service-${place}`, {
        title: `Ydelse ${roll(10_000)} ${place}`,
        centreId: one(centreIds, roll(centreIds.length)),
        ownerId: one(owners, roll(owners.length)),
        ...one([{ mtd: 1 }, { mtd: 4 }, { mtd: 24 }, { mtd: 72 }, { mtd: 168 }] as const, roll(5)),
        needs: Array.from({ length: 1 + roll(6) }, () => `asset-${roll(size.systems)}`),
      }),
    );
  const [ciso, isk] = ['ciso', 'isk'].map((id) => actorOf(context, person(id)));
  if (!ciso || !isk) throw new Error('nobody asks');
  return { context, ciso, isk };
}

async function people({ context, centreIds, owners }: Making): Promise<void> {
  for (const [place, key] of centreIds.entries())
    await context.list(Centres).create(aCentre(key, { title: `Center ${place}`, position: place + 1 }));
  for (const [place, key] of owners.entries())
    await context.list(People).create(aPerson(key, { centreId: one(centreIds, place) }));
  for (const key of ['ciso', 'isk']) await context.list(People).create(aPerson(key));
  await context.list(RoleAssignments).create(anAssignment('ciso', 'ciso'));
  await context.list(RoleAssignments).create(anAssignment('isk', 'coordinator', { centreId: one(centreIds, 3) }));
}

/** Most depend on earlier ones; some close a cycle. */
async function system(making: Making, place: number): Promise<void> {
  const { context, roll, size, centreIds, owners } = making;
  const key = `asset-${place}`;
  const most = Math.round(size.dependencies / size.systems);
  const dependsOn = Array.from({ length: most }, () =>
    roll(50) === 0 ? roll(size.systems) : roll(Math.max(1, place)),
  );
  await context.list(Assets).create(
    anAsset(key, {
      title: `System ${roll(10_000)} ${place}`,
      kind: place % 5 === 0 ? 'workProcess' : 'system',
      centreId: one(centreIds, roll(centreIds.length)),
      ownerId: one(owners, roll(owners.length)),
      usedBy: Array.from({ length: roll(4) }, () => one(centreIds, roll(centreIds.length))),
      dependsOn: dependsOn.map((needed) => `asset-${needed}`),
    }),
  );
  await context
    .list(AssetRecovery)
    .create(aRecovery(key, one([{ promise: 8, backup: 24 }, { redundancy: 'none' }, {}] as const, roll(3))));
  if (roll(5) > 0) await planned(making, key, place);
}

async function planned({ context, roll, owners, centreIds }: Making, assetKey: string, place: number): Promise<void> {
  const plan = aPlan(`plan-${place}`, {
    assetKey,
    kind: roll(2) === 0 ? 'restorePlan' : 'emergencyProcedure',
    centreId: one(centreIds, roll(centreIds.length)),
  });
  const contacts = [
    { key: 'c1', role: 'Vagt', personId: one(owners, roll(owners.length)), name: '', phone: '', note: '' },
  ];
  const version = aPlanVersion(plan.key, { centreIds: [], content: aContent({ contacts }) });
  await context.list(ContingencyPlans).create(plan);
  await context.list(ContingencyPlanVersions).create(version);
  if (roll(6) > 0)
    await context
      .list(ApprovalRequests)
      .create(approvalOf(version, one(['2025-02-01', '2026-03-01', '2026-08-01'] as const, roll(3))));
  if (roll(4) === 0) return;
  const at = instant(new Date(one(['2025-03-01', '2026-06-01'] as const, roll(2)) + 'T10:00:00.000Z'));
  await context.list(ContingencyTests).create(
    aTest(`test-${place}`, {
      ...{ planKey: plan.key, versionKey: version.key, assetKey },
      ...{ plannedAt: at, startedAt: at, recovery: 1 + roll(40), passed: roll(5) > 0 },
    }),
  );
}
