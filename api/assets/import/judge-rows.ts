import type { Context } from '../../context.ts';
import { inSlices } from '../../kernel/index.ts';
import type { Asset } from '../asset-list.ts';
import { assetByName, nameKey, type Meaning } from '../asset-names.ts';
import { assetWords } from '../asset-words.ts';
import { findAsset } from '../assets.ts';
import { oneLine, plainText, tooLongCell } from '../cell-text.ts';
import { linkAddress, type AssetFields } from '../check-asset.ts';
import { importFields, type AssetMapping } from '../contract.ts';
import { identifyRows, keptExternalId, type IdentifiedRow, type Identity } from './identify-rows.ts';
import type { ImportField, ImportProblem, ImportRow } from './import-row.ts';
import { readers, type Reading } from './read-fields.ts';

export interface RowProblem extends ImportProblem {
  severity: 'error' | 'warning';
}
/** Result of one row. */
export interface JudgedRow {
  line: number;
  title: string;
  what: 'add' | 'change' | 'same' | 'leftOut';
  problems: RowProblem[];
  /** Columns with changes. */
  fields: ImportField[];
  /** The write: all fields of a new asset, or the changed ones. */
  write?: { key: string; fields: Partial<AssetFields>; isNew: boolean };
}

/** Fields that other registers leave unset. */
const unsaid: Omit<AssetFields, 'title' | 'kind'> = {
  description: '',
  usedBy: [],
  personalData: ['unknown'],
  dataSubjects: [],
  criticality: 'medium',
  hosting: 'unknown',
  state: 'inUse',
  dependsOn: [],
  links: [],
};

/**
 * Judges every row: each has exactly one result, and the counts add up. A filled cell sets its field, an empty one
 * leaves it. Rows may depend on each other in any order. A fixed number
 * of passes, in slices.
 */
export async function judgeRows(
  context: Context,
  rows: readonly ImportRow[],
  mapping: AssetMapping,
): Promise<JudgedRow[]> {
  const words = assetWords(context, mapping.words);
  const identities = await identifyRows(context, rows, mapping, words);
  const file = assetsOfFile(identities, mapping);
  const assetOf = (text: string): Meaning => {
    for (const name of [text, keptExternalId(mapping.source, text)]) {
      const known = assetByName(context, name);
      if ('key' in known || known.problem === 'several') return known;
    }
    const key =
      file.keys.get(text) ?? file.keys.get(keptExternalId(mapping.source, text)) ?? file.keys.get(nameKey(text));
    return key === undefined ? { problem: 'none' } : { key };
  };
  const known = (key: string) => file.assets.get(key) ?? findAsset(context, key);
  const judgedRows: JudgedRow[] = [];
  await inSlices(identities, (identity) => void judgedRows.push(judgeOne(identity)));
  return judgedRows;

  function judgeOne(identity: Identity): JudgedRow {
    if ('error' in identity) return leftOut(identity);
    const problems: RowProblem[] = [];
    const warn: Reading['warn'] = (code, values = {}, field) =>
      void problems.push({ severity: 'warning', code, values, ...(field ? { field } : {}) });
    const { current } = identity;
    const reading = {
      context,
      words,
      current,
      assetOf,
      warn,
      source: mapping.source,
      centreId: current?.centreId,
      carried: current?.carried,
    };
    return judged(identity, readRow(identity, reading, known), problems);
  }
}

const leftOut = ({ row, error }: { row: ImportRow; error: ImportProblem }): JudgedRow => ({
  line: row.line,
  title: row.cells.title ?? '',
  what: 'leftOut',
  fields: [],
  problems: [{ severity: 'error', ...error }],
});

/** Assets added or renamed by the file: other rows may depend on them. */
function assetsOfFile(identities: readonly Identity[], { source }: AssetMapping) {
  const keys = new Map<string, string>();
  const assets = new Map<string, Pick<Asset, 'kind' | 'title'>>();
  for (const identity of identities) {
    if ('error' in identity) continue;
    const { title = '', externalId = '' } = identity.row.cells;
    assets.set(identity.key, { kind: identity.kind, title: identity.current?.title ?? oneLine(title) });
    if (title !== '') keys.set(nameKey(oneLine(title)), identity.key);
    if (externalId !== '') keys.set(keptExternalId(source, oneLine(externalId)), identity.key);
  }
  return { keys, assets };
}

/** A row's cells by field. */
function readRow(
  { row, key, kind }: IdentifiedRow,
  reading: Reading,
  known: (key: string) => Pick<Asset, 'kind' | 'title'> | undefined,
): [ImportField, Partial<AssetFields>][] {
  return importFields.flatMap((field): [ImportField, Partial<AssetFields>][] => {
    const cell = row.cells[field];
    if (cell === undefined || cell === '' || cell === tooLongCell) return [];
    const said = readers[field](cell, reading);
    if (said.centreId !== undefined) reading.centreId = said.centreId;
    if (said.dependsOn) return [[field, { dependsOn: said.dependsOn.filter((one) => mayDepend(one)) }]];
    return Object.keys(said).length === 0 ? [] : [[field, said]];
  });

  function mayDepend(one: string): boolean {
    if (one === key) reading.warn('dependsOnItself');
    else if (kind === 'system' && known(one)?.kind === 'workProcess')
      reading.warn('systemOnProcess', { value: known(one)?.title ?? one });
    else return true;
    return false;
  }
}

function judged(
  { row, key, kind, current }: IdentifiedRow,
  said: readonly [ImportField, Partial<AssetFields>][],
  problems: RowProblem[],
): JudgedRow {
  const title = current?.title ?? oneLine(row.cells.title ?? '');
  const told = { line: row.line, title, problems };
  const fresh = said.filter(([, fields]) => !current || !holds(current, fields));
  const fields = fresh.map(([field]) => field);
  const written = Object.assign({}, ...fresh.map(([, each]) => each)) as Partial<AssetFields>;
  if (!current)
    return {
      ...told,
      what: 'add',
      fields,
      write: { key, isNew: true, fields: { ...unsaid, title, kind, ...written } },
    };
  if (fresh.length === 0) return { ...told, what: 'same', fields };
  return { ...told, what: 'change', fields, write: { key, isNew: false, fields: written } };
}

/** Whether an asset already has these values: texts as in a workbook, key lists unordered. */
const holds = (asset: Asset, fields: Partial<AssetFields>): boolean =>
  (Object.keys(fields) as (keyof AssetFields)[]).every((name) => same(name, asset[name], fields[name]));

function same(name: keyof AssetFields, one: AssetFields[keyof AssetFields], other: AssetFields[keyof AssetFields]) {
  if (name === 'links') return linksText(one as AssetFields['links']) === linksText(other as AssetFields['links']);
  if (Array.isArray(one) && Array.isArray(other)) return setText(one as string[]) === setText(other as string[]);
  if (typeof one === 'string' && typeof other === 'string') return plainText(one) === plainText(other);
  return one === other;
}
const setText = (values: readonly string[]) => JSON.stringify([...new Set(values)].sort());
const linksText = (links: AssetFields['links']) =>
  JSON.stringify(links.map(({ title, url }) => [oneLine(title), linkAddress(url)]));
