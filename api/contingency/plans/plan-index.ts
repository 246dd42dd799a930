import { Assets } from '../../assets/index.ts';
import { documentIndex } from '../../documents/index.ts';
import type { Found } from '../../search/index.ts';
import type { PlanContent } from '../contract.ts';
import type { ContingencyPlanVersion } from './plan-lists.ts';
import { planAssetRef } from './plan-refs.ts';
import { plans } from './plans.ts';

/** `phones`: numbers of people, searchable only for those who may see them. */
export type PlanField = 'title' | 'asset' | 'text' | 'phones';
export const planWeights: Readonly<Record<PlanField, number>> = { title: 8, asset: 3, text: 1, phones: 1 };

/** All text of a plan, concatenated, except numbers of people. */
export function textOf(content: PlanContent): string {
  const { about, triggers, firstHour, steps, workarounds, contacts, suppliers, communication } = content;
  const { returnToNormal, catchingUp } = content;
  return [
    about,
    ...triggers,
    communication,
    catchingUp,
    ...[...firstHour, ...steps, ...returnToNormal].flatMap(({ text, role }) => [text, role]),
    ...workarounds.flatMap(({ title, text, form }) => [title, text, form]),
    ...contacts.flatMap(({ role, name, note }) => [role, name, note]),
    ...suppliers.flatMap(({ name, phone, agreement }) => [name, phone, agreement]),
  ].join(' ');
}

/** A version's search text. */
export function planTexts(version: ContingencyPlanVersion, asset: string): Record<PlanField, string> {
  const forms = version.forms.map(({ title }) => title).join(' ');
  const phones = version.content.contacts.map(({ phone }) => phone).join(' ');
  return { title: version.title, asset, text: `${textOf(version.content)} ${forms}`, phones };
}

/** Full-text index of plans: the version shown and the one in approval; the key is the version's. */
export const { index: planIndex, versionsFound: planVersionsFound } = documentIndex(plans, {
  weights: planWeights,
  lists: [Assets],
  words: (context) => (now, version) => {
    const asset = planAssetRef(context, now.plan).title;
    return { madeOf: [version, asset], texts: () => planTexts(version, asset) };
  },
});

/** Whether a version also matches for those who may not see numbers of people. */
export const answersWithoutPhones = ({ answers }: Found<PlanField>): boolean =>
  answers().every((words) => words.some(({ fields }) => fields.some((field) => field !== 'phones')));
