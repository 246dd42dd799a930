import type { Context } from '../../context.ts';
import type { Language } from '../../kernel/index.ts';
import type { RegisterQuery, RiskScale } from '../contract.ts';
import { acceptanceStates, treatments, type RiskStage } from '../vocabulary.ts';
import { levelOf, type SeenEntry } from './filter-entries.ts';
import { registerWords, type RegisterWords } from './register-words.ts';
import { weightOf } from './seen-standings.ts';

export type RegisterSort = RegisterQuery['sort'];
export type RegisterGroup = NonNullable<RegisterQuery['group']>;
/** What a line is put in order by; a line without it comes last, whichever way the order runs. */
type Place = number | string | undefined;
type PlaceOf = (seen: SeenEntry, words: RegisterWords) => Place;

const stage =
  (name: RiskStage): PlaceOf =>
  ({ entry, standings }) => {
    const standing = standings[name];
    return standing && weightOf(entry.known.assessment.scale, standing);
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

/** Of which group a line is; `none` where it has no such thing. */
const groupKeys: Record<RegisterGroup, (seen: SeenEntry, scale: RiskScale) => string> = {
  asset: ({ entry }) => entry.known.asset.key,
  centre: ({ entry }) => entry.known.asset.centreId ?? 'none',
  owner: ({ entry }) => entry.known.asset.ownerId ?? 'none',
  level: ({ entry, standings }, scale) => String(levelOf(scale, entry, standings)),
  treatment: ({ entry }) => entry.known.risk.treatment ?? 'none',
  acceptance: ({ entry }) => entry.acceptance.state,
};
export const groupKeyOf = (group: RegisterGroup, seen: SeenEntry, scale: RiskScale): string =>
  groupKeys[group](seen, scale);

/** Groups by name, levels with the worst first, choices in the order people know them; those without come last. */
function groupPlace(group: RegisterGroup, seen: SeenEntry, scale: RiskScale, words: RegisterWords): Place {
  return group === 'level' ? -levelOf(scale, seen.entry, seen.standings) : sorts[group](seen, words);
}

/** A line that weighs the same now comes after one that was worse without controls. */
const inherent = sorts.inherent;

/**
 * Lines in order: by group, by what is asked for, and then by inherent level (worst first), asset, threat and key, so
 * that the order is always the same. Levels go by severity, never by their words.
 */
export function orderEntries(
  context: Context,
  language: Language,
  scale: RiskScale,
  entries: readonly SeenEntry[],
  { sort, descending, group }: Pick<RegisterQuery, 'sort' | 'descending' | 'group'>,
): SeenEntry[] {
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
