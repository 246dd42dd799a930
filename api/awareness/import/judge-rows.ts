import type { FoundPerson } from '../../imports/index.ts';
import { inSlices, type LocalDate, type PersonId } from '../../kernel/index.ts';
import { readDay, type Table } from '../../files/tables/index.ts';
import type { Mapping } from './guess-mapping.ts';

export type RowProblem = 'noPerson' | 'personNotFound' | 'severalPeople' | 'noDate' | 'wrongDate' | 'dateAhead';

/** Result of one row. */
export type JudgedRow =
  | { line: number; as: 'fresh'; personId: PersonId; completedOn: LocalDate }
  | { line: number; as: 'duplicate' | 'history' | 'notCompleted' | 'otherCourse' }
  | { line: number; as: 'problem'; code: RowProblem; text: string };

export interface Judging {
  today: LocalDate;
  find(cell: string): FoundPerson;
  /** Whether this completion is recorded already. */
  isKnown(personId: PersonId, completedOn: LocalDate): boolean;
  /** Completions from this day are recorded; earlier ones are history. */
  from?: LocalDate | undefined;
}

/**
 * Judges every row: each has exactly one result, and the counts add up. A person twice on one day is recorded once. In
 * slices. Unknown columns leave every row without a person or a date.
 */
export async function judgeRows(table: Table, mapping: Mapping, judging: Judging): Promise<JudgedRow[]> {
  const place = (heading: string) => table.headers.indexOf(heading);
  const [personAt, dateAt] = [place(mapping.person), place(mapping.completedOn)];
  const seen = new Set<string>();
  const rows: JudgedRow[] = [];
  await inSlices(table.rows, (row) => void rows.push(judgeOne(row)));
  return rows;

  function judgeOne({ number: line, cells }: Table['rows'][number]): JudgedRow {
    if (!isOfCourse(cells, table, mapping)) return { line, as: 'otherCourse' };
    if (!isCompleted(cells, table, mapping)) return { line, as: 'notCompleted' };
    const who = cells[personAt] ?? '';
    const found = judging.find(who);
    if ('problem' in found) return { line, as: 'problem', code: found.problem, text: who };
    const written = cells[dateAt] ?? '';
    const day = readDay(written);
    if (day === undefined || day > judging.today)
      return { line, as: 'problem', code: dateProblem(written, day), text: written };
    if (judging.from !== undefined && day < judging.from) return { line, as: 'history' };
    const once = `${found.personId} ${day}`;
    if (seen.has(once) || judging.isKnown(found.personId, day)) return { line, as: 'duplicate' };
    seen.add(once);
    return { line, as: 'fresh', personId: found.personId, completedOn: day };
  }
}

const plain = (text: string) => text.trim().toLowerCase();

/** Rows of other courses in the file are skipped. */
function isOfCourse(cells: readonly string[], table: Table, { course }: Mapping): boolean {
  if (course === undefined) return true;
  return plain(cells[table.headers.indexOf(course.column)] ?? '') === plain(course.value);
}

function isCompleted(cells: readonly string[], table: Table, { state }: Mapping): boolean {
  if (state === undefined) return true;
  return plain(cells[table.headers.indexOf(state.column)] ?? '') === plain(state.completed);
}

function dateProblem(written: string, day: LocalDate | undefined): RowProblem {
  if (day !== undefined) return 'dateAhead';
  return written === '' ? 'noDate' : 'wrongDate';
}
