import { ApprovalRequests, contentHashOf, requestKey } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { improvements } from '../../../api/contingency/exercises/improvements.ts';
import { instant, type LocalDate } from '../../../api/kernel/index.ts';
import { WheelTasks, taskKey } from '../../../api/annual-wheel/index.ts';
import { Exemptions } from '../../../api/awareness/index.ts';
import { HandOvers } from '../../../api/obligations/index.ts';
import { ProcedureVersions, Procedures, procedureSubjectKind } from '../../../api/procedures/index.ts';
import { AssessmentTriggers, Assessments, SavedViews } from '../../../api/risks/index.ts';
import { currentScale } from '../../../api/risks/scales/scales.ts';
import { askAcceptance } from '../../../api/risks/treatment/ask-acceptance.ts';
import { Successions } from '../../../api/ownership/index.ts';
import { Incidents } from '../../../api/incidents/index.ts';
import { SignSheets } from '../../../api/sign-sheets/index.ts';
import { Controls } from '../../../api/standards/index.ts';
import { anExemption } from '../../unit/awareness/builders.ts';
import { centre, day, person, the } from '../../unit/organisation/builders.ts';
import { act, anAsset, anAssessment, assess, aStage, aThreat } from '../../unit/risks/register-world.ts';
import { centreOf, type Scope } from './actors.ts';
import { canary, type Kind } from './canaries.ts';
import { inspectionsOf } from './inspection-records.ts';
import { contingencyOf } from './contingency-records.ts';

export const at = (date: string) => instant(new Date(`${date}T10:00:00.000Z`));
export const wheelDay: LocalDate = day('2026-12-01');
/** Writer of a scope. */
const keeperOf = (scope: Scope) => person(scope === 'whole' ? 'team' : `isk-${scope}`);
/** A scope's task of the wheel. */
export const wheelTaskOf = (scope: Scope): string =>
  scope === 'whole' ? taskKey('wheel-whole', wheelDay) : taskKey('wheel-centres', wheelDay, centre(scope));

/** One of each record of a centre, or of the whole. All its texts are canaries. */
export async function recordsOf(context: Context, scope: Scope): Promise<void> {
  const words = (kind: Kind) => (field: string) => canary(scope, kind, field);
  const owner = person(`owner-${scope}`);
  const named = person(`named-${scope}`);
  await risksOf(context, scope, words, owner, named);
  await contingencyOf(context, scope, words, owner, named);
  await procedureOf(context, scope, words('procedure'), words('procedureDraft'));
  await requestOf(context, scope, words('approval'), words('vote'));
  await restOf(context, scope, words, owner, named);
  await inspectionsOf(context, scope, words('inspection'), person('named-whole'));
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

/** An open request: the first stage is closed with votes, the second open. */
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
  const sheet = words('signSheet');
  await context.list(SignSheets).create({
    ...{ key: `sheet-${scope}`, title: sheet('title'), kind: 'acknowledgePolicy', subjectKey: 'version' },
    ...{
      contentHash: 'hash',
      way: 'meeting',
      heldOn: day('2026-11-20'),
      place: sheet('place'),
      people: [named, ...bystanders(scope)],
    },
    ...{ ticks: [{ person: named, by: keeperOf(scope), at: at('2026-11-20') }], madeBy: keeperOf(scope) },
    madeAt: at('2026-11-19'),
  });
  const handed = words('handOver');
  await context.list(Successions).create({
    ...{ key: `succession-${scope}`, title: handed('title'), from: named, by: keeperOf(scope), note: handed('note') },
    ...{ at: at('2026-11-01'), state: 'done' },
    items: [{ kind: 'asset', key: `asset-${scope}`, title: handed('title'), to: owner, moved: true }],
  });
  await context.list(Incidents).create({
    ...{ key: `incident-${scope}`, title: 'lostDevice', kind: 'lostDevice', state: 'open', ...centreOf(scope) },
    ...{ text: words('incident')('text'), reportedBy: named, reportedAt: at('2026-11-24') },
  });
  await context.list(HandOvers).create({
    ...{
      key: `hand-over-${scope}`,
      title: words('handOver')('title'),
      obligationKey: improvements.obligationKey(`improvement-${scope}`),
      kind: 'doImprovement',
    },
    ...{ ...centreOf(scope), from: named, to: owner, by: named, note: words('handOver')('note'), at: at('2026-11-01') },
  });
  for (const to of bystanders(scope))
    await context.list(HandOvers).create({
      ...{ key: 'hand-over-bystander', title: 'Gennemgå adgange', obligationKey: wheelTaskOf(scope) },
      ...{ kind: 'doWheelTask', ...centreOf(scope), from: keeperOf(scope), to, by: keeperOf(scope), note: 'Overtaget' },
      at: at('2026-11-01'),
    });
}
/** One of many, in the other centre: see `bystander` of the walk. */
const bystanders = (scope: Scope) => (scope === 'syd' ? [person('bo')] : []);
