import { contentHashOf, requestKey, ApprovalRequests, type ApprovalRequest } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import {
  ContingencyPlans,
  ContingencyPlanVersions,
  ContingencyTests,
  planSubjectKind,
  type ContingencyPlan,
  type ContingencyPlanVersion,
  type ContingencyTest,
} from '../../../api/contingency/index.ts';
import { emptyPlanContent, type PlanContent } from '../../../api/contingency/contract.ts';
import type { CriticalService, Recovery } from '../../../api/critical-services/index.ts';
import { instant } from '../../../api/kernel/index.ts';
import { centre, person } from '../organisation/builders.ts';

const at = (date: string) => instant(new Date(`${date}T10:00:00.000Z`));

/** A service without gaps except acceptance: down for a day at most. */
export const aService = (key: string, changes: Partial<CriticalService> = {}): CriticalService => ({
  key,
  title: `Ydelse ${key}`,
  description: '',
  audience: 'citizens',
  state: 'inUse',
  centreId: centre('nord'),
  ownerId: person('anne'),
  impacts: [
    { hours: 4, level: 1, words: 'Ventetid' },
    { hours: 24, level: 3, words: 'Borgere lider skade' },
  ],
  mtd: 24,
  rto: 8,
  rpo: 4,
  mtdReason: 'Medicin skal gives hver dag',
  minimumOperation: 'Det nødvendigste på papir',
  peaks: [],
  needs: [],
  reviewMonths: 12,
  reviewedAt: at('2026-06-01'),
  changedAt: at('2026-06-01'),
  changedBy: person('anne'),
  ...changes,
});

export const aRecovery = (assetKey: string, changes: Partial<Recovery> = {}): Recovery => ({
  key: assetKey,
  title: `System ${assetKey}`,
  redundancy: 'full',
  note: '',
  changedAt: at('2026-06-01'),
  changedBy: person('anne'),
  ...changes,
});

export const aPlan = (key: string, changes: Partial<ContingencyPlan> = {}): ContingencyPlan => ({
  key,
  title: `Nødprocedure ${key}`,
  kind: 'emergencyProcedure',
  assetKey: 'journal',
  centreId: centre('nord'),
  madeBy: person('anne'),
  madeAt: at('2026-05-01'),
  ...changes,
});

export const aContent = (changes: Partial<PlanContent> = {}): PlanContent => ({
  ...emptyPlanContent,
  about: 'Når journalen er nede',
  triggers: ['Journalen svarer ikke i 15 minutter'],
  firstHour: [{ key: 's1', text: 'Tag mappen med nødskemaer frem', role: 'Vagthavende', minutes: 15 }],
  contacts: [{ key: 'c1', role: 'Vagthavende', personId: 'anne', name: '', phone: '43 57 00 00', note: '' }],
  ...changes,
});

export const aPlanVersion = (
  planKey: string,
  changes: Partial<ContingencyPlanVersion> = {},
): ContingencyPlanVersion => ({
  key: `${planKey}-v${changes.number ?? 1}`,
  title: `Nødprocedure ${planKey}`,
  planKey,
  number: 1,
  centreIds: [centre('nord')],
  content: aContent(),
  forms: [],
  summary: 'Den første',
  reviewMonths: 12,
  testMonths: 12,
  madeBy: person('anne'),
  madeAt: at('2026-05-01'),
  changedBy: person('anne'),
  changedAt: at('2026-05-01'),
  ...changes,
});

/** The round that approved a version on a day. */
export const approvalOf = (version: ContingencyPlanVersion, on = '2026-05-15'): ApprovalRequest => ({
  ...{ key: requestKey(planSubjectKind, version.key, 1), title: version.title, subjectKind: planSubjectKind },
  ...{ subjectKey: version.key, round: 1, state: 'approved', content: '', summary: version.summary },
  contentHash: contentHashOf({ title: version.title, text: '' }),
  ...{ submittedBy: version.madeBy, submittedAt: at(on), endedAt: at(on), stages: [] },
});

/** Stores a plan with one version in force. */
export async function inForce(
  context: Context,
  plan: ContingencyPlan,
  version = aPlanVersion(plan.key),
  on = '2026-05-15',
): Promise<{ plan: ContingencyPlan; version: ContingencyPlanVersion }> {
  await context.list(ContingencyPlans).create(plan);
  await context.list(ContingencyPlanVersions).create(version);
  await context.list(ApprovalRequests).create(approvalOf(version, on));
  return { plan, version };
}

/** A test that was passed and evaluated. */
export const aTest = (key: string, changes: Partial<ContingencyTest> = {}): ContingencyTest => ({
  key,
  title: 'Skrivebordsøvelse',
  planKey: 'p1',
  versionKey: 'p1-v1',
  assetKey: 'journal',
  centreId: centre('nord'),
  kind: 'tableTop',
  state: 'closed',
  scenario: 'Journalen er væk',
  injects: [],
  criteria: [{ key: 'k1', text: 'Medicinlisten er printet' }],
  leaderId: person('anne'),
  participantIds: [person('anne')],
  plannedAt: at('2026-06-01'),
  startedAt: at('2026-06-01'),
  endedAt: at('2026-06-01'),
  results: [{ key: 'k1', met: true, note: '' }],
  recovery: 2,
  wentWell: 'Alle vidste, hvad de skulle',
  toImprove: '',
  passed: true,
  closedAt: at('2026-06-02'),
  closedBy: person('anne'),
  madeBy: person('anne'),
  madeAt: at('2026-05-20'),
  changedAt: at('2026-06-02'),
  changedBy: person('anne'),
  ...changes,
});

/** Stores tests. */
export async function held(context: Context, ...tests: ContingencyTest[]): Promise<void> {
  for (const test of tests) await context.list(ContingencyTests).create(test);
}
