import type { PlanContact } from '../contract.ts';
import type { ContingencyPlan, ContingencyPlanVersion } from './plan-lists.ts';

/** What a plan must have before anybody decides about it. Texts under `contingencyPlans.lacks`. */
export type Lack = 'assetRetired' | 'trigger' | 'firstHour' | 'steps' | 'phone' | 'summary';

/**
 * What is missing, in the order of the form (R5): when it is used, what is done in the first hour, whom to call, and for
 * a restore plan the steps themselves; and what is new. `phoneOf`: the number that a contact is called on. Pure.
 */
export function lacksOf(
  { kind }: Pick<ContingencyPlan, 'kind'>,
  { content, summary }: Pick<ContingencyPlanVersion, 'content' | 'summary'>,
  assetInUse: boolean,
  phoneOf: (contact: PlanContact) => string = ({ phone }) => phone,
): Lack[] {
  const isSaid = (text: string) => text.trim() !== '';
  const { triggers, firstHour, steps, contacts } = content;
  const rules: [Lack, boolean][] = [
    ['assetRetired', assetInUse],
    ['trigger', triggers.some(isSaid)],
    ['firstHour', firstHour.some(({ text }) => isSaid(text))],
    ['phone', contacts.some((contact) => isSaid(phoneOf(contact)))],
    ['steps', kind !== 'restorePlan' || steps.some(({ text }) => isSaid(text))],
    ['summary', isSaid(summary)],
  ];
  return rules.flatMap(([lack, isThere]) => (isThere ? [] : [lack]));
}
