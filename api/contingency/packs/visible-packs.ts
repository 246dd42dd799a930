import type { Context } from '../../context.ts';
import { forbidden, missing, type Actor, type CentreId } from '../../kernel/index.ts';
import { centreRef, centres, freshnessOf, personRef } from '../../organisation/index.ts';
import type { PackHistory, PackPlacementView, PackRow, PacksView, PackView } from '../contract.ts';
import { shortHash } from '../../paper/printable.ts';
import { OfflinePacks, PackPlacements, type OfflinePack, type PackPlacement } from './pack-lists.ts';
import { isLeadOf, mayPlacePack, maySeeWhole } from '../permissions.ts';
import { ContingencyPlanVersions } from '../plans/plan-lists.ts';
import { packsOf, packStatusOf } from './packs.ts';

/** The centre's people, so that access is immediate in an emergency; and those responsible for the whole. */
const maySeePacks = (actor: Actor, centreId: CentreId): boolean =>
  maySeeWhole(actor) || actor.centreId === centreId || isLeadOf(actor, [centreId]);

/** Throws AppError `forbidden`. */
export function refuseUnseen(actor: Actor, centreId: CentreId): void {
  if (!maySeePacks(actor, centreId)) throw forbidden('contingency.mayNotSeePack');
}

const packViewOf = ({ key, number, madeAt, contentHash, versionKeys, changes, pdf, html }: OfflinePack): PackView => {
  const file = ({ name, size, type, hash }: OfflinePack['pdf']) => ({ name, size, type, hash });
  return {
    key,
    number,
    madeAt,
    code: shortHash(contentHash),
    plans: versionKeys.length,
    changes,
    pdf: file(pdf),
    html: file(html),
  };
};

function placementViewOf(context: Context, { packKey, place, placedOn, by, at }: PackPlacement): PackPlacementView {
  const number = context.list(OfflinePacks).get(packKey)?.number;
  return { place, placedOn, by: personRef(context, by), at, ...(number === undefined ? {} : { number }) };
}

function rowOf(context: Context, actor: Actor, centre: PackRow['centre']): PackRow {
  const centreId = centre.id as CentreId;
  const { status, latest, placement, isComing } = packStatusOf(context, centreId);
  const may = mayPlacePack(actor, centreId);
  return {
    centre,
    status,
    isComing,
    ...(latest ? { latest: packViewOf(latest) } : {}),
    ...(placement ? { placement: placementViewOf(context, placement) } : {}),
    abilities: { place: may && latest !== undefined && status !== 'none', make: may && isComing },
  };
}

/** A centre's row. Throws AppError `missing`, `forbidden`. */
export function packRowOf(context: Context, actor: Actor, centreId: CentreId): PackRow {
  const centre = centreRef(context, centreId);
  if (!centre) throw missing('contingency.noSuchCentre');
  refuseUnseen(actor, centreId);
  return rowOf(context, actor, centre);
}

const order: readonly PackRow['status'][] = ['old', 'notPlaced', 'coming', 'placed', 'none'];

/** The centres whose packs the actor may see, most urgent first. From memory. */
export function visiblePacks(context: Context, actor: Actor): PacksView {
  const rows = centres(context)
    .filter(({ key, closed }) => !closed && maySeePacks(actor, key as CentreId))
    .map(({ key, title }) => rowOf(context, actor, { id: key, title }))
    .sort((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
  const counts = { none: 0, coming: 0, notPlaced: 0, old: 0, placed: 0 };
  for (const { status } of rows) counts[status] += 1;
  return { rows, counts, freshness: freshnessOf(context, OfflinePacks, PackPlacements, ContingencyPlanVersions) };
}

/** Throws AppError `missing`, `forbidden`. */
export function packHistoryOf(context: Context, actor: Actor, centreId: CentreId): PackHistory {
  const { centre } = packRowOf(context, actor, centreId);
  const { packs, placements } = packsOf(context, centreId);
  return {
    centre,
    packs: packs.map(packViewOf),
    placements: placements.map((placement) => placementViewOf(context, placement)),
  };
}
