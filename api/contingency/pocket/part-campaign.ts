import { isInForce } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { receiptCampaign } from '../../documents/index.ts';
import { stableKey, todayOf, type PersonId } from '../../kernel/index.ts';
import { findPerson, isAway, isEmployed } from '../../organisation/index.ts';
import { partsOf } from '../plans/plan-people.ts';
import { findPlanVersion, plans } from '../plans/plans.ts';
import { partIn, partReceipt } from './parts.ts';

/** The one campaign of a version. */
export const partCampaignKey = (versionKey: string): string => stableKey('planPart', versionKey);

/** Named in the version in force, at work and without a receipt; person ids. */
export function partsMissing(context: Context, versionKey: string): PersonId[] {
  const found = findPlanVersion(context, versionKey);
  if (!found || !isInForce(found.version.state)) return [];
  const today = todayOf(context.clock);
  return partsOf(found.version.version.content)
    .map(({ personId }) => personId)
    .filter((personId) => {
      const person = findPerson(context, personId);
      const isThere = person !== undefined && isEmployed(person, today) && !isAway(person, today);
      return isThere && partReceipt(context, versionKey, personId) === undefined;
    })
    .sort();
}

/** The card asking those named in a plan to confirm their part. */
export const planPartCampaign = receiptCampaign(plans, {
  kind: 'planPart',
  eachMissing: partsMissing,
  isAsked: (context, versionKey, { key }) => partIn(context, versionKey, key as PersonId) !== undefined,
  because: 'a part is known long before it is needed',
  canWait: true,
});
