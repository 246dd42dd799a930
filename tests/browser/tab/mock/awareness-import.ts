import { parse } from 'csv-parse/sync';
import { today } from './answers.ts';
import type { AwarenessAnswer } from './awareness-state.ts';
import { personAt, refAt } from './people.ts';

interface Sent {
  base64: string;
  mapping: { person: string; completedOn: string; state?: { column: string; completed: string } };
}
type Row = Record<string, string>;

const rowsOf = (base64: string): Row[] =>
  parse(Buffer.from(base64, 'base64').toString('utf8'), { columns: true, delimiter: ';', skip_empty_lines: true });

const everybody = Array.from({ length: 300 }, (_, position) => ({ position, name: personAt(position).name }));

/** Reads semicolons and ISO dates, and judges enough for each kind of answer to be seen. */
function check({ base64, mapping }: Sent, known: Set<string>): AwarenessAnswer<'POST /api/learning/imports/check'> {
  const problems: AwarenessAnswer<'POST /api/learning/imports/check'>['problems'] = [];
  const sample: AwarenessAnswer<'POST /api/learning/imports/check'>['sample'] = [];
  const rows = rowsOf(base64);
  const seen = new Set(known);
  const tally = { fresh: 0, duplicates: 0, notCompleted: 0, otherCourse: 0 };
  rows.forEach((row, position) => {
    const text = row[mapping.person] ?? '';
    const date = row[mapping.completedOn] ?? '';
    const problem = (code: (typeof problems)[number]['code']) =>
      void problems.push({ line: position + 2, code, text: Object.values(row).join(' · ') });
    if (mapping.state && row[mapping.state.column] !== mapping.state.completed) return void (tally.notCompleted += 1);
    if (text === '') return problem('noPerson');
    const person = everybody.find(({ name }) => name === text);
    if (!person) return problem('personNotFound');
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) return problem(date === '' ? 'noDate' : 'wrongDate');
    if (date > today) return problem('dateAhead');
    if (seen.has(`${person.position} ${date}`)) return void (tally.duplicates += 1);
    seen.add(`${person.position} ${date}`);
    tally.fresh += 1;
    if (sample.length < 5) sample.push({ person: refAt(person.position), completedOn: date });
  });
  return {
    rows: rows.length,
    ...tally,
    history: 0,
    problems: problems.slice(0, 200),
    problemCount: problems.length,
    sample,
  };
}

export function importHandlers(): Record<string, (asked: { body: unknown }) => unknown> {
  return {
    'POST /api/learning/imports/read': ({ body }): AwarenessAnswer<'POST /api/learning/imports/read'> => {
      const rows = rowsOf((body as Sent).base64);
      const headings = Object.keys(rows[0] ?? {});
      return {
        headings,
        rows: rows.length,
        sample: rows.slice(0, 5).map((row) => Object.values(row)),
        guess: {
          ...(headings.includes('Navn') ? { person: 'Navn' } : {}),
          ...(headings.includes('Afsluttet') ? { completedOn: 'Afsluttet' } : {}),
          ...(headings.includes('Status') ? { state: { column: 'Status', completed: 'Gennemført' } } : {}),
        },
      };
    },
    'POST /api/learning/imports/check': ({ body }) => check(body as Sent, new Set()),
    'GET /api/learning/imports/running': () => ({}),
    'POST /api/learning/imports': ({ body }) => {
      const checked = check(body as Sent, new Set());
      return { ...checked, recorded: checked.fresh, left: 0 };
    },
  };
}
