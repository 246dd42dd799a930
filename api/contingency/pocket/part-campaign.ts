import { isInForce } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { notInTeams, type CampaignKind } from '../../deliveries/index.ts';
import { stableKey, todayOf, type PersonId } from '../../kernel/index.ts';
import { findPerson, isAway, isEmployed } from '../../organisation/index.ts';
import { partsOf } from '../plans/plan-people.ts';
import { findPlanVersion } from '../plans/plans.ts';
import { partIn, partReceipt } from './parts.ts';

/** The one campaign of a version. */
export const partCampaignKey = (versionKey: string): string => stableKey('planPart', versionKey);

/** Named in the version in force, at work and without a receipt, by person id. */
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

/** The card that asks those named in a plan whether they know their part; people back from leave join by themselves. */
export const planPartCampaign: CampaignKind = {
  kind: 'planPart',
  audience: partsMissing,
  isOver: (context, versionKey) => {
    const state = findPlanVersion(context, versionKey)?.version.state;
    return state === 'superseded' || state === 'retired';
  },
  hours: { when: 'working', because: 'a part is known long before it is needed' },
  joinsFirst: true,
  recheck: (context, versionKey, personId) => {
    const person = findPerson(context, personId);
    const today = todayOf(context.clock);
    if (!person || !isEmployed(person, today)) return 'left';
    if (isAway(person, today) || !partIn(context, versionKey, personId)) return 'notNeeded';
    return partReceipt(context, versionKey, personId) ? 'notNeeded' : 'send';
  },
  notApplicable: notInTeams,
  repeatWhenUncertain: false,
  priority: 'broadcast',
  canWait: true,
};
