import { z } from 'zod';
import type { Context } from '../../context.ts';
import { importKind, readGivenFile, requireHeadings, tableHead, type GivenFile } from '../../imports/index.ts';
import { invalid, type Actor } from '../../kernel/index.ts';
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
import { writeAsset } from './write-assets.ts';

export interface GivenAssets extends GivenFile {
  mapping: AssetMapping;
}
interface Judged {
  source: AssetMapping['source'];
  rows: JudgedRow[];
}
type ReadAssets = z.output<(typeof assetImportContract)['POST /api/assets/imports/read']['answer']>;

/** More rows than any municipality has systems and work processes. */
const mostInFile = 10_000;
/** Rows and problems shown; all are counted. */
const [mostRows, mostProblems] = [50, 500];

type Writing = NonNullable<JudgedRow['write']>;
/** Systems and work processes from a register (R1). 2 resource units for each new or changed asset. */
const assets = importKind<GivenAssets, Judged, AssetImportCheck, Writing, Readonly<Record<never, string>>>({
  mayImport: mayImportAssets,
  refusals: { mayNot: 'assets.mayNotImport', running: 'assets.importRunning' },
  judge: async (context, _actor, { mapping, ...file }) => {
    const table = await readGivenFile(file, mostInFile);
    requireHeadings(table, Object.values(mapping.columns), 'assets.noSuchColumn');
    const keyHeading = mapping.source === 'own' ? keyHeadingOf(context, table) : undefined;
    if (mapping.columns.title === undefined && keyHeading === undefined) throw invalid('assets.noTitleColumn');
    const rows = await judgeRows(context, await importRows(table, mapping, keyHeading), mapping);
    return { source: mapping.source, rows };
  },
  check: checkOf,
  about: () => ({}),
  begin: async (context, { personId }, { rows }, { key, at }) =>
    rows.some(({ write }) => write) ? await keepBefore(context, key, { at, by: personId }, rows) : {},
  writings: ({ rows }) => rows.flatMap(({ write }) => write ?? []),
  write: writeAsset,
  trail: ({ source }, { added, changed, unchanged, leftOut }) => ({
    act: 'importAssets',
    subjectKey: 'assets',
    details: { source, added, changed, unchanged, leftOut },
  }),
});
export const { check: checkAssetImport, carryOut: importAssets, runOf: assetImportRunOf } = assets;

/**
 * A file's headings, its likely source, and the guessed mapping. Throws AppError `forbidden`, and `invalid` when it is
 * no table.
 */
export async function readAssetImport(context: Context, actor: Actor, file: GivenFile): Promise<ReadAssets> {
  assets.requireImporter(actor);
  const table = await readGivenFile(file, mostInFile);
  const guesses = Object.fromEntries(importSources.map((source) => [source, guessMapping(context, table, source)]));
  return {
    ...tableHead(table),
    guess: guessMapping(context, table),
    guesses: z.record(z.enum(importSources), assetMapping).parse(guesses),
  };
}

function checkOf(context: Context, actor: Actor, { rows }: Judged): AssetImportCheck {
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
