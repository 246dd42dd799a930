import type { Context } from '../../context.ts';
import { inParallel } from '../../kernel/index.ts';
import { assessmentsOf } from '../known-risks.ts';
import { Risks, type Assessment, type Risk } from '../risk-lists.ts';
import { sameScale } from '../scales/scale-rules.ts';
import { risksOf } from './assessments.ts';
import { riskFields } from './risk-fields.ts';

/** Requests at a time. */
const together = 4;

/**
 * Treatment decisions of a risk in force since a draft was started, by field: only fields not changed in the draft
 * later. Steps only if the scales are equal. Pure.
 */
export function laterTreatment(
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
export async function carryTreatment(context: Context, draft: Assessment): Promise<void> {
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
