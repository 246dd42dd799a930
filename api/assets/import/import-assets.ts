import type { z } from 'zod';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { readGivenFile, tableHead, type GivenFile } from '../../imports/index.ts';
import { forbidden, invalid, nowOf, repeatableKey, type Actor } from '../../kernel/index.ts';
import type { Table } from '../../tables/index.ts';
import type { assetImportContract, AssetImportCheck, AssetMapping } from '../contract.ts';
import { mayImportAssets } from '../permissions.ts';
import { guessMapping, keyHeadingOf } from './guess-mapping.ts';
import { importRows } from './import-row.ts';
import { judgeRows, type JudgedRow } from './judge-rows.ts';
import { writeAssets } from './write-assets.ts';

export interface GivenAssets extends GivenFile {
  mapping: AssetMapping;
}
type ReadAssets = z.output<(typeof assetImportContract)['POST /api/assets/imports/read']['answer']>;

/**
 * Rows of one import: more than any municipality has systems and work processes. They are judged in one go, in which
 * nobody else is answered.
 */
const mostInFile = 10_000;
/** Rows and problems that are shown; all are counted. */
const [mostRows, mostProblems] = [50, 500];

function requireImporter(actor: Actor): void {
  if (!mayImportAssets(actor)) throw forbidden('assets.mayNotImport');
}

/**
 * The headings of a file, whose file it looks like, and a guess at what the columns mean. Throws AppError `forbidden`, and
 * `invalid` when it is no table.
 */
export async function readAssetImport(context: Context, actor: Actor, file: GivenFile): Promise<ReadAssets> {
  requireImporter(actor);
  const table = await readAssetTable(file);
  return { ...tableHead(table), guess: guessMapping(context, table) };
}

/**
 * What an import of the file would add and change, and what is wrong with it by line, in the actor's language. Writes
 * nothing. Throws AppError `forbidden`, `invalid`.
 */
export async function checkAssetImport(context: Context, actor: Actor, given: GivenAssets): Promise<AssetImportCheck> {
  return checkOf(context, actor, await judgedFile(context, actor, given));
}

/**
 * Adds and changes the assets of the file (R1). Lines with an error are left out and told of; a repeat changes nothing
 * twice. 2 resource units for each asset that is new or changed, and 2 for the audit trail. A large file is still being
 * written after the answer (`left`). Throws AppError `forbidden`, `invalid`, `conflict` while another import is being
 * written, `unavailable`.
 */
export async function importAssets(
  context: Context,
  actor: Actor,
  given: GivenAssets,
): Promise<AssetImportCheck & { written: number; left: number }> {
  const rows = await judgedFile(context, actor, given);
  const check = checkOf(context, actor, rows);
  const { added, changed, unchanged, leftOut } = check;
  const { written, left } = await writeAssets(context, actor, rows);
  await recordAct(context, {
    ...{ act: 'importAssets', subjectKey: 'assets', actorId: actor.personId, at: nowOf(context.clock) },
    details: { source: given.mapping.source, added, changed, unchanged, leftOut },
    occasion: repeatableKey(actor, 'import'),
  });
  return { ...check, written, left };
}

async function readAssetTable(file: GivenFile): Promise<Table> {
  const table = await readGivenFile(file);
  if (table.rows.length > mostInFile) throw invalid('tables.tooLarge');
  return table;
}

async function judgedFile(context: Context, actor: Actor, { mapping, ...file }: GivenAssets): Promise<JudgedRow[]> {
  requireImporter(actor);
  const table = await readAssetTable(file);
  const absent = Object.values(mapping.columns).find((heading) => !table.headers.includes(heading));
  if (absent !== undefined) throw invalid('assets.noSuchColumn', { heading: absent });
  const keyHeading = mapping.source === 'own' ? keyHeadingOf(context, table) : undefined;
  if (mapping.columns.title === undefined && keyHeading === undefined) throw invalid('assets.noTitleColumn');
  return judgeRows(context, importRows(table, mapping, keyHeading), mapping);
}

function checkOf(context: Context, actor: Actor, rows: readonly JudgedRow[]): AssetImportCheck {
  const t = context.texts(actor.language);
  const count = (what: JudgedRow['what']) => rows.filter((row) => row.what === what).length;
  const problems = rows.flatMap(({ line, problems: each }) => each.map((problem) => ({ line, ...problem })));
  // What is new comes first, since that is what the reader wants to recognise.
  const shown = [...rows.filter(({ write }) => write), ...rows.filter(({ what }) => what === 'same')];
  return {
    rows: rows.length,
    added: count('add'),
    changed: count('change'),
    unchanged: count('same'),
    leftOut: count('leftOut'),
    problems: problems.slice(0, mostProblems).map(({ line, severity, code, values }) => ({
      ...{ line, severity, code },
      text: t(`riskDocuments.assets.problem.${code}`, values),
    })),
    problemCount: problems.length,
    sample: shown
      .slice(0, mostRows)
      .flatMap(({ line, title, what, fields }) =>
        what === 'leftOut' ? [] : [{ line, title, what, fields: [...fields] }],
      ),
  };
}
