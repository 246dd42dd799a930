import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import { safeText, workbook, type Row, type Workbook } from '../../workbook/index.ts';
import type { DutiesQuery } from '../contract.ts';
import type { Evidence } from './duty.ts';
import { dayOfYear, dutiesAsked, evidenceView } from './duty-views.ts';

const root = 'governanceDocuments';
const dutyColumns = [
  'body',
  'duty',
  'about',
  'source',
  'every',
  'state',
  'latest',
  'shownBy',
  'until',
  'since',
] as const;
const centreColumns = ['body', 'duty', 'centre', 'state', 'latest', 'shownBy', 'until', 'since'] as const;
const evidenceColumns = ['body', 'duty', 'centre', 'day', 'shownBy'] as const;

/** The duties of a query, each centre of them, and all that shows them in the year. Throws as `dayOfYear`. */
export async function dutiesWorkbook(context: Context, actor: Actor, query: DutiesQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const day = dayOfYear(context, query.year);
  const { rows } = await dutiesAsked(context, actor, query, day);
  const head = (columns: readonly string[]): Row => columns.map((column) => t(`${root}.columns.${column}`));
  const named = ({ title }: { title: string }) => safeText(t('shipped', { text: title }));
  const shown = (one: Evidence | undefined) => (one ? named(evidenceView(context, actor, one)) : '');
  const stateOf = (state: string) => t(`${root}.state.${state}`);
  const nameOf = (centreId: string | undefined) =>
    safeText(centreId === undefined ? '' : (centreRef(context, centreId)?.title ?? centreId));
  const bodyOf = (body: string) => t(`${root}.body.${body}`);
  const everyOf = (every: number | undefined) => t(`${root}.every.${every ?? 'appointment'}`);
  return workbook(t(`${root}.dutiesFile`, { date: day }), [
    {
      name: t(`${root}.dutiesSheet`),
      rows: [
        head(dutyColumns),
        ...rows.map(({ row }) => [
          ...[bodyOf(row.body), row.title, row.about, row.source, everyOf(row.every), stateOf(row.state)],
          ...[row.latest?.on ?? '', row.latest ? named(row.latest) : '', row.until ?? '', row.since ?? ''],
        ]),
      ],
      ...{ widths: [30, 44, 70, 12, 18, 14, 14, 50, 14, 14], wrap: true },
    },
    {
      name: t(`${root}.centresSheet`),
      rows: [
        head(centreColumns),
        ...rows.flatMap(({ row, now }) =>
          (now.centres ?? []).map((one) => [
            ...[bodyOf(row.body), row.title, nameOf(one.centreId), stateOf(one.state), one.latest?.on ?? ''],
            ...[shown(one.latest), one.until ?? '', one.since ?? ''],
          ]),
        ),
      ],
      widths: [20, 44, 36, 14, 14, 50, 14, 14],
    },
    {
      name: t(`${root}.evidenceSheet`),
      rows: [
        head(evidenceColumns),
        ...rows.flatMap(({ row, now }) =>
          now.ofYear.map((one) => [...[bodyOf(row.body), row.title, nameOf(one.centreId), one.on, shown(one)]]),
        ),
      ],
      widths: [30, 44, 36, 14, 60],
    },
  ]);
}
