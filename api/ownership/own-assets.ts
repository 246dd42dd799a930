import {
  assetRow,
  Assets,
  assetsOwnedBy,
  findAsset,
  foldedAsset,
  maySeeAsset,
  visibleStatus,
  type Asset,
} from '../assets/index.ts';
import { criticalities } from '../assets/contract.ts';
import type { Context } from '../context.ts';
import { overviewLists, testingLook, visibleVitalRow } from '../contingency/index.ts';
import { coverageStates } from '../contingency/contract.ts';
import { daysBetween, isOverdue, todayOf, type Actor, type LocalDate, type Obligation } from '../kernel/index.ts';
import { obligationsOf } from '../obligations/index.ts';
import { fold, foldedMatch, freshnessOf, personRef } from '../organisation/index.ts';
import { assetStatusOf } from '../risks/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { OwnAssetRow, OwnAssetsQuery, OwnShow } from './contract.ts';
import { assetOfWork, workByAsset } from './work-about-assets.ts';
import { compareDanish } from '../texts/format.ts';
import { sortedBy, type SortKey } from '../texts/sort.ts';

/** Own ones first, then those whose owner is away or has left and whose work is the reader's. */
function ownAssets(context: Context, actor: Actor, today: LocalDate): Map<string, Stored<Asset>> {
  const found = new Map(assetsOwnedBy(context, actor.personId).map((asset) => [asset.key, asset]));
  for (const { kind, subject, state, passed } of obligationsOf(context, actor.personId, today)) {
    if (state !== 'open' || passed?.from === undefined) continue;
    const about = assetOfWork[kind];
    const key = about === undefined || about === 'none' ? undefined : about(context, subject.key);
    const asset = key === undefined ? undefined : findAsset(context, key);
    if (asset?.ownerId === passed.from && asset.state !== 'retired' && maySeeAsset(actor, asset))
      found.set(asset.key, asset);
  }
  return found;
}

/** Whether a person owns any, for the menu. From memory. */
export const ownsAssets = (context: Context, actor: Actor): boolean =>
  assetsOwnedBy(context, actor.personId).length > 0;

function nextOf(
  context: Context,
  actor: Actor,
  work: readonly Obligation[],
  today: LocalDate,
): Pick<OwnAssetRow, 'next'> {
  const next = work.find(({ personId }) => personId === actor.personId) ?? work[0];
  if (!next) return {};
  const { kind, subject, due, path, personId } = next;
  const whose = personId === actor.personId ? {} : { person: personRef(context, personId) };
  return { next: { kind, title: subject.title, due, daysLeft: daysBetween(today, due), path, ...whose } };
}

function rowOf(
  context: Context,
  actor: Actor,
  asset: Stored<Asset>,
  today: LocalDate,
): OwnAssetRow & { lacksPlan: boolean } {
  const status = visibleStatus(context, actor, asset, assetStatusOf);
  const vital = visibleVitalRow(context, actor, asset.key);
  const work = workByAsset(context, today).get(asset.key) ?? [];
  const { agreement, agreementOn } = asset.carried ?? {};
  return {
    ...assetRow(context, actor, { asset, status }),
    part: asset.ownerId === actor.personId ? 'owner' : 'standIn',
    ...(vital ? { plan: vital.plan } : {}),
    ...(vital?.testing ? { testing: { look: testingLook(vital.testing) } } : {}),
    tasks: { open: work.length, overdue: work.filter((one) => isOverdue(one, today)).length },
    ...nextOf(context, actor, work, today),
    ...(agreement === undefined
      ? {}
      : { agreement: { state: agreement, ...(agreementOn === undefined ? {} : { on: agreementOn }) } }),
    lacksPlan: vital?.gaps.some(({ gap }) => gap === 'noPlan') === true,
  };
}
type Row = ReturnType<typeof rowOf>;

const isShown: Record<OwnShow, (row: Row) => boolean> = {
  tasks: ({ tasks }) => tasks.open > 0,
  overdue: ({ tasks }) => tasks.overdue > 0,
  unassessed: ({ status }) => status.assessment === 'none',
  noPlan: ({ lacksPlan }) => lacksPlan,
};

const orders: Record<Exclude<OwnAssetsQuery['sort'], 'title'>, (row: Row) => SortKey> = {
  next: ({ next }) => next?.due,
  criticality: ({ criticality, status }) => criticalities.indexOf(status.vital ? 'vital' : criticality),
  level: ({ status }) => status.level?.severity,
  plan: ({ plan }) => plan && coverageStates.indexOf(plan.state),
  tasks: ({ tasks }) => tasks.open,
};

/** Ties stay by name. */
function sortRows(rows: Row[], { sort, descending }: Pick<OwnAssetsQuery, 'sort' | 'descending'>): Row[] {
  rows.sort((one, other) => compareDanish(one.title, other.title) || (one.key < other.key ? -1 : 1));
  if (sort === 'title') return descending ? rows.toReversed() : rows;
  return sortedBy(rows, orders[sort], descending);
}

/** A query's rows, sorted, and those counted. From memory. */
export function ownAssetRows(
  context: Context,
  actor: Actor,
  { q, kind, show, sort, descending }: Omit<OwnAssetsQuery, 'offset' | 'limit'>,
): { about: Row[]; found: Row[] } {
  const today = todayOf(context.clock);
  const search = fold(q ?? '');
  const about = [...ownAssets(context, actor, today).values()]
    .filter((asset) => (kind === undefined || asset.kind === kind) && foldedMatch(foldedAsset(asset), search))
    .map((asset) => rowOf(context, actor, asset, today));
  const found = show === undefined ? [...about] : about.filter(isShown[show]);
  return { about, found: sortRows(found, { sort, descending }) };
}

/** The reader's systems, with status and next work (R1, R4, R7). From memory. */
export function ownAssetsView(context: Context, actor: Actor, { offset, limit, ...query }: OwnAssetsQuery) {
  const { about, found } = ownAssetRows(context, actor, query);
  const count = (show: OwnShow) => about.filter(isShown[show]).length;
  return {
    rows: found.slice(offset, offset + limit).map(({ lacksPlan: _lacks, ...row }) => row),
    total: found.length,
    counts: {
      all: about.length,
      tasks: count('tasks'),
      overdue: count('overdue'),
      unassessed: count('unassessed'),
      noPlan: count('noPlan'),
    },
    today: todayOf(context.clock),
    freshness: freshnessOf(context, Assets, ...overviewLists),
  };
}
