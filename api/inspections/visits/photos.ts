import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { eachItem } from '../../each-item.ts';
import { frozenDownload, sniffFile, storeFile } from '../../files/index.ts';
import type { Upload } from '../../http/endpoint.ts';
import type { FileAnswer } from '../../http/route.ts';
import {
  addDays,
  AppError,
  invalid,
  isRefusal,
  localDate,
  missing,
  nowOf,
  repeatableKey,
  todayOf,
  type Actor,
} from '../../kernel/index.ts';
import type { Lane, Stored } from '../../sharepoint/index.ts';
import { inspectionRead, managedInspection, requireOpenVisit } from '../inspections.ts';
import { Inspections, type Inspection, type Photo } from '../inspection-lists.ts';
import { longest } from '../vocabulary.ts';

/** Folder of the library, with a subfolder per inspection. */
const folder = 'Tilsyn';

/** Makes `addPhoto`'s checks of the inspection before a picture is read. */
export function photographable(context: Context, actor: Actor, inspectionKey: string): Stored<Inspection> {
  const inspection = managedInspection(context, actor, inspectionKey);
  requireOpenVisit(context, inspection);
  return inspection;
}

/**
 * Adds a picture to a checklist item, in the library; its file is deleted after the configured time. Idempotent. 6
 * resource units. Throws AppError: missing, forbidden `inspections.mayNotInspect`, conflict `inspections.closed`,
 * invalid `inspections.noSuchItem` `inspections.notAPicture` `inspections.tooManyPhotos`, unavailable.
 */
export async function addPhoto(
  context: Context,
  actor: Actor,
  { inspectionKey, itemKey }: { inspectionKey: string; itemKey: string },
  { bytes }: Upload,
): Promise<Stored<Inspection>> {
  const inspection = photographable(context, actor, inspectionKey);
  const { items, photos } = inspection;
  if (!items.some(({ key }) => key === itemKey)) throw invalid('inspections.noSuchItem');
  const key = repeatableKey(actor, 'photo');
  // The repeat of a press whose picture was deleted since.
  if (photos.some((one) => one.key === key && !isThere(one))) return inspection;
  requireRoom(photos, key);
  const sniffed = await sniffFile(bytes);
  if (sniffed?.extension !== 'jpg') throw invalid('inspections.notAPicture', { field: 'file' });
  const file = await storeFile(context, [folder, inspectionKey], { fileName: `${key}.jpg`, bytes });
  const now = nowOf(context.clock);
  const added = context.list(Inspections).update(inspectionKey, (current) => {
    if (current.photos.some((one) => one.key === key)) return undefined;
    requireOpenVisit(context, current);
    requireRoom(current.photos, key);
    const photo: Photo = { key, itemKey, file, by: actor.personId, at: now };
    return { photos: [...keptOf(current.photos), photo], changedAt: now, changedBy: actor.personId };
  });
  const changed = await added.catch(async (thrown: unknown) => {
    // No record would name the file, and nobody would delete it.
    if (isRefusal(thrown)) await removeFile(context, file.id, 'interactive');
    throw thrown;
  });
  await recordAct(context, {
    act: 'addInspectionPhoto',
    subjectKey: inspectionKey,
    actorId: actor.personId,
    at: now,
    occasion: key,
    details: { photoKey: key },
  });
  return changed;
}

const isThere = ({ deletedAt }: Photo): boolean => deletedAt === undefined;
/** Those that are there, and the latest deleted ones. */
function keptOf(photos: readonly Photo[]): Photo[] {
  const deleted = new Set(photos.filter((one) => !isThere(one)).slice(-longest.photos));
  return photos.filter((one) => isThere(one) || deleted.has(one));
}

/** A deleted picture takes no room. */
function requireRoom(photos: readonly Photo[], key: string): void {
  if (photos.filter(isThere).length >= longest.photos && !photos.some((one) => one.key === key))
    throw invalid('inspections.tooManyPhotos', { most: longest.photos });
}

/**
 * A picture, unchanged. 1 resource unit. Throws AppError: missing `inspections.noSuchPhoto`, forbidden, unavailable.
 */
export async function photoFile(
  context: Context,
  actor: Actor,
  { inspectionKey, photoKey }: { inspectionKey: string; photoKey: string },
): Promise<FileAnswer> {
  const photo = inspectionRead(context, actor, inspectionKey).photos.find(({ key }) => key === photoKey);
  if (!photo || photo.deletedAt !== undefined) throw missing('inspections.noSuchPhoto');
  return frozenDownload(context, photo.file);
}

/**
 * Deletes a picture at once, e.g. when it shows a person by mistake. Idempotent. 6 resource units. Throws AppError as
 * `addPhoto`.
 */
export async function removePhoto(
  context: Context,
  actor: Actor,
  { inspectionKey, photoKey }: { inspectionKey: string; photoKey: string },
): Promise<Stored<Inspection>> {
  const inspection = managedInspection(context, actor, inspectionKey);
  const photo = inspection.photos.find(({ key }) => key === photoKey);
  return photo ? deletePhotos(context, inspection, [photo], 'interactive') : inspection;
}

/** The file first: a picture marked as deleted is deleted. */
async function deletePhotos(
  context: Context,
  { key: inspectionKey }: Inspection,
  photos: readonly Photo[],
  lane: Lane,
): Promise<Stored<Inspection>> {
  for (const { file } of photos) await removeFile(context, file.id, lane);
  const now = nowOf(context.clock);
  const gone = new Set(photos.map(({ key }) => key));
  return context
    .list(Inspections)
    .update(
      inspectionKey,
      ({ photos: all }) =>
        all.some(({ key, deletedAt }) => gone.has(key) && deletedAt === undefined)
          ? { photos: all.map((one) => (gone.has(one.key) ? { ...one, deletedAt: one.deletedAt ?? now } : one)) }
          : undefined,
      lane,
    );
}

/** It may have been deleted in SharePoint. */
async function removeFile(context: Context, id: string, lane: Lane): Promise<void> {
  try {
    await context.documents.remove(id, { lane });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'sharepoint.itemGone') throw thrown;
  }
}

/** Deletes expired pictures' files. Free when there are none; 4 resource units a picture. */
export async function deleteOldPhotos(context: Context): Promise<void> {
  const before = addDays(todayOf(context.clock), -context.organisation.inspectionPhotoDays);
  const each = eachItem(context, 'inspectionPhotos');
  const isOld = ({ at, deletedAt }: Photo) => deletedAt === undefined && localDate(new Date(at)) < before;
  const old = context
    .list(Inspections)
    .all()
    .filter(({ photos }) => photos.some(isOld));
  await each.of(old, async (inspection) => {
    await deletePhotos(context, inspection, inspection.photos.filter(isOld), 'background');
  });
  each.end();
}
