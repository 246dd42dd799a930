import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { conflict, inParallel, invalid, nowOf, todayOf, type Actor, type LocalDate } from '../../kernel/index.ts';
import { assessmentsOf } from '../known-risks.ts';
import { statusesOf } from '../levels.ts';
import { Assessments, type Assessment, type Risk, Risks } from '../risk-lists.ts';
import { assessmentOf, hasRisksInForce, requireDraft, risksOf } from './assessments.ts';
import { factsOf } from './asset-facts.ts';
import { noAnswers, quickResult } from './quick-form.ts';
import { sameScale } from '../scales/scale-rules.ts';
import { riskFields } from './risk-fields.ts';

const isNotRelevant = ({ notRelevant }: Risk) => notRelevant !== undefined && notRelevant !== '';

/** Minimum letters of a reason. */
const fewest = 10;

/**
 * Checks that an assessment is complete; `openReason` explains unanswered threats. Throws AppError: invalid
 * `risks.heldInFuture`, conflict.
 */
function requireFinishable(context: Context, assessment: Assessment, today: LocalDate, openReason: string): void {
  const { heldOn, form, quick = noAnswers, threats } = assessment;
  if (heldOn !== undefined && heldOn > today) throw invalid('risks.heldInFuture', { field: 'heldOn' });
  if (form === 'quick') {
    const { outcome } = quickResult(quick, hasRisksInForce(context, assessment.assetKey));
    if (outcome === undefined) throw conflict('risks.quickOpen');
    if (outcome === 'full') throw conflict('risks.needsFull');
    return;
  }
  const risks = [...risksOf(context, assessment).values()];
  const assessed = risks.filter((risk) => statusesOf(assessment, risk).current !== undefined).length;
  const aside = risks.filter(isNotRelevant).length;
  if (assessed === 0 && (aside === 0 || aside < threats.length)) throw conflict('risks.nothingAssessed');
  const open = threats.length - assessed - aside;
  if (open > 0 && openReason.length < fewest) throw conflict('risks.threatsOpen', { open });
}

/**
 * Finishes an assessment: its risks enter the register and supersede the previous one's (R1). The asset's facts are
 * stored, so that a change requires a new one (R2); treatment decided since the start is copied. Threats may be
 * unanswered for a stored reason (`openReason`). Idempotent; completes the marking after a crash. 4 resource units, and
 * 2 for each earlier one and each treatment. Throws AppError: missing, forbidden, invalid `risks.heldInFuture`,
 * conflict `risks.quickOpen`, `risks.needsFull`, `risks.nothingAssessed`, `risks.threatsOpen`, `risks.notADraft`,
 * unavailable.
 */
export async function finishAssessment(context: Context, actor: Actor, key: string, openReason = ''): Promise<void> {
  const { assessment, asset } = assessmentOf(context, actor, key);
  const now = nowOf(context.clock);
  const today = todayOf(context.clock);
  if (assessment.state === 'draft') {
    requireFinishable(context, assessment, today, openReason);
    await carryTreatment(context, assessment);
  }
  if (assessment.state !== 'superseded')
    await context.list(Assessments).update(key, (current) => {
      if (current.state === 'finished') return undefined;
      requireDraft(context, current);
      requireFinishable(context, current, today, openReason);
      return {
        state: 'finished',
        heldOn: current.heldOn ?? today,
        facts: factsOf(asset),
        ...(openReason === '' ? {} : { openReason }),
        finishedAt: now,
        finishedBy: actor.personId,
        changedAt: now,
        changedBy: actor.personId,
      };
    });
  await supersede(context, assessment.assetKey);
  const about = { act: 'finishAssessment', subjectKey: key, actorId: actor.personId, at: now };
  await recordAct(context, { ...about, details: { assetKey: assessment.assetKey, form: assessment.form } });
}

/** Marks all finished ones of an asset but the latest. */
async function supersede(context: Context, assetKey: string): Promise<void> {
  const [, ...earlier] = assessmentsOf(context, assetKey).finished;
  const unmarked = earlier.filter(({ state }) => state === 'finished');
  await inParallel(4, unmarked, async ({ key }) => {
    await context
      .list(Assessments)
      .update(key, ({ state }) => (state === 'finished' ? { state: 'superseded' } : undefined));
  });
}

/** Requests at a time. */
const together = 4;

/**
 * Treatment decisions of a risk in force since a draft was started, by field: only fields not changed in the draft
 * later. Steps only if the scales are equal. Pure.
 */
function laterTreatment(
  inForce: Risk,
  draft: Risk,
  { since, scale }: { since: string; scale: boolean },
): Partial<Risk> | undefined {
  let carried: Partial<Risk> | undefined;
  for (const [name, field] of riskFields) {
    const [there, here] = [inForce.stamps[name], draft.stamps[name]];
    const isLater = there !== undefined && there.at > since && (here === undefined || here.at < there.at);
    if (!field.lasting || !isLater || (name.startsWith('target.') && !scale)) continue;
    const stamps = { ...draft.stamps, ...carried?.stamps, [name]: there };
    carried = { ...carried, ...field.write({ ...draft, ...carried }, field.read(inForce)), stamps };
  }
  return carried;
}

/**
 * Copies treatment of risks in force to the draft about to replace them: treatment continues while the draft is
 * written. Idempotent. 2 resource units for each changed risk. Throws AppError `unavailable`.
 */
async function carryTreatment(context: Context, draft: Assessment): Promise<void> {
  const [inForce] = assessmentsOf(context, draft.assetKey).finished;
  if (!inForce) return;
  const like = { since: draft.startedAt, scale: sameScale(inForce.scale, draft.scale) };
  const before = risksOf(context, inForce);
  const items = [...risksOf(context, draft).values()].flatMap((item) => {
    const old = before.get(item.threatKey);
    return old && laterTreatment(old, item, like) ? [{ key: item.key, old }] : [];
  });
  await inParallel(together, items, async ({ key, old }) => {
    await context.list(Risks).update(key, (current) => laterTreatment(old, current, like));
  });
}
