import type { Context } from '../../context.ts';
import { localDate, todayOf, type Actor } from '../../kernel/index.ts';
import { sheetOf, workbook, type Workbook } from '../../files/workbook/index.ts';
import { visiblePacks } from './visible-packs.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

/** Status of each centre's printed plans, as an Excel workbook in the actor's language. */
export function packsWorkbook(context: Context, actor: Actor): Promise<Workbook> {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'offlinePacks.workbook'>) => t(`offlinePacks.workbook.${key}`);
  return workbook(t('offlinePacks.workbook.fileName', { day: todayOf(context.clock) }), [
    sheetOf(say('sheet'), visiblePacks(context, actor).rows, [
      [say('centre'), 40, ({ centre }) => centre.title],
      [say('standing'), 24, ({ status }) => t(`offlinePacks.standing.${status}`)],
      [say('number'), 10, ({ latest }) => latest?.number],
      [say('made'), 14, ({ latest }) => latest && localDate(new Date(latest.madeAt))],
      [say('code'), 14, ({ latest }) => latest?.code],
      [say('placedNumber'), 16, ({ placement }) => placement?.number],
      [say('place'), 40, ({ placement }) => placement?.place],
      [say('placedOn'), 14, ({ placement }) => placement?.placedOn],
      [say('by'), 28, ({ placement }) => placement?.by.name],
    ]),
  ]);
}
