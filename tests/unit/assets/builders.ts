import type { AssetBody, AssetMapping, AssetsQuery } from '../../../api/assets/contract.ts';
import { addAsset, findAsset } from '../../../api/assets/index.ts';
import type { ToldOfAssets } from '../../../api/assets/asset-rows.ts';
import type { Context } from '../../../api/context.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aTown, the } from '../organisation/builders.ts';

export const anAsset = (changes: Partial<AssetBody> = {}): AssetBody => ({
  title: 'Journalsystemet',
  kind: 'system',
  criticality: 'high',
  ...changes,
});
export const aProcess = (changes: Partial<AssetBody> = {}): AssetBody =>
  anAsset({ title: 'Udlevering af medicin', kind: 'workProcess', centreId: 'nord', ...changes });

/** The town with the program’s own words. */
export async function aRegister(today?: string) {
  const town = await aTown(today);
  town.context.texts = translator;
  return town;
}

/** Adds it as the CISO; returns its key. */
export const add = async (context: Context, body: AssetBody = anAsset()): Promise<string> =>
  (await addAsset(context, the(context, 'ciso'), body)).key;

export const assetOf = (context: Context, key: string) => {
  const asset = findAsset(context, key);
  if (!asset) throw new Error(`no asset ${key}`);
  return asset;
};

/** Without any assessment. */
export const unassessed: ToldOfAssets = {
  statusOf: (context, key) => ({ assessment: findAsset(context, key)?.notNeeded ? 'notNeeded' : 'none' }),
  referencesTo: () => [],
};

export const aQuery = (changes: Partial<AssetsQuery> = {}): AssetsQuery => ({
  ...{ sort: 'title', descending: false, offset: 0, limit: 50 },
  ...changes,
});

/** A file as saved by Danish Excel. */
export const csv = (...rows: string[][]) => ({
  fileName: 'aktiver.csv',
  base64: Buffer.from(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n'),
  ).toString('base64'),
});
export const aMapping = (columns: AssetMapping['columns'], changes: Partial<AssetMapping> = {}): AssetMapping => ({
  ...{ source: 'own', kind: 'system', columns, words: [] },
  ...changes,
});
