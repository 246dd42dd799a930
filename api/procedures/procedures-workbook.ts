import type { Context } from '../context.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { lazily, sheetOf, workbook, type Column, type Workbook } from '../files/workbook/index.ts';
import { procedureCoverage } from './coverage.ts';
import { proceduresFound, type ProceduresQuery } from './procedures-seen.ts';
import { rowOf } from './rows.ts';
import type { TextsUnder } from '../texts/catalogue.ts';

/** A library search's results, complete, as an Excel workbook in the actor's language. */
export async function proceduresWorkbook(context: Context, actor: Actor, query: ProceduresQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'procedureTexts.workbook'>) => t(`procedureTexts.workbook.${key}`);
  const { made, found } = await proceduresFound(context, actor, query);
  const rows = lazily(found, ({ seen }) => rowOf(made, seen));
  return workbook(t('procedureTexts.workbook.fileName', { day: todayOf(context.clock) }), [
    sheetOf(say('sheet'), rows, [
      [say('title'), 56, ({ title }) => title],
      [say('kind'), 18, ({ kind }) => t(`procedureTexts.kind.${kind}`)],
      [say('centre'), 40, ({ centre }) => centre?.title],
      [say('area'), 30, ({ area }) => area.title],
      [say('guideline'), 50, ({ guideline }) => guideline?.title],
      [say('number'), 10, ({ number }) => number],
      [say('state'), 18, ({ state }) => t(`procedureTexts.state.${state}`)],
      [say('validFrom'), 14, ({ validFrom }) => validFrom],
      [say('reviewOn'), 14, ({ reviewOn }) => reviewOn],
      [say('coming'), 18, ({ coming }) => coming && t(`procedureTexts.state.${coming}`)],
      [say('file'), 40, ({ file }) => file?.name],
    ]),
  ]);
}

/** The matrix of guidelines and centres as an Excel workbook in the actor's language. */
export function coverageWorkbook(context: Context, actor: Actor): Promise<Workbook> {
  const t = context.texts(actor.language);
  const { centres, guidelines } = procedureCoverage(context, actor);
  const say = (key: TextsUnder<'procedureTexts.workbook'>) => t(`procedureTexts.workbook.${key}`);
  const word = (cell: { state: TextsUnder<'procedureTexts.coverage'> } | undefined) =>
    cell && t(`procedureTexts.coverage.${cell.state}`);
  return workbook(t('procedureTexts.workbook.coverageName', { day: todayOf(context.clock) }), [
    sheetOf(
      say('coverageSheet'),
      guidelines,
      [
        [say('guideline'), 56, ({ title }) => title],
        [say('area'), 30, ({ area }) => area],
        ...centres.map(({ title }, at): Column<(typeof guidelines)[number]> => [
          title,
          20,
          ({ cells }) => word(cells[at]),
        ]),
        [say('valid'), 12, ({ valid }) => valid],
      ],
      { below: [[say('valid'), '', ...centres.map(({ valid }) => valid), '']] },
    ),
  ]);
}
