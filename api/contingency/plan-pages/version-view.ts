import { approvalSummary } from '../../approvals/index.ts';
import type { FileView } from '../../approvals/contract.ts';
import type { Context } from '../../context.ts';
import type { ProvenFile } from '../../files/index.ts';
import { missing, type Actor } from '../../kernel/index.ts';
import { personRef } from '../../organisation/index.ts';
import type { PlanVersionView } from '../contract.ts';
import { shownContentOf } from '../pocket/shown-content.ts';
import { isToldPhones, readable, readsComing, readsEveryVersion, writesPlan } from '../plans/plan-access.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plans.ts';
import { centreRefs } from '../plans/plan-refs.ts';
import { plansFreshness } from './plans-freshness.ts';

const fileViewOf = ({ name, size, type, hash }: ProvenFile): FileView => ({ name, size, type, hash });

/** A version as it is read, with the names of today. How its approval went, and what a plan's keeper must know, is not for all. */
export function versionViewOf(
  context: Context,
  { version, state, requests, validFrom, reviewOn }: PlanVersionNow,
  { withApproval, keeps, phones }: { withApproval: boolean; keeps: boolean; phones: boolean },
): PlanVersionView {
  const { key, number, title, content, forms, summary, reviewMonths, testMonths, document } = version;
  const [latest] = requests;
  return {
    key,
    number,
    state,
    title,
    summary,
    reviewMonths,
    testMonths,
    centres: centreRefs(context, version.centreIds),
    content: shownContentOf(context, content, { keeps, phones }),
    forms: forms.map((form) => ({ key: form.key, title: form.title, file: fileViewOf(form.file) })),
    madeBy: personRef(context, version.changedBy),
    changedAt: version.changedAt,
    ...(document ? { document: fileViewOf(document) } : {}),
    ...(withApproval && latest ? { approval: approvalSummary(context, latest) } : {}),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
  };
}

/**
 * A version that the actor may read: the one in force for whoever may read the plan, the one on its way for those who
 * write or decide it, those that have been for those who see every version. Throws AppError `missing`.
 */
export function versionSeen(
  context: Context,
  actor: Actor,
  params: { planKey: string; versionKey: string },
): { now: PlanNow; version: PlanVersionNow } {
  const now = readable(context, actor, params.planKey);
  const version = now.versions.find(({ version: { key } }) => key === params.versionKey);
  const isCurrent = version !== undefined && version === now.current;
  const isComing = version !== undefined && version === now.coming && readsComing(context, actor, now);
  if (!version || !(isCurrent || isComing || readsEveryVersion(context, actor, now.plan)))
    throw missing('contingency.noSuchVersion');
  return { now, version };
}

/** One version of a plan. Throws AppError `missing`. */
export function versionFor(context: Context, actor: Actor, params: { planKey: string; versionKey: string }) {
  const { now, version } = versionSeen(context, actor, params);
  return {
    ...versionViewOf(context, version, {
      withApproval: readsComing(context, actor, now),
      keeps: writesPlan(context, actor, now.plan),
      phones: isToldPhones(context, actor, now),
    }),
    freshness: plansFreshness(context),
  };
}
