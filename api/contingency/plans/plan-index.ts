import { Assets } from '../../assets/index.ts';
import { documentIndex } from '../../documents/index.ts';
import type { Found } from '../../search/index.ts';
import type { PlanContent } from '../contract.ts';
import type { ContingencyPlanVersion } from './plan-lists.ts';
import { planAssetRef } from './plan-refs.ts';
import { plans } from './plans.ts';

/** `phones`: the numbers of people, by which only whoever is told them finds. */
export type PlanField = 'title' | 'asset' | 'text' | 'phones';
export const planWeights: Readonly<Record<PlanField, number>> = { title: 8, asset: 3, text: 1, phones: 1 };

/** All that is written in a plan, one after the other, but for the numbers of people. */
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

/** The words of a version by which it is found. */
export function planTexts(version: ContingencyPlanVersion, asset: string): Record<PlanField, string> {
  const forms = version.forms.map(({ title }) => title).join(' ');
  const phones = version.content.contacts.map(({ phone }) => phone).join(' ');
  return { title: version.title, asset, text: `${textOf(version.content)} ${forms}`, phones };
}

/** Plans by their words, each by the version it is shown by and the one on its way; the key is the version's. */
export const { index: planIndex, versionsFound: planVersionsFound } = documentIndex(plans, {
  weights: planWeights,
  lists: [Assets],
  words: (context) => (now, version) => {
    const asset = planAssetRef(context, now.plan).title;
    return { madeOf: [version, asset], texts: () => planTexts(version, asset) };
  },
});

/** Whether a version answers also for somebody who is not told the numbers of people. */
export const answersWithoutPhones = ({ answers }: Found<PlanField>): boolean =>
  answers().every((words) => words.some(({ fields }) => fields.some((field) => field !== 'phones')));
