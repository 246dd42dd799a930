import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { missing, type CentreId } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { OfflinePacks, PackPlacements, type OfflinePack, type PackPlacement } from './pack-lists.ts';
import type { packStatuses } from '../vocabulary.ts';
import { packContentOf } from './pack-content.ts';

export const packsPath = '/contingency/packs';

/** A centre's packs and their places, newest first. */
export interface CentrePacks {
  packs: readonly Stored<OfflinePack>[];
  placements: readonly Stored<PackPlacement>[];
}
const nothing: CentrePacks = { packs: [], placements: [] };

const packsByCentre = derivation([OfflinePacks, PackPlacements], (context): ReadonlyMap<CentreId, CentrePacks> => {
  const packs = Map.groupBy(context.list(OfflinePacks).all(), ({ centreId }) => centreId);
  const placements = Map.groupBy(context.list(PackPlacements).all(), ({ centreId }) => centreId);
  return new Map(
    [...packs].map(([centreId, made]) => [
      centreId,
      {
        packs: made.toSorted((one, other) => other.number - one.number),
        placements: (placements.get(centreId) ?? []).toSorted((one, other) => (one.at < other.at ? 1 : -1)),
      },
    ]),
  );
});

/** From memory. */
export const packsOf = (context: Context, centreId: CentreId): CentrePacks =>
  packsByCentre(context).get(centreId) ?? nothing;

export const latestPackOf = (context: Context, centreId: CentreId): Stored<OfflinePack> | undefined =>
  packsOf(context, centreId).packs[0];

export const findPack = (context: Context, packKey: string): Stored<OfflinePack> | undefined =>
  context.list(OfflinePacks).get(packKey);

/** Throws AppError `missing`. */
export function packOrThrow(context: Context, packKey: string): Stored<OfflinePack> {
  const pack = findPack(context, packKey);
  if (!pack) throw missing('contingency.noSuchPack');
  return pack;
}

export interface PackStatus {
  status: (typeof packStatuses)[number];
  latest?: Stored<OfflinePack>;
  /** Place of the newest printed one. */
  placement?: Stored<PackPlacement>;
  /** A plan has changed since the latest was made: a new one will be. */
  isComing: boolean;
}

/** Status of a centre's printed pack (R5): an older one in place counts as old. From memory. */
export function packStatusOf(context: Context, centreId: CentreId): PackStatus {
  const content = packContentOf(context, centreId);
  const { packs, placements } = packsOf(context, centreId);
  const [latest, placement] = [packs[0], placements[0]];
  return {
    status: statusOf(content !== undefined, latest, placement),
    ...(latest ? { latest } : {}),
    ...(placement ? { placement } : {}),
    isComing: content !== undefined && content.contentHash !== latest?.contentHash,
  };
}

function statusOf(
  hasPlans: boolean,
  latest: OfflinePack | undefined,
  placement: PackPlacement | undefined,
): PackStatus['status'] {
  if (!hasPlans) return 'none';
  if (!latest) return 'coming';
  if (!placement) return 'notPlaced';
  return placement.packKey === latest.key ? 'placed' : 'old';
}
