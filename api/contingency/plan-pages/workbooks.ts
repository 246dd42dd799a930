import type { Context } from '../../context.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { sheetOf, workbook, type Column, type Workbook } from '../../files/workbook/index.ts';
import type { PlansQuery } from '../contract.ts';
import { testingInWords } from '../exercises/testing-in-words.ts';
import { planCoverage } from './coverage-view.ts';
import { plansFound } from './plans-seen.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

const inTexts = 'contingencyPlans.sheet';

/** A search's plans, complete, as an Excel workbook in the actor's language. */
export async function plansWorkbook(context: Context, actor: Actor, query: PlansQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const { rows } = await plansFound(context, actor, query);
  const head = (name: TextsUnder<'contingencyPlans.sheet.column'>) => t(`${inTexts}.column.${name}`);
  return workbook(t(`${inTexts}.plansFile`, { day: todayOf(context.clock) }), [
    sheetOf(t(`${inTexts}.plans`), rows, [
      [head('title'), 56, ({ title }) => title],
      [head('kind'), 22, ({ kind }) => t(`contingency.planKind.${kind}`)],
      [head('system'), 36, ({ asset }) => asset.title],
      [head('vital'), 10, ({ vital }) => (vital ? t(`${inTexts}.yes`) : '')],
      [head('centre'), 36, ({ centre }) => centre?.title ?? t('contingencyPlans.whole')],
      [head('centres'), 44, ({ centres }) => centres.map(({ title }) => title).join('; ')],
      [head('version'), 10, ({ number }) => number],
      [head('state'), 24, ({ state }) => t(`contingencyPlans.state.${state}`)],
      [head('coming'), 24, ({ coming }) => coming && t(`contingencyPlans.state.${coming}`)],
      [head('validFrom'), 14, ({ validFrom }) => validFrom],
      [head('reviewOn'), 14, ({ reviewOn }) => reviewOn],
      [head('testing'), 22, ({ testing }) => testingInWords(t, testing)],
      [head('lastTest'), 14, ({ testing }) => testing.lastOn],
      [head('nextTest'), 14, ({ testing }) => testing.nextOn],
      [head('left'), 18, ({ left }) => left],
      [head('confirmed'), 18, ({ confirmed: { done, of } }) => t(`${inTexts}.doneOf`, { done, of })],
    ]),
  ]);
}

/** The matrix of vital systems and centres as an Excel workbook in the actor's language. */
export function coverageWorkbook(context: Context, actor: Actor): Promise<Workbook> {
  const t = context.texts(actor.language);
  const { centres, systems } = planCoverage(context, actor);
  const head = (name: TextsUnder<'contingencyPlans.sheet.column'>) => t(`${inTexts}.column.${name}`);
  const state = (cell: { state: TextsUnder<'contingency.coverage'> } | undefined) =>
    cell && t(`contingency.coverage.${cell.state}`);
  return workbook(t(`${inTexts}.coverageFile`, { day: todayOf(context.clock) }), [
    sheetOf(t(`${inTexts}.coverage`), systems, [
      [head('system'), 36, ({ asset }) => asset.title],
      [head('mtd'), 16, ({ mtd }) => mtd],
      [head('missing'), 12, ({ missing }) => missing],
      [head('restorePlan'), 24, ({ restorePlan }) => state(restorePlan)],
      ...centres.map(({ title }, at): Column<(typeof systems)[number]> => [title, 24, ({ cells }) => state(cells[at])]),
    ]),
  ]);
}
