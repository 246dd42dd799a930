import { ApprovalRequests, contentHashOf, requestKey } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import {
  ContingencyLog,
  ContingencyPlanVersions,
  Downtimes,
  Improvements,
  OfflinePacks,
  PackPlacements,
} from '../../../api/contingency/index.ts';
import { improvementObligationKey } from '../../../api/contingency/tests/improvements.ts';
import { AssetRecovery, CriticalServices } from '../../../api/critical-services/index.ts';
import { instant, type LocalDate } from '../../../api/kernel/index.ts';
import { WheelTasks, taskKey } from '../../../api/annual-wheel/index.ts';
import { Exemptions } from '../../../api/awareness/index.ts';
import { HandOvers } from '../../../api/obligations/index.ts';
import { ProcedureVersions, Procedures, procedureSubjectKind } from '../../../api/procedures/index.ts';
import { AssessmentTriggers, Assessments, SavedViews } from '../../../api/risks/index.ts';
import { currentScale } from '../../../api/risks/scales/scales.ts';
import { askAcceptance } from '../../../api/risks/treatment/ask-acceptance.ts';
import { Controls } from '../../../api/standards/index.ts';
import { anExemption } from '../../unit/awareness/builders.ts';
import { aPlan, aPlanVersion, aRecovery, aService, aTest, held, inForce } from '../../unit/contingency/builders.ts';
import { centre, day, person, the } from '../../unit/organisation/builders.ts';
import { act, anAsset, anAssessment, assess, aStage, aThreat } from '../../unit/risks/register-world.ts';
import { centreOf, type Scope } from './actors.ts';
import { canary, type Kind } from './canaries.ts';

export const at = (date: string) => instant(new Date(`${date}T10:00:00.000Z`));
export const wheelDay: LocalDate = day('2026-12-01');
/** Who writes for a scope. */
const keeperOf = (scope: Scope) => person(scope === 'whole' ? 'team' : `isk-${scope}`);
/** The task of the wheel that is a scope's. */
export const wheelTaskOf = (scope: Scope): string =>
  scope === 'whole' ? taskKey('wheel-whole', wheelDay) : taskKey('wheel-centres', wheelDay, centre(scope));

/** One of everything that a centre, or the whole, has. Every text of it is a canary. */
export async function recordsOf(context: Context, scope: Scope): Promise<void> {
  const words = (kind: Kind) => (field: string) => canary(scope, kind, field);
  const owner = person(`owner-${scope}`);
  const named = person(`named-${scope}`);
  await risksOf(context, scope, words, owner, named);
  await contingencyOf(context, scope, words, owner, named);
  await procedureOf(context, scope, words('procedure'), words('procedureDraft'));
  await requestOf(context, scope, words('approval'), words('vote'));
  await restOf(context, scope, words, owner, named);
}
type Words = (kind: Kind) => (field: string) => string;
type Person = ReturnType<typeof person>;

async function risksOf(context: Context, scope: Scope, words: Words, owner: Person, named: Person): Promise<void> {
  const [asset, risk] = [words('asset'), words('risk')];
  const { riskKey } = await assess(
    context,
    anAsset(`asset-${scope}`, {
      ...{ title: asset('title'), description: asset('purpose'), supplier: asset('supplier'), ownerId: owner },
      ...{ centreId: undefined, criticality: 'vital' },
      ...centreOf(scope),
    }),
    {
      theft: {
        ...{ title: risk('threat'), vulnerability: risk('vulnerability'), existing: risk('existing') },
        ...{ treatmentNote: risk('treatment'), treatment: 'accept', current: aStage(3, 3) },
        ...{ controlKeys: [`control-${scope}`] },
      },
    },
    { note: risk('note'), guests: risk('guests'), participantIds: [owner] },
  );
  await context.list(Assessments).create(
    anAssessment(anAsset(`asset-${scope}`, { title: asset('title') }), currentScale(context), {
      ...{ key: `assessing-${scope}`, number: 2, state: 'draft', threats: [aThreat('theft', risk('ownThreat'))] },
      ...{ note: risk('openNote'), finishedAt: undefined, finishedBy: undefined },
    }),
  );
  await act(context, riskKey('theft'), {
    ...{
      key: `action-${scope}`,
      title: risk('action'),
      ownerId: named,
      effect: risk('effect'),
      note: risk('progress'),
    },
    assetKey: `asset-${scope}`,
  });
  await askAcceptance(context, the(context, 'ciso'), riskKey('theft'), {
    ...{ reason: risk('reason'), until: day('2027-06-01') },
  });
  await context.list(AssessmentTriggers).create({
    ...{ key: `trigger-${scope}`, title: risk('trigger'), assetKey: `asset-${scope}`, reason: 'incident' },
    ...{ due: day('2027-01-01'), raisedBy: owner, raisedAt: at('2026-11-01') },
  });
  await context.list(SavedViews).create({
    ...{
      key: `view-${scope}`,
      title: words('view')('title'),
      personId: keeperOf(scope),
      query: words('view')('query'),
    },
    shared: false,
  });
}

async function contingencyOf(
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

type Say = (field: string) => string;
async function procedureOf(context: Context, scope: Scope, inUse: Say, draft: Say): Promise<void> {
  const procedureKey = `procedure-${scope}`;
  const writer = keeperOf(scope);
  await context.list(Procedures).create({
    ...{ key: procedureKey, title: inUse('title'), kind: scope === 'whole' ? 'guideline' : 'procedure' },
    ...{ ...centreOf(scope), madeBy: writer, madeAt: at('2026-05-01') },
  });
  for (const [number, say] of [
    [1, inUse],
    [2, draft],
  ] as const)
    await context.list(ProcedureVersions).create({
      ...{ key: `${procedureKey}.v${number}`, title: say('title'), procedureKey, number, areaKey: 'area-mobile' },
      ...{ jobTitles: [], mustAcknowledge: true, needsLocal: false, reviewMonths: 12, summary: say('summary') },
      ...{ body: say('body'), fileText: say('file'), madeBy: writer, madeAt: at('2026-05-01') },
    });
  const subjectKey = `${procedureKey}.v1`;
  await context.list(ApprovalRequests).create({
    ...{
      key: requestKey(procedureSubjectKind, subjectKey, 1),
      title: inUse('title'),
      subjectKind: procedureSubjectKind,
    },
    ...{ subjectKey, round: 1, state: 'approved', content: inUse('body'), summary: inUse('summary') },
    ...{ contentHash: contentHashOf({ title: 'x', text: '' }), stages: [], submittedBy: writer },
    ...{ submittedAt: at('2026-05-15'), endedAt: at('2026-05-15'), ...centreOf(scope) },
  });
}

/** Something that is being decided: the first stage has voted and is closed, the second is open. */
async function requestOf(context: Context, scope: Scope, say: Say, vote: Say): Promise<void> {
  const voter = person(scope === 'whole' ? 'management' : `manager-${scope}`);
  const voted = {
    ...{
      seat: voter,
      by: voter,
      choice: 'approve' as const,
      reason: vote('reason'),
      at: at('2026-11-20'),
      chair: false,
    },
    via: 'tab',
  } as const;
  await context.list(ApprovalRequests).create({
    ...{
      key: `request-${scope}`,
      title: say('title'),
      subjectKind: 'example',
      subjectKey: `example-${scope}`,
      round: 1,
    },
    ...{ summary: say('summary'), content: say('content'), contentHash: 'hash', state: 'open', ...centreOf(scope) },
    ...{ submittedBy: person(scope === 'whole' ? 'team' : `isk-${scope}`), submittedAt: at('2026-11-19') },
    stages: [
      {
        ...{ body: scope === 'whole' ? 'corporateManagement' : 'centreManager', ...centreOf(scope), rule: 'one' },
        ...{ days: 14, state: 'approved', openedAt: at('2026-11-19'), closedAt: at('2026-11-20'), closedBy: 'votes' },
        ...{ dueOn: day('2026-12-03'), votes: [voted] },
      },
      {
        ...{ body: 'securityCommittee', rule: 'quorum', quorum: 1, days: 14, state: 'open' },
        ...{ openedAt: at('2026-11-20'), dueOn: day('2026-12-04'), votes: [] },
      },
    ],
  });
}

async function restOf(context: Context, scope: Scope, words: Words, owner: Person, named: Person): Promise<void> {
  const [wheel, control] = [words('wheel'), words('control')];
  await context.list(WheelTasks).create({
    ...{ key: wheelTaskOf(scope), title: wheel('title'), occurrence: wheelDay, state: 'inProgress' },
    ...{ activityKey: scope === 'whole' ? 'wheel-whole' : 'wheel-centres', ...centreOf(scope) },
    ...{ note: wheel('note'), evidence: wheel('evidence'), stepsDone: [] },
    history: [{ at: at('2026-11-20'), by: named, what: 'started', text: wheel('history') }],
  });
  await context.list(Controls).create({
    ...{ key: `control-${scope}`, title: control('title'), description: control('what'), ownerId: owner },
    ...{ ...centreOf(scope), state: 'running', effect: 'none', evidence: [], reviewMonths: 12 },
    ...{ assessments: [{ effect: 'none', note: control('assessment'), by: owner, at: at('2026-06-01') }] },
    ...{ assessedOn: day('2026-06-01'), requirementKeys: [], procedureKeys: [], wheelActivityKeys: [] },
    ...{ startedOn: day('2026-01-01'), changedAt: at('2026-06-01'), changedBy: owner },
  });
  await context.list(Exemptions).create(
    anExemption(`named-${scope}`, {
      key: `exempt-${scope}`,
      reason: words('exemption')('reason'),
      courseKey: 'course',
    }),
  );
  await context.list(HandOvers).create({
    ...{
      key: `hand-over-${scope}`,
      title: words('handOver')('title'),
      obligationKey: improvementObligationKey(`improvement-${scope}`),
      kind: 'doImprovement',
    },
    ...{ ...centreOf(scope), from: named, to: owner, by: named, note: words('handOver')('note'), at: at('2026-11-01') },
  });
}
