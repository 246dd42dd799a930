import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApprovalRequests } from '../../../api/approvals/index.ts';
import { Assets, type Asset } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { checksView, checksWorkbook } from '../../../api/risks/checks/checks-view.ts';
import { checkRules, findingsOf } from '../../../api/risks/checks/findings.ts';
import {
  Assessments,
  AssessmentTriggers,
  RiskAcceptances,
  RiskActions,
  Risks,
  acceptanceKey,
  acceptanceSubject,
  type Assessment,
} from '../../../api/risks/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { riskItemKey, riskKeyOf, riskOrThrow } from '../../../api/risks/known-risks.ts';
import { overviewView } from '../../../api/risks/overview/overview-view.ts';
import { currentScale } from '../../../api/risks/scales/scales.ts';
import { cellOf } from '../../../api/risks/treatment/acceptance.ts';
import { Controls } from '../../../api/standards/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { centre, day, person } from '../organisation/builders.ts';
import { act, anAsset, anAssessment, aRiskWorld, asBefore, aStage, assess, at, type Said } from './register-world.ts';

const mild: Said = {};
/** High now, with everything required of a high risk. */
const serious: Said = { inherent: aStage(4, 4), current: aStage(4, 3), treatment: 'avoid', target: aStage(1, 1) };
const mitigated: Said = { ...serious, treatment: 'mitigate' };

const one = (context: Context, asset: Partial<Asset> = {}, said: Said = mild, changes: Partial<Assessment> = {}) =>
  assess(context, anAsset('x', asset), { login: said }, changes);
const alone = (context: Context, changes: Partial<Asset>) => context.list(Assets).create(anAsset('x', changes));

/** An acceptance until a day of the current risk, or with another step of consequence. */
async function accept(context: Context, riskKey: string, until: string, consequence?: number): Promise<void> {
  const current = cellOf(riskOrThrow(context, riskKey), 'current');
  if (!current) throw new Error('stands nowhere');
  await context.list(RiskAcceptances).create({
    ...{ key: acceptanceKey(riskKey, 'hash'), title: 'Trussel', assetKey: 'x', reason: 'Det koster for meget.' },
    ...{ until: day(until), askedBy: person('anne'), askedAt: at('2026-06-02'), riskKey },
    current: consequence === undefined ? current : { ...current, consequence },
  });
  await context.list(ApprovalRequests).create({
    ...{ key: `request-${riskKey}`, title: 'Accept', subjectKind: acceptanceSubject, subjectKey: riskKey, round: 1 },
    ...{ summary: '', content: 'Accept', contentHash: 'hash', stages: [], state: 'approved' },
    ...{ submittedBy: person('anne'), submittedAt: at('2026-06-02'), endedAt: at('2026-06-03') },
  });
}

const aControl = (context: Context) =>
  context.list(Controls).create({
    ...{ key: 'backup', title: 'Kopi hver nat', description: '', state: 'running', effect: 'effective' },
    ...{ evidence: [], reviewMonths: 12, assessments: [], requirementKeys: [], procedureKeys: [] },
    ...{ wheelActivityKeys: [], startedOn: day('2026-01-01'), changedAt: at('2026-01-01') },
    changedBy: person('anne'),
  });

/** A violation of each rule, and no other. */
const faults: Record<string, (context: Context) => Promise<unknown>> = {
  importantNeverAssessed: (context) => alone(context, { criticality: 'vital' }),
  neverAssessed: (context) => alone(context, { criticality: 'low' }),
  assessmentOverdue: (context) => one(context, {}, mild, { heldOn: day('2025-11-23') }),
  assessmentDueSoon: (context) => one(context, {}, mild, { heldOn: day('2025-12-24') }),
  triggerOverdue: async (context) => {
    await one(context);
    const raised = { reason: 'incident' as const, raisedBy: person('anne'), raisedAt: at('2026-07-01') };
    const trigger = { key: 't', title: 'Et angreb', assetKey: 'x', due: day('2026-11-23'), ...raised };
    await context.list(AssessmentTriggers).create(trigger);
  },
  assetChanged: async (context) => {
    const { asset } = await one(context);
    await context.list(Assets).update(asset.key, () => ({ supplier: 'En anden A/S' }));
  },
  withoutOwner: async (context) => {
    const { ownerId: _, ...asset } = anAsset('x');
    await assess(context, asset, { login: mild });
  },
  ownerHasLeft: (context) => one(context, { ownerId: person('gone') }),
  withoutCentre: async (context) => {
    const { centreId: _, ...asset } = anAsset('x');
    await assess(context, asset, { login: mild });
  },
  dependsOnRetired: async (context) => {
    await context.list(Assets).create(anAsset('old', { state: 'retired' }));
    await one(context, { dependsOn: ['old'] });
  },
  importantNotNeeded: (context) =>
    alone(context, {
      criticality: 'high',
      notNeeded: { reason: 'Står i et andet register', by: person('ciso'), at: at('2026-06-01') },
    }),
  draftRests: async (context) => {
    const { asset } = await one(context);
    const draft = anAssessment(asset, currentScale(context), {
      number: 2,
      state: 'draft',
      changedAt: at('2026-09-24'),
    });
    await context.list(Assessments).create(draft);
  },
  threatsUnanswered: async (context) => {
    const { assessment } = await one(context);
    await context.list(Assessments).update(assessment.key, ({ threats: [first] }) => ({
      threats: first ? [first, { ...first, key: 'fire' }] : [],
    }));
  },
  withoutDataSubjects: (context) =>
    one(
      context,
      { personalData: ['sensitive'] },
      {
        inherent: { likelihood: 2, consequence: { organisation: { integrity: 2 } } },
        current: { likelihood: 1, consequence: {} },
      },
      { views: ['organisation'] },
    ),
  withoutParticipants: (context) => one(context, {}, mild, { participantIds: [] }),
  currentAboveInherent: (context) => one(context, {}, { inherent: aStage(1, 1), current: aStage(1, 2) }),
  targetAboveCurrent: (context) => one(context, {}, { target: aStage(2, 1) }),
  halfEstimate: (context) => one(context, {}, { inherent: { likelihood: 3, consequence: {} }, current: asBefore }),
  treatmentMissing: async (context) => {
    const { treatment: _, ...untreated } = serious;
    await one(context, {}, untreated);
  },
  mitigateWithoutAction: (context) => one(context, {}, mitigated),
  mitigateWithoutTarget: async (context) => {
    const { riskKey } = await one(context, {}, { ...mitigated, target: asBefore });
    await act(context, riskKey('login'));
  },
  actionOverdue: async (context) => {
    const { riskKey } = await one(context, {}, mitigated);
    await act(context, riskKey('login'), { due: day('2026-11-23') });
  },
  actionOwnerHasLeft: async (context) => {
    const { riskKey } = await one(context, {}, mitigated);
    await act(context, riskKey('login'), { ownerId: person('gone') });
  },
  actionWithoutEffect: async (context) => {
    const { riskKey } = await one(context, {}, mitigated);
    await act(context, riskKey('login'), { effect: ' ' });
  },
  doneNotReassessed: async (context) => {
    const { riskKey } = await one(context, {}, mitigated);
    await act(context, riskKey('login'), { progress: 100, doneAt: at('2026-08-01'), doneBy: person('bo') });
    await act(context, riskKey('login'), { cancelledAt: at('2026-08-01'), cancelledReason: 'Findes allerede' });
  },
  controlStopped: async (context) => {
    await one(context, {}, { ...mild, controlKeys: ['backup'] });
    await aControl(context);
    await context.list(Controls).update('backup', () => ({ state: 'retired' }));
  },
  acceptWithoutApproval: (context) => one(context, {}, { ...serious, treatment: 'accept' }),
  acceptanceExpired: async (context) => {
    const { riskKey } = await one(context, {}, { ...serious, treatment: 'accept' });
    await accept(context, riskKey('login'), '2026-11-23');
  },
  acceptanceStale: async (context) => {
    const { riskKey } = await one(context, {}, { ...serious, treatment: 'accept' });
    await accept(context, riskKey('login'), '2027-11-23', 3);
  },
};

/** No violations: assessed, treated, accepted, planned, done and decided as required. */
async function aCleanTown(context: Context): Promise<void> {
  const clean = await assess(context, anAsset('clean', { criticality: 'vital' }), {
    mild,
    avoided: serious,
    mitigated,
    accepted: { ...serious, treatment: 'accept' },
    beside: { notRelevant: 'Systemet står for sig selv', inherent: asBefore, current: asBefore },
  });
  await act(context, clean.riskKey('mitigated'));
  await accept(context, clean.riskKey('accepted'), '2026-11-24');
  await context.list(Assets).create(anAsset('planned', { state: 'planned', criticality: 'vital' }));
  await context.list(Assets).create(anAsset('away', { state: 'retired', criticality: 'vital' }));
}

const login = (context: Context) => context.list(Risks).get(riskItemKey('assessment-x-1', 'login'));
/** Changes of a world without violations, in any order. */
const changes: Record<string, (context: Context) => Promise<unknown>> = {
  moved: (context) => context.list(Risks).update(login(context)?.key ?? '', () => ({ current: aStage(4, 4) })),
  calmed: (context) => context.list(Risks).update(login(context)?.key ?? '', () => ({ current: aStage(1, 1) })),
  accepted: (context) => context.list(Risks).update(login(context)?.key ?? '', () => ({ treatment: 'accept' })),
  asked: (context) => accept(context, riskKeyOf('x', 'login'), '2026-12-01'),
  planned: (context) => act(context, riskKeyOf('x', 'login'), { due: day('2026-11-01'), ownerId: person('gone') }),
  changed: (context) => context.list(Assets).update('x', () => ({ supplier: 'En anden A/S' })),
  away: (context) => context.list(People).update('anne', () => ({ leftOn: day('2026-11-01') })),
  retired: (context) => context.list(Assets).update('clean', () => ({ state: 'retired' })),
  depends: (context) => context.list(Assets).update('x', () => ({ dependsOn: ['clean'] })),
  happened: (context) =>
    context.list(AssessmentTriggers).create({
      ...{ key: 't', title: 'Et angreb', assetKey: 'x', due: day('2026-11-23'), reason: 'incident' as const },
      ...{ raisedBy: person('anne'), raisedAt: at('2026-07-01') },
    }),
  held: (context) => context.list(Assessments).update('assessment-x-1', () => ({ heldOn: day('2025-11-01') })),
};
const lists = [Assets, Assessments, Risks, RiskActions, RiskAcceptances, AssessmentTriggers, ApprovalRequests, People];

/** The same records as other objects. */
async function copyOf(context: Context): Promise<Context> {
  const { context: copy } = await aRiskWorld();
  for (const list of lists as unknown as (typeof Assets)[]) {
    for (const { key } of copy.list(list).all()) await copy.list(list).remove(key);
    for (const record of context.list(list).all()) await copy.list(list).create(structuredClone(record));
  }
  return copy;
}

describe('quality checks', () => {
  it('find nothing where nothing is wrong', async () => {
    const { context, ciso } = await aRiskWorld();
    await aCleanTown(context);
    expect(checksView(context, ciso, {}).groups).toEqual([]);
    expect(checksView(context, ciso, {}).counts).toEqual({ error: 0, warning: 0, info: 0 });
  });

  it('have a planted fault for every rule, and at least sixteen rules', () => {
    expect(checkRules.map(({ code }) => code).sort()).toEqual(Object.keys(faults).sort());
    expect(checkRules.length).toBeGreaterThanOrEqual(16);
  });

  it.each(checkRules.map(({ code, severity }) => [code, severity] as const))(
    '%s finds exactly the planted fault',
    async (code, severity) => {
      const { context, ciso } = await aRiskWorld();
      await aCleanTown(context);
      await faults[code]?.(context);
      const { groups, counts } = checksView(context, ciso, {});
      expect(groups.map((group) => [group.code, group.severity, group.findings.length])).toEqual([[code, severity, 1]]);
      expect(counts).toEqual({ error: 0, warning: 0, info: 0, [severity]: 1 });
      expect(groups[0]?.findings[0]).toMatchObject({ title: expect.stringContaining('System x') as string });
      expect(groups[0]?.findings[0]?.path).toMatch(/^\/risks\/(assets|assessments|register)\/.*x/);
    },
  );

  it.each(['da', 'en'] as const)(
    'say what and why in whole sentences in %s, with every value filled in',
    async (language) => {
      for (const { code } of checkRules) {
        const { context, ciso } = await aRiskWorld();
        await faults[code]?.(context);
        const [group] = checksView(context, { ...ciso, language }, {}).groups;
        const [finding] = group?.findings ?? [];
        for (const text of [group?.text, finding?.text]) {
          expect(text, code).toMatch(/^.{20,}\.$/);
          expect(text, code).not.toMatch(/\{\{|\}\}|@|riskDocuments|risks\./);
        }
      }
    },
  );

  it('are narrowed by centre and weight, and count all weights of the centre', async () => {
    const { context, ciso, isk } = await aRiskWorld();
    await faults.withoutParticipants?.(context);
    await context.list(Assets).create(anAsset('south', { centreId: centre('syd'), criticality: 'vital' }));
    const codes = (query: Parameters<typeof checksView>[2], actor = ciso) =>
      checksView(context, actor, query).groups.map(({ code }) => code);
    expect(codes({})).toEqual(['importantNeverAssessed', 'withoutParticipants']);
    expect(codes({ centreId: 'syd' })).toEqual(['importantNeverAssessed']);
    expect(codes({ centreId: 'mine' }, isk)).toEqual(['importantNeverAssessed']);
    expect(codes({ severity: 'info' })).toEqual(['withoutParticipants']);
    expect(checksView(context, ciso, { centreId: 'syd', severity: 'info' }).counts).toEqual({
      ...{ error: 1, warning: 0, info: 0 },
    });
  });

  it('of a draft say what its writers can mend in it, and lead to the draft', async () => {
    const { context } = await aRiskWorld();
    const { assessment } = await one(
      context,
      { ownerId: person('gone') },
      { inherent: aStage(1, 1), current: aStage(4, 4), treatment: 'mitigate', target: aStage(1, 1) },
      { state: 'draft' },
    );
    const findings = findingsOf(context, assessment.key, 'da');
    expect(findings.map(({ code }) => code)).toEqual(['currentAboveInherent']);
    expect(findings[0]).toMatchObject({ threatKey: 'login', path: `/risks/assessments/${assessment.key}` });
  });

  it('of an assessment in force say everything about its asset, and of an older one nothing', async () => {
    const { context } = await aRiskWorld();
    const { asset, assessment } = await one(context, { ownerId: person('gone') }, mitigated);
    const codes = (key: string) => findingsOf(context, key, 'en').map(({ code }) => code);
    expect(codes(assessment.key)).toEqual(['ownerHasLeft', 'mitigateWithoutAction']);
    await context.list(Assessments).update(assessment.key, () => ({ state: 'superseded' }));
    const next = anAssessment(asset, currentScale(context), { number: 2, participantIds: [] });
    await context.list(Assessments).create(next);
    expect(codes(assessment.key)).toEqual([]);
    expect(codes(next.key)).toEqual(['ownerHasLeft', 'withoutParticipants']);
    expect(codes('nothing')).toEqual([]);
  });

  it('change with the world: what is mended is no longer found', async () => {
    const { context, ciso } = await aRiskWorld();
    await faults.ownerHasLeft?.(context);
    expect(checksView(context, ciso, {}).counts.warning).toBe(1);
    await context.list(Assets).update('x', () => ({ ownerId: person('bo') }));
    expect(checksView(context, ciso, {}).counts.warning).toBe(0);
  });

  it('follow every change as if everything were looked at anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(Object.keys(changes), { minLength: 2 }), async (steps) => {
        const { context, ciso } = await aRiskWorld();
        await aCleanTown(context);
        await one(context, {}, mitigated);
        for (const step of steps) {
          await changes[step]?.(context);
          const anew = { ...(await copyOf(context)), clock: context.clock };
          expect(checksView(context, ciso, {}).groups, step).toEqual(checksView(anew, ciso, {}).groups);
          expect(overviewView(context, ciso, {}), step).toEqual(overviewView(anew, ciso, {}));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('tell that a control is stopped the moment it is, and no more once the risk does without it', async () => {
    const { context, ciso } = await aRiskWorld();
    const { assessment } = await one(context, {}, { ...mild, controlKeys: ['backup'] });
    await aControl(context);
    const found = () => checksView(context, ciso, {}).groups.map(({ code }) => code);
    expect(found()).not.toContain('controlStopped');
    await context.list(Controls).update('backup', () => ({ state: 'retired' }));
    expect(found()).toContain('controlStopped');
    await context.list(Risks).update(riskItemKey(assessment.key, 'login'), () => ({ controlKeys: [] }));
    expect(found()).not.toContain('controlStopped');
  });

  it('come as a workbook named after the day', async () => {
    const { context, ciso } = await aRiskWorld();
    await faults.ownerHasLeft?.(context);
    const { fileName, bytes } = await checksWorkbook(context, ciso, {});
    expect(fileName).toBe(`${translator('da')('risks.nav.checks')} 2026-11-24.xlsx`);
    expect(bytes.length).toBeGreaterThan(1_000);
  });
});
