import { assetWord } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { sheetOf, workbook, type Workbook } from '../files/workbook/index.ts';
import type { OwnAssetsQuery } from './contract.ts';
import { ownAssetRows } from './own-assets.ts';
import type { TextsUnder } from '../texts/catalogue.ts';
import { oweWords } from '../texts/owed.ts';

/** The actor's systems as an Excel workbook in the actor's language, all of a query in order. */
export function ownAssetsWorkbook(context: Context, actor: Actor, query: OwnAssetsQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'riskDocuments.ownAssets'>, values?: Record<string, string>) =>
    t(`riskDocuments.ownAssets.${key}`, values);
  const head = (column: TextsUnder<'riskDocuments.ownAssets.column'>) => say(`column.${column}`);
  return workbook(say('fileName', { date: todayOf(context.clock) }), [
    sheetOf(say('sheet'), ownAssetRows(context, actor, query).found, [
      [head('title'), 40, ({ title }) => title],
      [head('kind'), 14, ({ kind }) => assetWord(t, 'kind', kind)],
      [head('part'), 26, ({ part, owner }) => say(`part.${part}`, { name: owner?.name ?? '' })],
      [head('centre'), 34, ({ centre }) => centre?.title],
      [
        head('criticality'),
        12,
        ({ status, criticality }) => assetWord(t, 'criticality', status.vital ? 'vital' : criticality),
      ],
      [head('level'), 20, ({ status }) => status.level?.word],
      [head('assessment'), 22, ({ status }) => t(`risks.assessment.${status.assessment}`)],
      [head('assessedOn'), 14, ({ status }) => status.assessedOn],
      [head('reviewOn'), 16, ({ status }) => status.reviewOn],
      [
        head('plan'),
        24,
        ({ plan }) => plan && `${t(`contingency.coverage.${plan.state}`)} (${plan.covered}/${plan.of})`,
      ],
      [head('testing'), 20, ({ testing }) => testing && t(`contingency.testStanding.${testing.look}`)],
      [head('open'), 14, ({ tasks }) => tasks.open],
      [head('overdue'), 12, ({ tasks }) => tasks.overdue],
      [
        head('next'),
        50,
        ({ next }) => next && oweWords({ kind: next.kind, subject: next }, { t, language: actor.language }),
      ],
      [head('due'), 14, ({ next }) => next?.due],
      [head('nextWho'), 26, ({ next }) => next?.person?.name],
      [head('supplier'), 24, ({ supplier }) => supplier],
      [head('agreement'), 24, ({ agreement }) => agreement && t(`risks.agreement.${agreement.state}`)],
    ]),
  ]);
}
