import type { Context } from '../../context.ts';
import { inSlices, stableKey, type CentreId } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { Asset } from '../asset-list.ts';
import { assetsWithExternalId, assetsWithTitle, centreByName, nameKey } from '../asset-names.ts';
import type { Words } from '../asset-words.ts';
import { findAsset } from '../assets.ts';
import { oneLine } from '../cell-text.ts';
import type { AssetMapping } from '../contract.ts';
import type { ImportProblem, ImportRow } from './import-row.ts';

/** The asset of a row: an existing one, or a new one with its future key. */
export interface IdentifiedRow {
  row: ImportRow;
  key: string;
  kind: Asset['kind'];
  current?: Stored<Asset>;
}
export type Identity = IdentifiedRow | { row: ImportRow; error: ImportProblem };

/** A row's identifying data. */
interface Telling {
  row: ImportRow;
  title: string;
  kind: Asset['kind'];
  externalId: string;
  centreId: CentreId | undefined;
}

const longestTitle = 200;

/** Ids of another register as stored, prefixed to be unique. */
export const keptExternalId = (source: AssetMapping['source'], id: string): string =>
  source !== 'os2kitos' || id === '' || id.startsWith('os2kitos:') ? id : `os2kitos:${id}`;

/**
 * Matches each row: by our key, by the id in the other register, else by kind and name, with the centre to tell equal
 * names apart. Other rows are new, with a stable key. Of rows with the same asset all but the first are reported. In
 * row order.
 */
export async function identifyRows(
  context: Context,
  rows: readonly ImportRow[],
  mapping: AssetMapping,
  words: Words,
): Promise<Identity[]> {
  const claimed = new Map<string, number>();
  const found = new Map<ImportRow, Identity>();
  const claim = (row: ImportRow, key: string, kind: Asset['kind'], current?: Stored<Asset>) => {
    const line = claimed.get(key);
    if (line === undefined) claimed.set(key, row.line);
    const identified = current ? { row, key, kind: current.kind, current } : { row, key, kind };
    found.set(row, line === undefined ? identified : { row, error: { code: 'twice', values: { line } } });
  };

  const named: Telling[] = [];
  await inSlices(rows, (row) => {
    const told = tellingOf(context, row, mapping, words);
    if ('error' in told) found.set(row, told);
    else {
      const sure = surely(context, told);
      if (sure === undefined) named.push(told);
      else if (sure.length > 1) found.set(row, { row, error: { code: 'severalAssets', values: {} } });
      else if (sure[0]) claim(row, sure[0].key, told.kind, sure[0]);
    }
  });
  await inSlices(named, (told) => {
    if (told.title === '') {
      found.set(told.row, { row: told.row, error: { code: 'noTitle', values: {} } });
      return;
    }
    const free = alike(context, told).filter(({ key }) => !claimed.has(key));
    const inUse = free.filter(({ state }) => state !== 'retired');
    const [only, ...others] = inUse.length > 0 ? inUse : free;
    if (others.length > 0 && told.centreId === undefined)
      found.set(told.row, { row: told.row, error: { code: 'severalAssets', values: {} } });
    else if (only && others.length === 0) claim(told.row, only.key, told.kind, only);
    else claim(told.row, newKey(told), told.kind, findAsset(context, newKey(told)));
  });
  return rows.flatMap((row) => found.get(row) ?? []);
}

function tellingOf(
  context: Context,
  row: ImportRow,
  { source, kind: otherwise }: AssetMapping,
  words: Words,
): Telling | { row: ImportRow; error: ImportProblem } {
  const { title = '', kind: written = '', externalId = '', centre = '' } = row.cells;
  // Kinds in OS2compliance are a list each municipality edits, and all are systems.
  const kind = words.kind(written) ?? (written === '' || source === 'os2compliance' ? otherwise : undefined);
  if (kind === undefined)
    return { row, error: { code: 'unknownKind', values: { value: written.slice(0, 100) }, field: 'kind' } };
  if (oneLine(title).length > longestTitle)
    return {
      row,
      error: { code: 'titleTooLong', values: { value: oneLine(title).slice(0, 60), maximum: longestTitle } },
    };
  const meant = centreByName(context, centre);
  return {
    row,
    kind,
    title: oneLine(title),
    externalId: keptExternalId(source, oneLine(externalId)),
    centreId: centre !== '' && 'key' in meant ? meant.key : undefined,
  };
}

/** The asset by key, id or name within the centre; `undefined` without a match. */
function surely(context: Context, told: Telling): readonly Stored<Asset>[] | undefined {
  const own = told.row.ownKey === undefined ? undefined : findAsset(context, told.row.ownKey);
  if (own) return [own];
  const byId = told.externalId === '' ? [] : assetsWithExternalId(context, told.externalId);
  if (byId.length > 0) return byId.flatMap((key) => findAsset(context, key) ?? []);
  const here = alike(context, told).filter(({ centreId }) => told.centreId !== undefined && centreId === told.centreId);
  return here.length > 0 ? here : undefined;
}

/** Assets of the same kind and name, without another id in the other register. */
const alike = (context: Context, { title, kind, externalId }: Telling): Stored<Asset>[] =>
  assetsWithTitle(context, title).flatMap((key) => {
    const asset = findAsset(context, key);
    if (!asset || asset.kind !== kind) return [];
    return externalId === '' || asset.externalId === undefined || asset.externalId === externalId ? [asset] : [];
  });

const newKey = ({ title, kind, externalId, centreId }: Telling): string =>
  externalId === '' ? stableKey('asset', kind, nameKey(title), centreId ?? 'whole') : stableKey('asset', externalId);
