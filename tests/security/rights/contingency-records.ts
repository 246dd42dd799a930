import {
  ContingencyLog,
  ContingencyPlanVersions,
  Downtimes,
  Improvements,
  OfflinePacks,
  PackPlacements,
} from '../../../api/contingency/index.ts';
import { AssetRecovery, CriticalServices } from '../../../api/critical-services/index.ts';
import type { Context } from '../../../api/context.ts';
import { instant } from '../../../api/kernel/index.ts';
import { aPlan, aPlanVersion, aRecovery, aService, aTest, held, inForce } from '../../unit/contingency/builders.ts';
import { centre, day, person } from '../../unit/organisation/builders.ts';
import { centreOf, type Scope } from './actors.ts';
import type { Kind } from './canaries.ts';

const at = (date: string) => instant(new Date(`${date}T10:00:00.000Z`));
type Words = (kind: Kind) => (field: string) => string;
type Person = ReturnType<typeof person>;

/** A scope's contingency: a service, a plan in force and its draft, tests, downtimes, improvements, a pack. */
export async function contingencyOf(
  context: Context,
  scope: Scope,
  words: Words,
  owner: Person,
  named: Person,
): Promise<void> {
  const [service, plan, draft] = [words('service'), words('plan'), words('planDraft')];
  const [test, coming, down] = [words('test'), words('testToCome'), words('downtime')];
  const assetKey = `asset-${scope}`;
  await context.list(CriticalServices).create(
    aService(`service-${scope}`, {
      ...{ title: service('title'), description: service('what'), ownerId: owner, needs: [assetKey] },
      ...{ mtdReason: service('reason'), minimumOperation: service('least'), centreId: undefined, ...centreOf(scope) },
      impacts: [{ hours: 4, level: 3, words: service('harm') }],
    }),
  );
  await context.list(AssetRecovery).create(
    aRecovery(assetKey, {
      ...{ note: service('recovery') },
      vital: { is: true, reason: service('vital'), by: owner, at: at('2026-06-01') },
    }),
  );
  const planKey = `plan-${scope}`;
  const content = (say: (field: string) => string) => ({
    ...{ about: say('about'), triggers: [say('trigger')], communication: say('communication') },
    firstHour: [{ key: 's1', text: say('step'), role: say('role'), personId: named, minutes: 15 }],
    ...{ steps: [], workarounds: [], returnToNormal: [], catchingUp: say('catchingUp') },
    contacts: [{ key: 'c1', role: say('role'), personId: named, name: '', phone: '', note: say('note') }],
    suppliers: [{ key: 'l1', name: say('supplier'), phone: '70 10 20 30', agreement: say('agreement'), hours: '' }],
  });
  const centreIds = scope === 'whole' ? [] : [centre(scope)];
  const version = aPlanVersion(planKey, {
    title: plan('title'),
    // Authors of a plan read decisions about it.
    madeBy: person(scope === 'whole' ? 'team' : `isk-${scope}`),
    centreIds,
    content: content(plan),
    summary: plan('new'),
  });
  await inForce(
    context,
    aPlan(planKey, { ...{ title: plan('title'), assetKey, centreId: undefined }, ...centreOf(scope) }),
    version,
  );
  await context.list(ContingencyPlanVersions).create({
    ...aPlanVersion(planKey, { number: 2, title: draft('title'), centreIds, content: content(draft) }),
    summary: draft('new'),
  });
  const ofTest = { planKey, versionKey: version.key, assetKey, centreId: undefined, ...centreOf(scope) };
  const led = { leaderId: owner, participantIds: [named] };
  const saying = (say: (field: string) => string) => ({
    ...{ title: say('title'), scenario: say('scenario'), injects: [{ key: 'i1', minute: 30, text: say('inject') }] },
    criteria: [{ key: 'k1', text: say('criterion') }],
  });
  const unheld = {
    ...{ startedAt: undefined, endedAt: undefined, closedAt: undefined, closedBy: undefined, passed: undefined },
    ...{ results: [], recovery: undefined, wentWell: '', toImprove: '' },
  };
  await held(
    context,
    aTest(`tested-${scope}`, {
      ...{
        ...ofTest,
        ...led,
        ...saying(test),
        passed: false,
        wentWell: test('wentWell'),
        toImprove: test('toImprove'),
      },
      results: [{ key: 'k1', met: false, note: test('result') }],
    }),
    aTest(`ended-${scope}`, {
      ...{ ...ofTest, ...led, ...saying(test), ...unheld, state: 'ended' },
      ...{ startedAt: at('2026-11-20'), endedAt: at('2026-11-20') },
    }),
    aTest(`testing-${scope}`, {
      ...ofTest,
      ...led,
      ...saying(test),
      ...unheld,
      state: 'running',
      startedAt: at('2026-11-20'),
    }),
    aTest(`coming-${scope}`, {
      ...ofTest,
      ...led,
      ...saying(coming),
      ...unheld,
      state: 'planned',
      plannedAt: at('2026-12-10'),
    }),
  );
  const ofDowntime = {
    ...{ title: words('asset')('title'), assetKey, centreIds, note: down('note'), reportedBy: owner },
    ...{
      reportedAt: at('2026-11-23'),
      startedAt: at('2026-11-23'),
      hit: [],
      cause: '',
      lessons: '',
      testedPlanKeys: [],
    },
    ...{ changedAt: at('2026-11-23'), changedBy: owner },
  };
  await context.list(Downtimes).create({ key: `down-${scope}`, state: 'running', ...ofDowntime });
  await context.list(Downtimes).create({
    ...{ key: `closed-${scope}`, ...ofDowntime, state: 'closed', endedAt: at('2026-11-24'), closedBy: owner },
    ...{ cause: down('cause'), lessons: down('lessons'), closedAt: at('2026-11-24'), kept: false },
    hit: [{ key: `service-${scope}`, title: words('service')('title'), kept: false }],
  });
  for (const [subjectKey, say] of [
    [`tested-${scope}`, test],
    [`down-${scope}`, down],
  ] as const)
    await context.list(ContingencyLog).create({
      ...{ key: `log-${subjectKey}`, title: say('log'), subjectKey, kind: 'event', text: say('log') },
      ...{ at: at('2026-11-23'), by: named },
    });
  const improvement = words('improvement');
  for (const [key, source, subjectKey, where] of [
    [`improvement-${scope}`, 'test', `tested-${scope}`, { planKey, ...centreOf(scope) }],
    [`bettering-${scope}`, 'downtime', `closed-${scope}`, {}],
  ] as const)
    await context.list(Improvements).create({
      ...{ key, title: improvement('title'), source, subjectKey, ...where, ownerId: named, due: day('2026-11-01') },
      ...{ note: improvement('note'), changedAt: at('2026-06-02'), changedBy: owner },
    });
  if (scope === 'whole') return;
  await packOf(context, scope, words('pack'), version.key);
}

async function packOf(context: Context, scope: Exclude<Scope, 'whole'>, pack: (field: string) => string, key: string) {
  const file = async (name: string) => {
    const bytes = new TextEncoder().encode(`<p>${pack(name)}</p>`);
    const { id, versionId, hash, size } = await context.documents.upload(`pack-${scope}.${name}`, bytes);
    return { id, versionId, hash, size, name: `pack.${name}`, type: `text/${name}` };
  };
  await context.list(OfflinePacks).create({
    ...{ key: `pack-${scope}`, title: scope, centreId: centre(scope), number: 1, contentHash: 'hash' },
    ...{ versionKeys: [key], changes: [{ title: pack('change'), what: 'added' }] },
    ...{ pdf: await file('pdf'), html: await file('html'), madeAt: at('2026-06-01') },
  });
  await context.list(PackPlacements).create({
    ...{
      key: `placed-${scope}`,
      title: scope,
      centreId: centre(scope),
      packKey: `pack-${scope}`,
      place: pack('place'),
    },
    ...{ placedOn: day('2026-06-02'), by: person(`isk-${scope}`), at: at('2026-06-02') },
  });
}
