import type { ApprovalContent } from '../../approvals/index.ts';
import type { Translate } from '../../context.ts';
import { digest } from '../../kernel/index.ts';
import { planContent, type PlanContact, type PlanStep } from '../contract.ts';
import type { ContingencyPlan, ContingencyPlanVersion } from './plan-lists.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

/** Titles of records a plan refers to; undefined if unknown. */
export interface PlanNames {
  asset(key: string): string | undefined;
  centre(id: string): string | undefined;
  person(id: string): string | undefined;
}
const nobodys: PlanNames = { asset: () => undefined, centre: () => undefined, person: () => undefined };

type Written = Pick<
  ContingencyPlanVersion,
  'title' | 'centreIds' | 'content' | 'forms' | 'reviewMonths' | 'testMonths' | 'planKey'
>;

/** A list item is one line, whatever was typed. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const together = (parts: readonly (string | undefined)[], between = ', '): string =>
  parts.filter((part) => part !== undefined && part.trim() !== '').join(between);

/**
 * A plan's content as Markdown, each item a paragraph of its own, so that a difference between two versions is one item
 * and not a whole list. Pure.
 */
export function planMarkdown(t: Translate, plan: ContingencyPlan, version: Written, names: PlanNames): string {
  const word = (name: TextsUnder<'contingencyPlans.document'>, values?: Record<string, string | number>) =>
    t(`contingencyPlans.document.${name}`, values);
  const { content, forms, centreIds, reviewMonths, testMonths } = version;
  const person = (id: string | undefined) => (id === undefined ? undefined : names.person(id));
  const stepLine = ({ text, role, personId, minutes }: PlanStep): string => {
    const within = minutes === undefined ? undefined : word('within', { minutes });
    const aside = together([role, person(personId), within]);
    return aside === '' ? text : `${text} (${aside})`;
  };
  const contactLine = ({ role, personId, name, phone, note }: PlanContact): string =>
    together([together([role, together([person(personId), name])], ': '), phone, note]);
  const section = (
    name: TextsUnder<'contingencyPlans.document.heading'>,
    items: readonly string[],
    mark = '- ',
  ): string[] => {
    const lines = items.map(oneLine).filter((line) => line !== '');
    return lines.length === 0 ? [] : [`## ${word(`heading.${name}`)}`, ...lines.map((line) => `${mark}${line}`)];
  };
  const prose = (name: TextsUnder<'contingencyPlans.document.heading'>, text: string): string[] =>
    text.trim() === '' ? [] : [`## ${word(`heading.${name}`)}`, text.trim()];
  const keeper = plan.centreId === undefined ? word('whole') : (names.centre(plan.centreId) ?? plan.centreId);
  const centres =
    centreIds.length === 0 ? word('everywhere') : centreIds.map((id) => names.centre(id) ?? id).join(', ');
  return [
    `- ${t(`contingency.planKind.${plan.kind}`)}: ${oneLine(names.asset(plan.assetKey) ?? plan.assetKey)}`,
    `- ${word('keeper', { centre: keeper })}`,
    `- ${word('centres', { centres })}`,
    `- ${word('intervals', { review: reviewMonths, test: testMonths })}`,
    ...prose('about', content.about),
    ...section('triggers', content.triggers),
    ...section('firstHour', content.firstHour.map(stepLine)),
    ...section('contacts', content.contacts.map(contactLine)),
    ...section('steps', content.steps.map(stepLine)),
    ...section(
      'workarounds',
      content.workarounds.map(({ title, text, form }) =>
        together([together([title, text], ': '), form === '' ? undefined : word('form', { form })], ' – '),
      ),
    ),
    ...section(
      'forms',
      forms.map(({ title }) => title),
    ),
    ...section(
      'suppliers',
      content.suppliers.map(({ name, phone, agreement, hours }) =>
        together([together([name, phone], ': '), agreement, hours]),
      ),
    ),
    ...prose('communication', content.communication),
    ...section('returnToNormal', content.returnToNormal.map(stepLine)),
    ...prose('catchingUp', content.catchingUp),
  ].join('\n\n');
}

/** Long enough to avoid collisions. */
const sumLength = 32;

/**
 * Identity of a plan's content, independent of current names of people, centres and systems: the ids, the texts and the
 * forms. Equal exactly for equal content. Pure.
 */
export function planChecksum(plan: ContingencyPlan, version: Written): string {
  const { title, centreIds, content, forms, reviewMonths, testMonths } = version;
  // In schema order, whatever the order in the list.
  const said = JSON.stringify([
    plan.kind,
    plan.assetKey,
    plan.centreId ?? null,
    title,
    [...centreIds].sort(),
    planContent.parse(content),
    forms.map(({ title: name, file }) => [name, file.hash]),
    reviewMonths,
    testMonths,
  ]);
  return digest(said).slice(0, sumLength);
}

/**
 * The exact content decided about, in the words of submission, closed by its checksum. `t` are the Danish texts:
 * decisions are frozen in the reference language. Pure.
 */
export function planContentOf(
  t: Translate,
  plan: ContingencyPlan,
  version: Written,
  names: PlanNames = nobodys,
): ApprovalContent {
  const sum = planChecksum(plan, version);
  const text = `${planMarkdown(t, plan, version, names)}\n\n${t('contingencyPlans.document.checksum', { sum })}`;
  return { title: version.title, text };
}
