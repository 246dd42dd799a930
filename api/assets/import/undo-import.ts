import { z } from 'zod';
import { AuditEntries, recordAct, type AuditEntry } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import {
  asAppError,
  conflict,
  digest,
  forbidden,
  inParallel,
  missing,
  nowOf,
  type Actor,
  type PersonId,
} from '../../kernel/index.ts';
import { personRef } from '../../organisation/index.ts';
import { Assets, type Asset } from '../asset-list.ts';
import type { ToldOfAssets } from '../asset-rows.ts';
import { dependants } from '../assets.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { AssetImports, AssetImportUndone } from '../contract.ts';
import { mayImportAssets } from '../permissions.ts';
import type { JudgedRow } from './judge-rows.ts';

/** Each asset before an import, stored in the library. */
const before = z.object({
  /** `changedAt` of all the import's writes. */
  at: z.string(),
  by: z.string(),
  entries: z.array(
    z.object({
      key: z.string(),
      isNew: z.boolean(),
      /** Names of written fields; those not in `fields` were absent. */
      names: z.array(z.string()),
      fields: z.record(z.string(), z.unknown()),
    }),
  ),
});
type Before = z.output<typeof before>;
type Left = AssetImportUndone['left'][number];

/** Fields written besides those of the file. */
const besides = ['retiredReason', 'countsFrom', 'changedAt', 'changedBy'];
/** Imports shown, latest first. */
const mostShown = 10;
/** Concurrent requests; leaves room for others. */
const together = 6;

/**
 * Stores the state before an import in the library, so that it can be undone. Returns the file's id, and its hash for
 * the trail. Throws AppError `unavailable`.
 */
export async function keepBefore(
  context: Context,
  importKey: string,
  stamp: { at: string; by: PersonId },
  rows: readonly JudgedRow[],
): Promise<{ before: string; contentHash: string }> {
  const entries = rows.flatMap(({ write }) => {
    if (!write) return [];
    const current = context.list(Assets).get(write.key);
    const names = [...new Set([...Object.keys(write.fields), ...besides])];
    const fields = Object.fromEntries(Object.entries(current ?? {}).filter(([name]) => names.includes(name)));
    return [{ key: write.key, isNew: write.isNew, names, fields }];
  });
  const kept: Before = { ...stamp, entries };
  const bytes = Buffer.from(JSON.stringify(kept), 'utf8');
  const { id } = await context.documents.upload(`Imports/assets-${importKey}.json`, bytes);
  return { before: id, contentHash: digest(bytes) };
}

/** The latest imports, their actors and whether undone. From memory. */
export function assetImports(context: Context): AssetImports {
  const acts = context.list(AuditEntries).all();
  const undone = new Set(acts.flatMap(({ title, subjectKey }) => (title === 'undoAssetImport' ? [subjectKey] : [])));
  return {
    imports: acts
      .filter(({ title, details }) => title === 'importAssets' && typeof details['before'] === 'string')
      .sort((one, other) => other.at.localeCompare(one.at))
      .slice(0, mostShown)
      .map(({ key, at, actorId, details }) => ({
        key,
        at,
        by: personRef(context, actorId),
        source: String(details['source'] ?? 'own'),
        added: Number(details['added'] ?? 0),
        changed: Number(details['changed'] ?? 0),
        undone: undone.has(key),
      })),
  };
}

/**
 * Undoes an import: removes what it added, restores what it changed. Assets changed since, and new ones referred to
 * since, stay and are reported; where a later import was the reason, they follow when that one is undone. A repeat has
 * nothing to do. 2 resource units for each asset, in the interactive lane: the answer says what was left. Throws
 * AppError: forbidden `assets.mayNotImport`, missing, conflict, unavailable.
 */
export async function undoAssetImport(
  context: Context,
  actor: Actor,
  importKey: string,
  { referencesTo }: Pick<ToldOfAssets, 'referencesTo'>,
): Promise<AssetImportUndone> {
  if (!mayImportAssets(actor)) throw forbidden('assets.mayNotImport');
  const act = context.list(AuditEntries).get(importKey);
  if (act?.title !== 'importAssets' || typeof act.details['before'] !== 'string') throw missing('assets.noSuchImport');
  const kept = await readBefore(context, act);
  const waiting = await undoneBefore(context, importKey);
  const isReferred = ({ key }: Asset) => referencesTo(context, key, actor.language, { risks: true }).length > 0;

  const { undone, left, freed } = await takeBack(context, kept, isReferred);
  // What goes may free all that it depended on, of the same import or of another.
  for (let before = -1; before !== freed.size;) {
    for (const key of freed) for (const one of context.list(Assets).get(key)?.dependsOn ?? []) freed.add(one);
    before = freed.size;
    for (const earlier of waiting) {
      const entries = earlier.entries.filter(({ key }) => freed.has(key));
      for (const key of (await takeBack(context, { ...earlier, entries }, isReferred)).freed) freed.add(key);
    }
  }
  await recordAct(context, {
    act: 'undoAssetImport',
    subjectKey: importKey,
    actorId: actor.personId,
    at: nowOf(context.clock),
    details: { undone, left: left.length },
  });
  return { undone, left };
}

/** What was before each other import that is undone and left something, latest first. */
async function undoneBefore(context: Context, importKey: string): Promise<Before[]> {
  const entries = context.list(AuditEntries);
  const imports = entries
    .all()
    .filter(({ title, details }) => title === 'undoAssetImport' && Number(details['left']) > 0)
    .flatMap(({ subjectKey }) => (subjectKey === importKey ? [] : (entries.get(subjectKey) ?? [])))
    .sort((one, other) => other.at.localeCompare(one.at));
  const found: Before[] = [];
  for (const act of imports) {
    const kept = await readBefore(context, act).catch(unlessGone);
    if (kept) found.push(kept);
  }
  return found;
}

/** Somebody may have deleted or changed the file: that import stays as it is. */
function unlessGone(thrown: unknown): undefined {
  const { kind, code } = asAppError(thrown);
  if (kind !== 'missing' && code !== 'assets.importFileChanged') throw thrown;
}

/** `freed`: assets that are as before the import, and those that they no longer depend on. */
async function takeBack(
  context: Context,
  { at, by, entries }: Before,
  isReferred: (asset: Asset & { key: string }) => boolean,
): Promise<AssetImportUndone & { freed: Set<string> }> {
  const list = context.list(Assets);
  const left: Left[] = [];
  const freed = new Set<string>();
  let undone = 0;
  const isAsLeft = (asset: Asset) => asset.changedAt === at && asset.changedBy === by;
  const leave = ({ key, title }: Asset, why: Left['why']) => void left.push({ key, title, why });
  const free = ({ key, dependsOn }: Asset) => {
    undone += 1;
    for (const one of [key, ...dependsOn]) freed.add(one);
  };

  // Changed assets may refer to new ones: restored first.
  await inParallel(
    together,
    entries.filter(({ isNew }) => !isNew),
    async ({ key, names, fields }) => {
      const asset = list.get(key);
      if (!asset) return;
      if (!isAsLeft(asset)) return leave(asset, 'changed');
      await list.update(key, (current) => (isAsLeft(current) ? asBefore(names, fields) : undefined));
      free(asset);
    },
  );
  const added = entries.flatMap(({ key, isNew }) => (isNew ? (list.get(key) ?? []) : []));
  const { removable, staying } = sorted(context, added, (asset) => {
    if (!isAsLeft(asset)) return 'changed';
    return isReferred(asset) ? 'referred' : undefined;
  });
  left.push(...staying);
  await inParallel(together, removable, async (asset) => {
    if (await list.removeUnchanged(asset.item)) free(asset);
    else leave(asset, 'changed');
  });
  return { undone, left, freed };
}

/**
 * New assets that can be removed, and those that stay: for a reason of their own, or because one that stays depends on
 * them.
 */
function sorted(
  context: Context,
  added: readonly Stored<Asset>[],
  ownReason: (asset: Stored<Asset>) => 'changed' | 'referred' | undefined,
): { removable: Stored<Asset>[]; staying: Left[] } {
  const staying: Left[] = [];
  let removable: Stored<Asset>[] = [];
  for (const asset of added) {
    const why = ownReason(asset);
    if (why === undefined) removable.push(asset);
    else staying.push({ key: asset.key, title: asset.title, why });
  }
  for (let before = -1; before !== staying.length;) {
    before = staying.length;
    const goes = new Set(removable.map(({ key }) => key));
    removable = removable.filter(({ key, title }) => {
      const by = (dependants(context).get(key) ?? []).find((other) => !goes.has(other.key));
      if (by) staying.push({ key, title, why: 'needed', by: by.title });
      return by === undefined;
    });
  }
  return { removable, staying };
}

/** Of imports before the trail had hashes, what reads as one is taken. */
async function readBefore(context: Context, { details }: AuditEntry): Promise<Before> {
  const bytes = await context.documents.download(String(details['before']));
  const isProven = details['contentHash'] === undefined || details['contentHash'] === digest(bytes);
  const read = before.safeParse(jsonIn(bytes));
  if (!read.success || !isProven) throw conflict('assets.importFileChanged');
  return read.data;
}

/** Undefined for what is no JSON. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The former fields; the list validates them on writing. */
const asBefore = (names: readonly string[], fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<Omit<Asset, 'key'>>;
