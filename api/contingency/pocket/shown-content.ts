import type { Context } from '../../context.ts';
import { personRef } from '../../organisation/index.ts';
import type { PlanContent, ShownContent } from '../contract.ts';
import { hasLeft } from '../plans/plan-people.ts';

/** The content with the names of the people in it, and whether they are still there. From memory. */
export function shownContentOf(context: Context, content: PlanContent): ShownContent {
  const named = <One extends { personId?: string | undefined }>(one: One) =>
    one.personId === undefined
      ? { ...one, left: false }
      : { ...one, person: personRef(context, one.personId), left: hasLeft(context, one.personId) };
  return {
    ...content,
    firstHour: content.firstHour.map(named),
    steps: content.steps.map(named),
    contacts: content.contacts.map(named),
    returnToNormal: content.returnToNormal.map(named),
  };
}
