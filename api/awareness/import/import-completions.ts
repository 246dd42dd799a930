import type { z } from 'zod';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { findPersonByCell, readGivenFile, tableHead, type GivenFile } from '../../imports/index.ts';
import { forbidden, invalid, nowOf, repeatableKey, todayOf, type Actor } from '../../kernel/index.ts';
import { personRef } from '../../organisation/index.ts';
import type { Table } from '../../files/tables/index.ts';
import type { ImportCheck, importContract } from '../contract.ts';
import { isNewCompletion, recordedFrom, type CompletionRow } from '../record-completions.ts';
import { courseOrThrow } from '../rounds.ts';
import { coursesIn, guessMapping, type Mapping } from './guess-mapping.ts';
import { judgeRows, type JudgedRow } from './judge-rows.ts';
import { startImportRun } from './import-run.ts';
import { mayEditCourses } from '../permissions.ts';

export interface GivenImport extends GivenFile {
  courseKey: string;
  mapping: Mapping;
}
type ReadFile = z.output<(typeof importContract)['POST /api/learning/imports/read']['answer']>;

const sampleRows = 5;
/** Problems shown; all are counted. */
const mostProblems = 500;

function tableOf(actor: Actor, file: GivenFile): Promise<Table> {
  if (!mayEditCourses(actor)) throw forbidden('awareness.mayNotImport');
  return readGivenFile(file);
}

/**
 * A file's headings, first rows, and guessed mapping. Throws AppError `forbidden`, and `invalid` when it is no table.
 */
export async function readImport(_context: Context, actor: Actor, file: GivenFile): Promise<ReadFile> {
  const table = await tableOf(actor, file);
  const courses = coursesIn(table);
  return { ...tableHead(table), guess: guessMapping(table), ...(courses ? { courses } : {}) };
}

/** Dry run of an import: what it would record, and problems by line. */
export async function checkImport(context: Context, actor: Actor, given: GivenImport): Promise<ImportCheck> {
  return checkOf(context, await judged(context, actor, given), given.courseKey);
}

/**
 * Records the file's completions (R8). Lines with problems are skipped and reported; idempotent. 2 resource units for
 * each new completion. A large file is still being written after the answer (`left`). Throws AppError `forbidden`,
 * `invalid`, `missing`, `conflict` while another import runs, `unavailable`.
 */
export async function importCompletions(
  context: Context,
  actor: Actor,
  given: GivenImport,
): Promise<ImportCheck & { recorded: number; left: number }> {
  const rows = await judged(context, actor, given);
  const check = checkOf(context, rows, given.courseKey);
  const { rows: lines, fresh, duplicates, problemCount } = check;
  const { recorded, left } = await startImportRun(context, actor, given.courseKey, freshRows(rows, given.courseKey));
  await recordAct(context, {
    act: 'importCompletions',
    subjectKey: given.courseKey,
    actorId: actor.personId,
    at: nowOf(context.clock),
    details: { rows: lines, fresh, duplicates, problems: problemCount },
    occasion: repeatableKey(actor, 'import'),
  });
  return { ...check, recorded, left };
}

async function judged(context: Context, actor: Actor, given: GivenImport): Promise<JudgedRow[]> {
  const table = await tableOf(actor, given);
  const { courseKey, mapping } = given;
  courseOrThrow(context, courseKey);
  const named = [mapping.person, mapping.completedOn, ...(mapping.state ? [mapping.state.column] : [])];
  if (mapping.course) named.push(mapping.course.column);
  const absent = named.find((heading) => !table.headers.includes(heading));
  if (absent !== undefined) throw invalid('awareness.noSuchColumn', { heading: absent });
  return judgeRows(table, mapping, {
    today: todayOf(context.clock),
    find: (cell) => findPersonByCell(context, cell),
    from: recordedFrom(context, courseKey),
    isKnown: (personId, completedOn) =>
      !isNewCompletion(context, { personId, courseKey, completedOn, source: 'import' }),
  });
}

const freshRows = (rows: readonly JudgedRow[], courseKey: string): CompletionRow[] =>
  rows.flatMap((row) =>
    row.as === 'fresh'
      ? [{ courseKey, personId: row.personId, completedOn: row.completedOn, source: 'import' as const }]
      : [],
  );

function checkOf(context: Context, rows: readonly JudgedRow[], courseKey: string): ImportCheck {
  const fresh = rows.flatMap((row) => (row.as === 'fresh' ? [row] : []));
  const problems = rows.flatMap((row) =>
    row.as === 'problem' ? [{ line: row.line, code: row.code, text: row.text.slice(0, 200) }] : [],
  );
  const count = (as: JudgedRow['as']) => rows.filter((row) => row.as === as).length;
  const from = recordedFrom(context, courseKey);
  return {
    rows: rows.length,
    fresh: fresh.length,
    duplicates: count('duplicate'),
    history: count('history'),
    ...(from === undefined ? {} : { historyBefore: from }),
    notCompleted: count('notCompleted'),
    otherCourse: count('otherCourse'),
    problems: problems.slice(0, mostProblems),
    problemCount: problems.length,
    sample: fresh
      .slice(0, sampleRows)
      .map(({ personId, completedOn }) => ({ person: personRef(context, personId), completedOn })),
  };
}
