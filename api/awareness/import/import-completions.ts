import type { z } from 'zod';
import type { Context } from '../../context.ts';
import {
  findPersonByCell,
  importKind,
  readGivenFile,
  requireHeadings,
  tableHead,
  type GivenFile,
} from '../../imports/index.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { personRef } from '../../organisation/index.ts';
import type { ImportCheck, importContract, ImportRun } from '../contract.ts';
import { mayEditCourses } from '../permissions.ts';
import { isNewCompletion, recordCompletions, recordedFrom, type CompletionRow } from '../record-completions.ts';
import { courseOrThrow } from '../rounds.ts';
import { coursesIn, guessMapping, type Mapping } from './guess-mapping.ts';
import { judgeRows, type JudgedRow } from './judge-rows.ts';

export interface GivenImport extends GivenFile {
  courseKey: string;
  mapping: Mapping;
}
interface Judged {
  courseKey: string;
  rows: JudgedRow[];
}
type ReadFile = z.output<(typeof importContract)['POST /api/learning/imports/read']['answer']>;

const sampleRows = 5;
/** Problems shown; all are counted. */
const mostProblems = 500;

/** Completions of a course from a learning system's file (R8). 2 resource units for each new completion. */
const completions = importKind<GivenImport, Judged, ImportCheck, CompletionRow, { courseKey: string }>({
  mayImport: mayEditCourses,
  refusals: { mayNot: 'awareness.mayNotImport', running: 'awareness.importRunning' },
  judge: async (context, _actor, { courseKey, mapping, ...file }) => {
    const table = await readGivenFile(file);
    courseOrThrow(context, courseKey);
    const { person, completedOn, state, course } = mapping;
    const mapped = [person, completedOn, state?.column, course?.column].filter((one) => one !== undefined);
    requireHeadings(table, mapped, 'awareness.noSuchColumn');
    const rows = await judgeRows(table, mapping, {
      today: todayOf(context.clock),
      find: (cell) => findPersonByCell(context, cell),
      from: recordedFrom(context, courseKey),
      isKnown: (personId, day) =>
        !isNewCompletion(context, { personId, courseKey, completedOn: day, source: 'import' }),
    });
    return { courseKey, rows };
  },
  check: checkOf,
  about: ({ courseKey }) => ({ courseKey }),
  writings: freshRows,
  write: async (context, { personId }, row) => (await recordCompletions(context, personId, [row])).recorded > 0,
  trail: ({ courseKey }, { rows, fresh, duplicates, problemCount }) => ({
    act: 'importCompletions',
    subjectKey: courseKey,
    details: { rows, fresh, duplicates, problems: problemCount },
  }),
});
export const checkImport = completions.check;

/**
 * A file's headings, first rows, and guessed mapping. Throws AppError `forbidden`, and `invalid` when it is no table.
 */
export async function readImport(_context: Context, actor: Actor, file: GivenFile): Promise<ReadFile> {
  completions.requireImporter(actor);
  const table = await readGivenFile(file);
  const courses = coursesIn(table);
  return { ...tableHead(table), guess: guessMapping(table), ...(courses ? { courses } : {}) };
}

export async function importCompletions(
  context: Context,
  actor: Actor,
  given: GivenImport,
): Promise<ImportCheck & { recorded: number; left: number }> {
  const { written, ...check } = await completions.carryOut(context, actor, given);
  return { ...check, recorded: written };
}

export function importRunOf(context: Context): ImportRun | undefined {
  const run = completions.runOf(context);
  if (!run) return undefined;
  const { written, ...rest } = run;
  return { ...rest, recorded: written };
}

function freshRows({ courseKey, rows }: Judged): CompletionRow[] {
  return rows.flatMap((row) =>
    row.as === 'fresh' ? [{ courseKey, personId: row.personId, completedOn: row.completedOn, source: 'import' }] : [],
  );
}

function checkOf(context: Context, _actor: Actor, { courseKey, rows }: Judged): ImportCheck {
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
