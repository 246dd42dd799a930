import {
  ApprovalRequests,
  continueApprovals,
  declareApprovalSubjects,
  openStage,
  voteOnApproval,
} from '../../../../api/approvals/index.ts';
import { Assets, type Asset } from '../../../../api/assets/index.ts';
import type { Context } from '../../../../api/context.ts';
import { findPlan, type PlanNow } from '../../../../api/contingency/index.ts';
import { beginPlan } from '../../../../api/contingency/plans/begin-plan.ts';
import { planSubjectWith, type MakeDocument } from '../../../../api/contingency/plan-pages/plan-subject.ts';
import { saveDraft, type DraftPlan } from '../../../../api/contingency/plans/save-draft.ts';
import { submitPlan } from '../../../../api/contingency/plans/plans.ts';
import { declareObligationSources } from '../../../../api/obligations/index.ts';
import { seatsOf } from '../../../../api/organisation/index.ts';
import { obligationSources } from '../../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../../api/texts/translate.ts';
import { aTown, centre, the } from '../../organisation/builders.ts';
import { anAsset } from '../../risks/register-world.ts';
import { aContent } from '../builders.ts';

const pdf = () => Promise.resolve(new TextEncoder().encode('%PDF-1.7 plan'));

/** The town with a system used by north and south. `makeDocument` replaces the real PDF. */
export async function aPlannedTown({
  asset = {},
  makeDocument = pdf,
}: { asset?: Partial<Asset>; makeDocument?: MakeDocument } = {}) {
  const { context: bare, setNow } = await aTown();
  const context: Context = { ...bare, texts: translator };
  declareObligationSources(context, obligationSources);
  declareApprovalSubjects(context, [planSubjectWith(makeDocument)]);
  await context.list(Assets).create(
    anAsset('journal', {
      title: 'Journalen',
      usedBy: [centre('syd')],
      ownerId: the(context, 'bo').personId,
      ...asset,
    }),
  );
  return { context, setNow };
}

export const aDraft = (changes: Partial<DraftPlan> = {}): DraftPlan => ({
  title: 'Når journalen er nede',
  centreIds: ['nord'],
  content: aContent(),
  summary: 'Den første',
  reviewMonths: 12,
  testMonths: 12,
  ...changes,
});

/** A draft of the north, written by its ISK; its key. */
export async function drafted(context: Context, changes: Partial<DraftPlan> = {}, by = 'isk-nord'): Promise<string> {
  const given = { kind: 'emergencyProcedure' as const, assetKey: 'journal', centreId: 'nord' };
  const { key } = await beginPlan(context, the(context, by), given);
  await saveDraft(context, the(context, by), key, aDraft(changes));
  return key;
}

export function now(context: Context, planKey: string): PlanNow {
  const found = findPlan(context, planKey);
  if (!found) throw new Error(`there is no plan ${planKey}`);
  return found;
}

/** The open request on a plan. */
export function openRequest(context: Context, planKey: string) {
  const requests = now(context, planKey).versions.flatMap((version) => version.requests);
  const request = requests.find(({ state }) => state === 'open');
  if (!request) throw new Error('nothing is being decided');
  return request;
}

/** All required approvers approve. */
export async function decided(context: Context, planKey: string, choice: 'approve' | 'askChanges' = 'approve') {
  const { key } = openRequest(context, planKey);
  for (;;) {
    const request = context.list(ApprovalRequests).get(key);
    const open = request && openStage(request);
    if (!request || !open) break;
    const seats = seatsOf(context, open.stage.body, open.stage.centreId);
    const voter = seats.map(({ actor }) => actor).find((one) => one !== undefined && one !== request.submittedBy);
    if (voter === undefined) throw new Error('nobody can vote');
    await voteOnApproval(context, the(context, voter), {
      ...{ requestKey: key, stage: open.number, contentHash: request.contentHash, choice, via: 'card' },
      ...(choice === 'approve' ? {} : { reason: 'Skriv et nummer på' }),
    });
  }
  await continueApprovals(context);
}

/** Written, sent and approved. */
export async function inForceNow(context: Context, changes: Partial<DraftPlan> = {}): Promise<string> {
  const key = await drafted(context, changes);
  await submitPlan(context, the(context, 'isk-nord'), key);
  await decided(context, key);
  return key;
}
