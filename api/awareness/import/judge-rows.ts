import type { FoundPerson } from '../../imports/index.ts';
import { inSlices, type LocalDate, type PersonId } from '../../kernel/index.ts';
import { readDay, type Table } from '../../files/tables/index.ts';
import type { Mapping } from './guess-mapping.ts';

export type RowProblem = 'noPerson' | 'personNotFound' | 'severalPeople' | 'noDate' | 'wrongDate' | 'dateAhead';

/** What one row of the file comes to. */
export type JudgedRow =
  | { line: number; as: 'fresh'; personId: PersonId; completedOn: LocalDate }
  | { line: number; as: 'duplicate' | 'history' | 'notCompleted' | 'otherCourse' }
  | { line: number; as: 'problem'; code: RowProblem; text: string };

export interface Judging {
  today: LocalDate;
  find(cell: string): FoundPerson;
  /** Whether this completion is recorded already. */
  isKnown(personId: PersonId, completedOn: LocalDate): boolean;
  /** Completions from this day on are recorded; those before it are history. */
  from?: LocalDate | undefined;
}

/**
 * Judges every row: each comes to exactly one thing, and the counts add up to the rows. A person who stands there twice
 * on one day is recorded once. A few rows at a time, and others are answered in between. Columns that are not in the file leave every row without a person or a date.
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

/** A file of several courses is about one of them where its own column says so. */
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
