import { z } from 'zod';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { readGivenFile, tableHead, type GivenFile } from '../../imports/index.ts';
import { forbidden, invalid, nowOf, repeatableKey, type Actor } from '../../kernel/index.ts';
import type { Table } from '../../files/tables/index.ts';
import {
  assetMapping,
  importSources,
  mostWords,
  wordFields,
  type assetImportContract,
  type AssetImportCheck,
  type AssetMapping,
} from '../contract.ts';
import { mayImportAssets } from '../permissions.ts';
import { guessMapping, keyHeadingOf } from './guess-mapping.ts';
import { importRows } from './import-row.ts';
import { judgeRows, type JudgedRow, type RowProblem } from './judge-rows.ts';
import { keepBefore } from './undo-import.ts';
import { writeAssets } from './write-assets.ts';

export interface GivenAssets extends GivenFile {
  mapping: AssetMapping;
}
type ReadAssets = z.output<(typeof assetImportContract)['POST /api/assets/imports/read']['answer']>;

/** More rows than any municipality has systems and work processes. */
const mostInFile = 10_000;
/** Rows and problems shown; all are counted. */
const [mostRows, mostProblems] = [50, 500];

function requireImporter(actor: Actor): void {
  if (!mayImportAssets(actor)) throw forbidden('assets.mayNotImport');
}

/**
 * A file's headings, its likely source, and the guessed mapping. Throws AppError `forbidden`, and `invalid` when it is
 * no table.
 */
export async function readAssetImport(context: Context, actor: Actor, file: GivenFile): Promise<ReadAssets> {
  requireImporter(actor);
  const table = await readAssetTable(file);
  const guesses = Object.fromEntries(importSources.map((source) => [source, guessMapping(context, table, source)]));
  return {
    ...tableHead(table),
    guess: guessMapping(context, table),
    guesses: z.record(z.enum(importSources), assetMapping).parse(guesses),
  };
}

/**
 * A dry run: what an import would add and change, and problems by line, in the actor's language. Throws AppError
 * `forbidden`, `invalid`.
 */
export async function checkAssetImport(context: Context, actor: Actor, given: GivenAssets): Promise<AssetImportCheck> {
  return checkOf(context, actor, await judgedFile(context, actor, given));
}

/**
 * Adds and changes the file's assets (R1). Lines with errors are skipped and reported; idempotent. 2 resource units for
 * each new or changed asset, and 2 for the audit trail. A large file is still being written after the answer (`left`).
 * Throws AppError `forbidden`, `invalid`, `conflict` while another import runs, `unavailable`.
 */
export async function importAssets(
  context: Context,
  actor: Actor,
  given: GivenAssets,
): Promise<AssetImportCheck & { written: number; left: number }> {
  const rows = await judgedFile(context, actor, given);
  const check = checkOf(context, actor, rows);
  const { added, changed, unchanged, leftOut } = check;
  const importKey = repeatableKey(actor, 'import');
  const at = nowOf(context.clock);
  const before =
    added + changed === 0 ? undefined : await keepBefore(context, importKey, { at, by: actor.personId }, rows);
  const { written, left } = await writeAssets(context, actor, rows, at);
  await recordAct(context, {
    act: 'importAssets',
    subjectKey: 'assets',
    actorId: actor.personId,
    at,
    details: { source: given.mapping.source, added, changed, unchanged, leftOut, ...(before ? { before } : {}) },
    occasion: importKey,
  });
  return { ...check, written, left };
}

const readAssetTable = (file: GivenFile): Promise<Table> => readGivenFile(file, mostInFile);

async function judgedFile(context: Context, actor: Actor, { mapping, ...file }: GivenAssets): Promise<JudgedRow[]> {
  requireImporter(actor);
  const table = await readAssetTable(file);
  const absent = Object.values(mapping.columns).find((heading) => !table.headers.includes(heading));
  if (absent !== undefined) throw invalid('assets.noSuchColumn', { heading: absent });
  const keyHeading = mapping.source === 'own' ? keyHeadingOf(context, table) : undefined;
  if (mapping.columns.title === undefined && keyHeading === undefined) throw invalid('assets.noTitleColumn');
  return judgeRows(context, await importRows(table, mapping, keyHeading), mapping);
}

function checkOf(context: Context, actor: Actor, rows: readonly JudgedRow[]): AssetImportCheck {
  const t = context.texts(actor.language);
  const count = (what: JudgedRow['what']) => rows.filter((row) => row.what === what).length;
  const problems = rows.flatMap(({ line, problems: each }) => each.map((problem) => ({ line, ...problem })));
  const groups = grouped(problems);
  // New assets first: the reader checks those.
  const shown = [...rows.filter(({ write }) => write), ...rows.filter(({ what }) => what === 'same')];
  return {
    rows: rows.length,
    added: count('add'),
    changed: count('change'),
    unchanged: count('same'),
    leftOut: count('leftOut'),
    problems: groups.slice(0, mostProblems).map(({ line, lines, severity, code, values }) => ({
      line,
      lines,
      severity,
      code,
      text: t(`riskDocuments.assets.problem.${code}`, values),
    })),
    problemCount: groups.length,
    errors: problems.filter(({ severity }) => severity === 'error').length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
    words: unknownWords(problems),
    sample: shown
      .slice(0, mostRows)
      .flatMap(({ line, title, what, fields }) =>
        what === 'leftOut' ? [] : [{ line, title, what, fields: [...fields] }],
      ),
  };
}

interface Told extends RowProblem {
  line: number;
}

/** Groups equal problems of several rows; errors first, then by number of rows. */
function grouped(problems: readonly Told[]): (Told & { lines: number })[] {
  const groups = new Map<string, Told & { lines: number }>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.code, problem.values]);
    const known = groups.get(key);
    if (known) known.lines += 1;
    else groups.set(key, { ...problem, lines: 1 });
  }
  const rank = ({ severity }: Told) => (severity === 'error' ? 0 : 1);
  return [...groups.values()].sort((one, other) => rank(one) - rank(other) || other.lines - one.lines);
}

/** Words without a meaning, most frequent first. */
function unknownWords(problems: readonly Told[]): AssetImportCheck['words'] {
  const found = new Map<string, AssetImportCheck['words'][number]>();
  for (const { code, values, field } of problems) {
    const known = wordFields.find((name) => name === field);
    if (!known || (code !== 'unknownWord' && code !== 'unknownKind')) continue;
    const word = String(values['value'] ?? '');
    const key = `${known} ${word}`;
    found.set(key, { field: known, word, rows: (found.get(key)?.rows ?? 0) + 1 });
  }
  return [...found.values()].sort((one, other) => other.rows - one.rows).slice(0, mostWords);
}
