import type { Context } from '../../context.ts';
import { findFigure, figureValues, valueFor, type Values } from '../../figures/index.ts';
import { inspectionPath, Inspections } from '../../inspections/index.ts';
import { addMonths, localDate, stableKey, todayOf, type Language, type LocalDate } from '../../kernel/index.ts';
import { currentPolicy } from '../../policy/index.ts';
import type { SuggestionView } from '../contract.ts';
import { CouncilOrientations } from './orientation-list.ts';
import { collecting, sentOrientations } from './orientations.ts';
import { askOf, countedKinds, isCounted } from './unwritten.ts';

const mostInspections = 10;
const root = 'governanceDocuments.suggest';

/**
 * Suggested subjects: the policy, worst-level risks, accidents and inspections. What has been told is not repeated;
 * what was not taken stays on offer for the next orientation.
 */
export async function suggestions(context: Context, language: Language): Promise<SuggestionView[]> {
  const values = await figureValues(context);
  const since = offeredSince(context);
  const isNew = notTold(context);
  return [
    ...policy(context, language, since),
    ...counted(context, language, values),
    ...inspections(context, since, isNew),
  ].filter(isNew);
}

/** A year back, and at least as far as the period of the last orientation, whose subjects may not have been taken. */
function offeredSince(context: Context): LocalDate {
  const [last, before] = sentOrientations(context).map(({ sentOn }) => sentOn);
  const yearAgo = addMonths(todayOf(context.clock), -12);
  const told = before ?? (last && addMonths(last, -12));
  return told !== undefined && told < yearAgo ? told : yearAgo;
}

type IsNew = (suggestion: Pick<SuggestionView, 'key' | 'path' | 'kind'>) => boolean;

/** Neither taken in any orientation, nor told of there by its record's page. */
function notTold(context: Context): IsNew {
  const subjects = context
    .list(CouncilOrientations)
    .all()
    .flatMap((orientation) => orientation.subjects);
  const taken = new Set(subjects.map(({ suggestion }) => suggestion));
  const told = new Set(subjects.map(({ path }) => path));
  // A number has the path of its figure, and is told anew when it has changed.
  const toldNow = new Set(collecting(context)?.subjects.map(({ path }) => path));
  return ({ key, path, kind }) => !taken.has(key) && !(isCounted(kind) ? toldNow : told).has(path);
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

/** With the figures' numbers: once for each number in a year. */
function counted(context: Context, language: Language, values: Values): SuggestionView[] {
  return countedKinds.flatMap((kind) => {
    const figure = findFigure(kind === 'risks' ? 'risksWorst' : 'incidents');
    const count = figure && valueFor(values, figure, 'whole')?.value;
    if (!figure || !count) return [];
    const key = stableKey(kind, todayOf(context.clock).slice(0, 4), String(count));
    const called = (to: Language) => context.texts(to)(`${root}.${kind}`, { count });
    const fact = context.texts('da')(`${root}.${kind}Text`, { count });
    const content = { title: called('da'), text: `${fact} ${askOf(context, kind, count)}` };
    return [{ key, kind, title: called(language), content, path: figure.link('whole', context) }];
  });
}

const inspections = (context: Context, since: LocalDate, isNew: IsNew): SuggestionView[] =>
  context
    .list(Inspections)
    .all()
    .flatMap(({ key, title, summary, closedAt }) =>
      closedAt === undefined || localDate(closedAt) <= since ? [] : [{ key, title, summary, closedAt }],
    )
    .sort((one, other) => other.closedAt.localeCompare(one.closedAt))
    .map(({ key, title, summary }) => ({
      key: stableKey('inspection', key),
      kind: 'inspection' as const,
      path: inspectionPath(key),
      title,
      content: { title, text: summary },
    }))
    .filter(isNew)
    .slice(0, mostInspections);
