import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import { sheetOf, workbook, type Workbook } from '../../files/workbook/index.ts';
import type { DutiesQuery } from '../contract.ts';
import type { Evidence } from './duty.ts';
import { dayOfYear, dutiesAsked, evidenceView } from './duty-views.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';
import { shippedIn } from '../../texts/shipped-words.ts';
import { textIfThere } from '../../texts/translate.ts';

const root = 'governanceDocuments';

/** A query's duties, their centres, and the year's evidence. Throws as `dayOfYear`. */
export async function dutiesWorkbook(context: Context, actor: Actor, query: DutiesQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'governanceDocuments'>) => t(`${root}.${key}`);
  const head = (column: TextsUnder<'governanceDocuments.columns'>) => say(`columns.${column}`);
  const day = dayOfYear(context, query.year);
  const { rows } = await dutiesAsked(context, actor, query, day);
  const named = ({ title }: { title: string }) => shippedIn(title, actor.language);
  const shown = (one: Evidence) => named(evidenceView(context, actor, one));
  const nameOf = (centreId: string | undefined) => centreRef(context, centreId)?.title ?? centreId;
  const centres = rows.flatMap(({ row, now }) => (now.centres ?? []).map((one) => ({ row, one })));
  const evidence = rows.flatMap(({ row, now }) => now.ofYear.map((one) => ({ row, one })));
  return workbook(t(`${root}.dutiesFile`, { date: day }), [
    sheetOf(
      say('dutiesSheet'),
      rows,
      [
        [head('body'), 30, ({ row }) => say(`body.${row.body}`)],
        [head('duty'), 44, ({ row }) => row.title],
        [head('about'), 70, ({ row }) => row.about],
        [head('source'), 12, ({ row }) => row.source],
        [head('every'), 18, ({ row }) => textIfThere(t, `${root}.every.${row.every ?? 'appointment'}`)],
        [head('state'), 14, ({ row }) => say(`state.${row.state}`)],
        [head('latest'), 14, ({ row }) => row.latest?.on],
        [head('shownBy'), 50, ({ row }) => row.latest && named(row.latest)],
        [head('until'), 14, ({ row }) => row.until],
        [head('since'), 14, ({ row }) => row.since],
      ],
      { wrap: true },
    ),
    sheetOf(say('centresSheet'), centres, [
      [head('body'), 20, ({ row }) => say(`body.${row.body}`)],
      [head('duty'), 44, ({ row }) => row.title],
      [head('centre'), 36, ({ one }) => nameOf(one.centreId)],
      [head('state'), 14, ({ one }) => say(`state.${one.state}`)],
      [head('latest'), 14, ({ one }) => one.latest?.on],
      [head('shownBy'), 50, ({ one }) => one.latest && shown(one.latest)],
      [head('until'), 14, ({ one }) => one.until],
      [head('since'), 14, ({ one }) => one.since],
    ]),
    sheetOf(say('evidenceSheet'), evidence, [
      [head('body'), 30, ({ row }) => say(`body.${row.body}`)],
      [head('duty'), 44, ({ row }) => row.title],
      [head('centre'), 36, ({ one }) => nameOf(one.centreId)],
      [head('day'), 14, ({ one }) => one.on],
      [head('shownBy'), 60, ({ one }) => shown(one)],
    ]),
  ]);
}
