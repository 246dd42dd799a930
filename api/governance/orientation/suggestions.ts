import type { Context } from '../../context.ts';
import { findFigure, figureValues, valueFor, type Values } from '../../figures/index.ts';
import { inspectionPath, Inspections } from '../../inspections/index.ts';
import { addMonths, localDate, stableKey, todayOf, type Language, type LocalDate } from '../../kernel/index.ts';
import { currentPolicy } from '../../policy/index.ts';
import type { SuggestionView } from '../contract.ts';
import { CouncilOrientations } from './orientation-list.ts';
import { collecting, numberNow, sentOrientations } from './orientations.ts';
import { askOf, countedKinds } from './unwritten.ts';

const mostInspections = 10;
const root = 'governanceDocuments.suggest';

/**
 * Suggested subjects since the last orientation: the policy, worst-level risks, accidents and inspections. Added ones
 * are not repeated.
 */
export async function suggestions(context: Context, language: Language): Promise<SuggestionView[]> {
  const values = await figureValues(context);
  const since = sentOrientations(context)[0]?.sentOn ?? addMonths(todayOf(context.clock), -12);
  const used = new Set(
    context
      .list(CouncilOrientations)
      .all()
      .flatMap(({ subjects }) => subjects.flatMap(({ suggestion }) => suggestion ?? [])),
  );
  // Subjects added from their own page are not suggested.
  const told = new Set(collecting(context)?.subjects.map(({ path }) => path));
  return [
    ...policy(context, language, since),
    ...counted(context, language, values),
    ...inspections(context, since),
  ].filter(({ key, path }) => !used.has(key) && !told.has(path));
}

function policy(context: Context, language: Language, since: LocalDate): SuggestionView[] {
  const version = currentPolicy(context);
  if (!version || localDate(version.publishedAt) <= since) return [];
  const { key, number, summary } = version;
  const called = (to: Language) => context.texts(to)(`${root}.policy`, { number });
  return [
    {
      key: stableKey('policy', key),
      kind: 'policy',
      path: `/policy/versions/${encodeURIComponent(key)}`,
      title: called(language),
      content: { title: called('da'), text: summary },
    },
  ];
}

/** Once per orientation, with the figures' numbers. */
function counted(context: Context, language: Language, values: Values): SuggestionView[] {
  return countedKinds.flatMap((kind) => {
    const figure = findFigure(kind === 'risks' ? 'risksWorst' : 'incidents');
    const count = figure && valueFor(values, figure, 'whole')?.value;
    if (!figure || !count) return [];
    const key = stableKey(kind, String(numberNow(context)));
    const called = (to: Language) => context.texts(to)(`${root}.${kind}`, { count });
    const fact = context.texts('da')(`${root}.${kind}Text`, { count });
    const content = { title: called('da'), text: `${fact} ${askOf(context, kind, count)}` };
    return [{ key, kind, title: called(language), content, path: figure.link('whole') }];
  });
}

const inspections = (context: Context, since: LocalDate): SuggestionView[] =>
  context
    .list(Inspections)
    .all()
    .flatMap(({ key, title, summary, closedAt }) =>
      closedAt === undefined || localDate(closedAt) <= since ? [] : [{ key, title, summary, closedAt }],
    )
    .sort((one, other) => other.closedAt.localeCompare(one.closedAt))
    .slice(0, mostInspections)
    .map(({ key, title, summary }) => ({
      key: stableKey('inspection', key),
      kind: 'inspection',
      path: inspectionPath(key),
      title,
      content: { title, text: summary },
    }));
