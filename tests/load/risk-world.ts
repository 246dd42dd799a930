import { Assets, type Asset } from '../../api/assets/index.ts';
import type { Context } from '../../api/context.ts';
import { addDays, instant, type CentreId, type PersonId } from '../../api/kernel/index.ts';
import { Centres, People, RoleAssignments, actorOf } from '../../api/organisation/index.ts';
import { Assessments, RiskActions, Risks, shippedCatalogues, shippedScales } from '../../api/risks/index.ts';
import { riskItemKey, riskKeyOf } from '../../api/risks/known-risks.ts';
import { aCentre, anAssignment, aPerson, day, person } from '../unit/organisation/builders.ts';
import { translator } from '../../api/texts/translate.ts';
import { memoryContext } from '../support/memory-context.ts';
import { dice, one } from './dice.ts';

export interface RiskSize {
  systems: number;
  risks: number;
  centres: number;
}

/** A municipality of a given size in memory; a third of the risks have actions. */
export async function aRiskMunicipality({ systems, risks, centres }: RiskSize) {
  const { context: bare } = memoryContext('2026-11-24T09:00:00.000Z');
  const context: Context = { ...bare, texts: translator };
  const roll = dice(7);
  const centreIds = Array.from({ length: centres }, (_, place) => `centre-${place}` as CentreId);
  for (const [place, key] of centreIds.entries())
    await context.list(Centres).create(aCentre(key, { title: `Center ${place}`, position: place + 1 }));
  const owners = Array.from({ length: Math.max(20, centres * 2) }, (_, place) => `owner-${place}` as PersonId);
  for (const [place, key] of owners.entries())
    await context
      .list(People)
      .create(aPerson(key, { title: `Person ${roll(10_000)}`, centreId: one(centreIds, place) }));
  await context.list(People).create(aPerson('ciso'));
  await context.list(People).create(aPerson('isk'));
  await context.list(RoleAssignments).create(anAssignment('ciso', 'ciso'));
  await context.list(RoleAssignments).create(anAssignment('isk', 'coordinator', { centreId: one(centreIds, 3) }));
  const threats = shippedCatalogues.flatMap(({ threats: known }) => known);
  for (let place = 0; place < systems; place += 1) {
    const count = Math.floor(((place + 1) * risks) / systems) - Math.floor((place * risks) / systems);
    await assessed(context, roll, { place, count, centreIds, owners, threats });
  }
  const [ciso, isk] = ['ciso', 'isk'].map((id) => actorOf(context, person(id)));
  if (!ciso || !isk) throw new Error('nobody asks');
  return { context, ciso, isk };
}

interface Making {
  place: number;
  count: number;
  centreIds: readonly CentreId[];
  owners: readonly PersonId[];
  threats: readonly (typeof shippedCatalogues)[number]['threats'][number][];
}

async function assessed(context: Context, roll: (sides: number) => number, making: Making): Promise<void> {
  const { place, count, centreIds, owners, threats } = making;
  const moment = instant(new Date('2026-05-01T09:00:00.000Z'));
  const asset: Asset = {
    key: `asset-${place}`,
    title: `System ${roll(10_000)} ${place}`,
    kind: place % 4 === 0 ? 'workProcess' : 'system',
    description: '',
    centreId: one(centreIds, roll(centreIds.length)),
    ownerId: one(owners, roll(owners.length)),
    usedBy: Array.from({ length: roll(4) }, () => one(centreIds, roll(centreIds.length))),
    personalData: ['ordinary', 'confidential'],
    dataSubjects: ['citizens'],
    criticality: one(['low', 'medium', 'high', 'vital'] as const, roll(4)),
    hosting: 'cloudEu',
    state: 'inUse',
    dependsOn: place > 3 ? [`asset-${roll(place)}`] : [],
    links: [],
    changedAt: moment,
    changedBy: one(owners, 0),
  };
  await context.list(Assets).create(asset);
  const key = `assessment-${place}`;
  const frozen = Array.from({ length: count }, (_, number) => ({ ...one(threats, number), key: `threat-${number}` }));
  await context.list(Assessments).create({
    ...{ key, title: asset.title, assetKey: asset.key, number: 1, state: 'finished', form: 'full', guests: '' },
    ...{ scale: structuredClone(one(shippedScales, 0).scale), threats: frozen, views: ['dataSubject', 'organisation'] },
    ...{ participantIds: [one(owners, 0)], heldOn: addDays(day('2025-11-01'), roll(380)), reviewMonths: 12, note: '' },
    ...{ startedAt: moment, startedBy: one(owners, 0), changedAt: moment, changedBy: one(owners, 0) },
    ...{ finishedAt: moment, finishedBy: one(owners, 0) },
  });
  const step = () => 1 + roll(4);
  const triple = () => ({ confidentiality: step(), integrity: step(), availability: step() });
  for (const { key: threatKey, title } of frozen) {
    await context.list(Risks).create({
      ...{ key: riskItemKey(key, threatKey), title: title.da, assessmentKey: key, threatKey },
      ...{ vulnerability: '', existing: '', controlKeys: [], treatmentNote: '', stamps: {} },
      inherent: { likelihood: step(), consequence: { dataSubject: triple(), organisation: triple() } },
      current: { likelihood: step(), consequence: { dataSubject: triple() } },
      target: { likelihood: 1, consequence: {} },
      treatment: one(['mitigate', 'accept', 'transfer', 'avoid'] as const, roll(4)),
    });
    if (roll(3) > 0) continue;
    const riskKey = riskKeyOf(asset.key, threatKey);
    await context.list(RiskActions).create({
      ...{ key: `action-${riskKey}`, title: 'Gør noget ved det', riskKey, assetKey: asset.key, effect: 'Mindre' },
      ...{
        ownerId: one(owners, roll(owners.length)),
        due: addDays(day('2026-06-01'), roll(365)),
        progress: 0,
        note: '',
      },
      ...{ changedAt: moment, changedBy: one(owners, 0) },
    });
  }
}
