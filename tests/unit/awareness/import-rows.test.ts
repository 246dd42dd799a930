import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping, type Mapping } from '../../../api/awareness/import/guess-mapping.ts';
import { judgeRows, type Judging } from '../../../api/awareness/import/judge-rows.ts';
import { findPersonByCell } from '../../../api/imports/index.ts';
import type { LocalDate, PersonId } from '../../../api/kernel/index.ts';
import type { Table } from '../../../api/files/tables/index.ts';
import { aPerson, aTown, settle } from '../organisation/builders.ts';

const table = (headers: string[], ...rows: string[][]): Table => ({
  headers,
  rows: rows.map((cells, index) => ({ number: index + 2, cells })),
});
const mapping: Mapping = {
  person: 'Bruger',
  completedOn: 'Dato',
  state: { column: 'Status', completed: 'Gennemført' },
};
const judging: Judging = {
  today: '2026-11-25' as LocalDate,
  find: (cell) => {
    if (cell === '') return { problem: 'noPerson' };
    if (cell === 'Jens') return { problem: 'severalPeople' };
    return cell === 'ukendt' ? { problem: 'personNotFound' } : { personId: cell as PersonId };
  },
  isKnown: (personId, day) => personId === 'kendt' && day === '2026-02-01',
};
const head = ['Bruger', 'Status', 'Dato'];

describe('judgeRows', () => {
  it('comes to one thing for every row', async () => {
    const rows = await judgeRows(
      table(
        head,
        ['anne', 'Gennemført', '01-02-2026'],
        ['anne', 'gennemført ', '1. feb. 2026'],
        ['kendt', 'Gennemført', '2026-02-01'],
        ['bo', 'I gang', ''],
        ['', 'Gennemført', '01-02-2026'],
        ['Jens', 'Gennemført', '01-02-2026'],
        ['ukendt', 'Gennemført', '01-02-2026'],
        ['bo', 'Gennemført', ''],
        ['bo', 'Gennemført', '31-02-2026'],
        ['bo', 'Gennemført', '26-11-2026'],
      ),
      mapping,
      judging,
    );
    expect(rows.map((row) => (row.as === 'problem' ? row.code : row.as))).toEqual([
      'fresh',
      'duplicate',
      'duplicate',
      'notCompleted',
      'noPerson',
      'severalPeople',
      'personNotFound',
      'noDate',
      'wrongDate',
      'dateAhead',
    ]);
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('takes every row for completed when no column says so', async () => {
    const { person, completedOn } = mapping;
    const [row] = await judgeRows(table(head, ['anne', 'I gang', '01-02-2026']), { person, completedOn }, judging);
    expect(row).toMatchObject({ as: 'fresh' });
  });

  it('never throws, and judges whatever stands there exactly once', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('anne', 'Gennemført', '01-02-2026', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 4 })), async (cells) => {
        expect(await judgeRows(table(head, ...cells), mapping, judging)).toHaveLength(cells.length);
      }),
    );
  });
});

describe('guessMapping', () => {
  it('knows the columns of a Danish learning system', () => {
    const guess = guessMapping(
      table(['Navn', 'Brugernavn', 'Status', 'Gennemført den'], ['Åse', 'aase', 'Gennemført', '01-02-2026']),
    );
    expect(guess).toEqual({
      person: 'Brugernavn',
      completedOn: 'Gennemført den',
      state: { column: 'Status', completed: 'Gennemført' },
    });
  });

  it('finds days by what stands in the column, and does not take “Gennemført: Ja” for one', () => {
    const guess = guessMapping(table(['Mail', 'Gennemført', 'Hvornår'], ['a@b.dk', 'Ja', '01-02-2026']));
    expect(guess).toMatchObject({ person: 'Mail', completedOn: 'Hvornår' });
  });

  it('guesses nothing where nothing is recognised', () => {
    expect(guessMapping(table(['A', 'B'], ['x', 'y']))).toEqual({});
  });
});

describe('findPersonByCell', () => {
  it('finds by sign-in name, mail, initials and name, and never guesses between two', async () => {
    const { context } = await aTown();
    const people = [
      aPerson('aase', { title: 'Åse Ørum', upn: 'aaor@proeve.example', mail: 'aase.oerum@proeve.example' }),
      aPerson('jens1', { title: 'Jens Hansen', upn: 'jh1@proeve.example' }),
      aPerson('jens2', { title: 'Jens Hansen', upn: 'jh2@proeve.example' }),
    ];
    await settle(context, { people });
    for (const cell of [
      'AAOR@proeve.example',
      'aaor',
      'aase.oerum@proeve.example',
      'Åse Ørum',
      'aase oerum',
      'Ørum, Åse',
    ])
      expect([cell, findPersonByCell(context, cell)]).toEqual([cell, { personId: 'aase' }]);
    expect(findPersonByCell(context, 'Jens Hansen')).toEqual({ problem: 'severalPeople' });
    expect(findPersonByCell(context, 'jh2')).toEqual({ personId: 'jens2' });
    expect(findPersonByCell(context, 'ingen')).toEqual({ problem: 'personNotFound' });
    expect(findPersonByCell(context, ' ')).toEqual({ problem: 'noPerson' });
  });
});
