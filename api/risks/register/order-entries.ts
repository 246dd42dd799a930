import type { Context } from '../../context.ts';
import type { Language } from '../../kernel/index.ts';
import type { RegisterQuery, RiskScale } from '../contract.ts';
import { acceptanceStates, treatments, type RiskStage } from '../vocabulary.ts';
import { levelOf, type VisibleEntry } from './filter-entries.ts';
import { registerWords, type RegisterWords } from './register-words.ts';
import { weightOf } from './visible-statuses.ts';

export type RegisterSort = RegisterQuery['sort'];
export type RegisterGroup = NonNullable<RegisterQuery['group']>;
/** Sort value of a line; lines without one are last in both directions. */
type Place = number | string | undefined;
type PlaceOf = (seen: VisibleEntry, words: RegisterWords) => Place;

const stage =
  (name: RiskStage): PlaceOf =>
  ({ entry, statuses }) => {
    const status = statuses[name];
    return status && weightOf(entry.known.assessment.scale, status);
  };
const listed = <Value>(values: readonly Value[], value: Value | undefined): number | undefined => {
  const place = value === undefined ? -1 : values.indexOf(value);
  return place < 0 ? undefined : place;
};

const sorts: Record<RegisterSort, PlaceOf> = {
  asset: ({ entry }, words) => words.asset(entry.known.asset).place,
  title: ({ entry }, words) => words.threat(entry.known.threat).place,
  centre: ({ entry }, words) => words.centre.get(entry.known.asset.centreId ?? ''),
  owner: ({ entry }, words) => words.owner.get(entry.known.asset.ownerId ?? ''),
  inherent: stage('inherent'),
  current: stage('current'),
  target: stage('target'),
  treatment: ({ entry }) => listed(treatments, entry.known.risk.treatment),
  nextDue: ({ entry }) => entry.actions.nextDue,
  acceptance: ({ entry }) => listed(acceptanceStates, entry.acceptance.state),
  assessedOn: ({ entry }) => entry.assessedOn,
  reviewOn: ({ entry }) => entry.reviewOn,
};

function compare(one: Place, other: Place, way: 1 | -1): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return one < other ? -way : way;
}

/** Group of a line; `none` without a value. */
const groupKeys: Record<RegisterGroup, (seen: VisibleEntry, scale: RiskScale) => string> = {
  asset: ({ entry }) => entry.known.asset.key,
  centre: ({ entry }) => entry.known.asset.centreId ?? 'none',
  owner: ({ entry }) => entry.known.asset.ownerId ?? 'none',
  level: ({ entry, statuses }, scale) => String(levelOf(scale, entry, statuses)),
  treatment: ({ entry }) => entry.known.risk.treatment ?? 'none',
  acceptance: ({ entry }) => entry.acceptance.state,
};
export const groupKeyOf = (group: RegisterGroup, seen: VisibleEntry, scale: RiskScale): string =>
  groupKeys[group](seen, scale);

/** Groups by name, levels worst first, choices in their usual order; `none` last. */
function groupPlace(group: RegisterGroup, seen: VisibleEntry, scale: RiskScale, words: RegisterWords): Place {
  return group === 'level' ? -levelOf(scale, seen.entry, seen.statuses) : sorts[group](seen, words);
}

/** At equal present weight, the worse without controls comes first. */
const inherent = sorts.inherent;

/**
 * Sorts lines: by group, the requested order, then inherent level (worst first), asset, threat and key, for a stable
 * order. Levels sort by severity, not by text.
 */
export function orderEntries(
  context: Context,
  language: Language,
  scale: RiskScale,
  entries: readonly VisibleEntry[],
  { sort, descending, group }: Pick<RegisterQuery, 'sort' | 'descending' | 'group'>,
): VisibleEntry[] {
  const words = registerWords(context, language);
  const way = descending ? -1 : 1;
  return entries
    .map((seen) => ({
      seen,
      group: group && groupPlace(group, seen, scale, words),
      groupKey: group && groupKeyOf(group, seen, scale),
      place: sorts[sort](seen, words),
      inherent: inherent(seen, words),
      asset: words.asset(seen.entry.known.asset).place,
      threat: words.threat(seen.entry.known.threat).place,
    }))
    .sort(
      (one, other) =>
        compare(one.group, other.group, 1) ||
        compare(one.groupKey, other.groupKey, 1) ||
        compare(one.place, other.place, way) ||
        compare(one.inherent, other.inherent, -1) ||
        one.asset - other.asset ||
        one.threat - other.threat ||
        compare(one.seen.entry.known.key, other.seen.entry.known.key, 1),
    )
    .map(({ seen }) => seen);
}
