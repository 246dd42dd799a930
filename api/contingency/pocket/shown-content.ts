import type { Context } from '../../context.ts';
import { hasLeft, personRef } from '../../organisation/index.ts';
import type { PlanContent, ShownContent } from '../contract.ts';
import { otherPhone, phoneToCall } from '../plans/phones.ts';

/**
 * The content with names of people, whether they have left, and contact numbers. `keeps`: also where the directory's
 * number differs. `phones: false`: no numbers of people on the call list. From memory.
 */
export function shownContentOf(
  context: Context,
  content: PlanContent,
  { keeps = false, phones = true }: { keeps?: boolean; phones?: boolean } = {},
): ShownContent {
  const named = <One extends { personId?: string | undefined }>(one: One) =>
    one.personId === undefined
      ? { ...one, left: false }
      : { ...one, person: personRef(context, one.personId), left: hasLeft(context, one.personId) };
  return {
    ...content,
    firstHour: content.firstHour.map(named),
    steps: content.steps.map(named),
    contacts: content.contacts.map((contact) => {
      const other = keeps ? otherPhone(context, contact) : undefined;
      return {
        ...named(contact),
        ...(phones ? phoneToCall(context, contact) : { phone: '', phoneHidden: true }),
        ...(other === undefined ? {} : { otherPhone: other }),
      };
    }),
    returnToNormal: content.returnToNormal.map(named),
  };
}
