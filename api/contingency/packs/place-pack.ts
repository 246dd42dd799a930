import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { contextPart } from '../../context-part.ts';
import {
  conflict,
  forbidden,
  invalid,
  saidAt,
  saidOn,
  stableKey,
  type Actor,
  type LocalDate,
} from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { PackPlacements, type PackPlacement } from './pack-lists.ts';
import { mayPlacePack } from '../permissions.ts';
import { placePackKey } from './pack-obligation.ts';
import { latestPackOf, packOrThrow, packStatusOf } from './packs.ts';

/** Characters of a place description. */
export const longestPlace = 200;

/**
 * Records that the newest pack is printed and placed (R5). A repeat is a success. 4 resource units. Throws AppError:
 * missing, forbidden, conflict `contingency.newerPack`, invalid (place, placedOn).
 */
export async function placePack(
  context: Context,
  actor: Actor,
  input: { packKey: string; place: string; placedOn?: LocalDate },
): Promise<Stored<PackPlacement>> {
  const pack = packOrThrow(context, input.packKey);
  const { centreId } = pack;
  if (!mayPlacePack(actor, centreId)) throw forbidden('contingency.mayNotPlacePack');
  const today = saidOn(context.clock, actor);
  const [place, placedOn] = [input.place.trim().slice(0, longestPlace), input.placedOn ?? today];
  if (place === '') throw invalid('contingency.placeMissing', { field: 'place' });
  if (placedOn > today) throw invalid('contingency.placedLater', { field: 'placedOn' });
  if (latestPackOf(context, centreId)?.key !== pack.key) throw conflict('contingency.newerPack');
  const { record } = await context.list(PackPlacements).create({
    key: stableKey('placed', pack.key, actor.personId, placedOn, place),
    title: pack.title,
    centreId,
    packKey: pack.key,
    place,
    placedOn,
    by: actor.personId,
    at: saidAt(context.clock, actor),
  });
  await recordPlacement(context, record);
  return record;
}

export interface PlacedPack {
  result: 'placed' | 'alreadyPlaced';
  placement: Stored<PackPlacement>;
}

/**
 * The same from a card that may be old: a recorded place is not overwritten. 4 resource units. Throws AppError as
 * `placePack`.
 */
export async function placePackOnce(
  context: Context,
  actor: Actor,
  input: { packKey: string; place: string },
): Promise<PlacedPack> {
  const { key, centreId } = packOrThrow(context, input.packKey);
  if (!mayPlacePack(actor, centreId)) throw forbidden('contingency.mayNotPlacePack');
  const { status, placement } = packStatusOf(context, centreId);
  if (status === 'placed' && placement?.packKey === key) return { result: 'alreadyPlaced', placement };
  return { result: 'placed', placement: await placePack(context, actor, input) };
}

/** Appends to the audit trail. Idempotent. */
async function recordPlacement(context: Context, { key, packKey, centreId, placedOn, by, at }: PackPlacement) {
  const details = { packKey, centreId, placedOn, obligation: placePackKey(packKey) };
  await recordAct(context, { act: 'placePack', subjectKey: key, actorId: by, at, details });
}

const recorded = contextPart<WeakSet<object>>('contingency/placePack');

/** Completes audits after a crash. Checks placements once. Throws AppError `unavailable`. */
export async function continuePlacements(context: Context): Promise<void> {
  const done = recorded.get(context) ?? new WeakSet();
  recorded.set(context, done);
  for (const one of context.list(PackPlacements).all()) {
    if (done.has(one)) continue;
    await recordPlacement(context, one);
    done.add(one);
  }
}
