import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Completions } from '../../../api/awareness/index.ts';
import {
  checkImport,
  importCompletions,
  importRunOf,
  readImport,
} from '../../../api/awareness/import/import-completions.ts';
import type { Context } from '../../../api/context.ts';
import { showInterruptedImports } from '../../../api/imports/index.ts';
import { journalKind } from '../../../api/journal/index.ts';
import { unavailable } from '../../../api/kernel/index.ts';
import { aTown, refusal, the } from '../organisation/builders.ts';
import { anOpenRound, owes } from './builders.ts';

let context: Context;
let courseKey: string;
const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
const file = {
  fileName: 'udtræk.csv',
  base64: base64(
    [
      'Brugernavn;Kursus;Status;Gennemført den',
      'anne;GDPR;Gennemført;20-11-2026',
      'anne;GDPR;Gennemført;20-11-2026',
      'bo;GDPR;I gang;',
      'ukendt@proeve.example;GDPR;Gennemført;19-11-2026',
      'isk-nord;GDPR;Gennemført;i går',
    ].join('\r\n'),
  ),
};
const mapping = {
  person: 'Brugernavn',
  completedOn: 'Gennemført den',
  state: { column: 'Status', completed: 'Gennemført' },
};
beforeEach(async () => {
  ({ context } = await aTown());
  courseKey = (await anOpenRound(context)).course.key;
});
const ciso = () => the(context, 'ciso');

describe('an import of completions', () => {
  it('is read with a guess that fits', async () => {
    expect(await readImport(context, ciso(), file)).toMatchObject({ rows: 5, guess: mapping });
  });

  it('is tried without writing anything', async () => {
    const check = await checkImport(context, ciso(), { ...file, courseKey, mapping });
    expect(check).toMatchObject({ rows: 5, fresh: 1, duplicates: 1, notCompleted: 1, problemCount: 2 });
    expect(check.problems).toEqual([
      { line: 5, code: 'personNotFound', text: 'ukendt@proeve.example' },
      { line: 6, code: 'wrongDate', text: 'i går' },
    ]);
    expect(context.list(Completions).all()).toEqual([]);
  });

  it('of several courses records for one of them what is about that one', async () => {
    const several = {
      fileName: 'udtræk.csv',
      base64: base64(
        [
          'Brugernavn;Kursus;Gennemført den',
          'anne;Brand og førstehjælp;20-11-2026',
          'bo;gdpr ;20-11-2026',
          'isk-nord;GDPR;20-11-2026',
        ].join('\r\n'),
      ),
    };
    const { courses } = await readImport(context, ciso(), several);
    expect(courses?.column).toBe('Kursus');
    expect(courses?.values).toContain('Brand og førstehjælp');
    const about = { ...mapping, state: undefined, course: { column: 'Kursus', value: 'GDPR' } };
    const check = await importCompletions(context, ciso(), { ...several, courseKey, mapping: about });
    expect(check).toMatchObject({ rows: 3, fresh: 2, otherCourse: 1, recorded: 2 });
    expect(owes(context, 'anne')).toEqual(['2027-01-31 open']);
    const absent = { ...about, course: { column: 'Modul', value: 'GDPR' } };
    expect(await refusal(() => checkImport(context, ciso(), { ...several, courseKey, mapping: absent }))).toBe(
      'awareness.noSuchColumn',
    );
  });

  it('records what is good, and nothing twice', async () => {
    expect(owes(context, 'anne')).toEqual(['2027-01-31 open']);
    const first = await importCompletions(context, ciso(), { ...file, courseKey, mapping });
    expect(first).toMatchObject({ fresh: 1, recorded: 1, left: 0 });
    expect(owes(context, 'anne')).toEqual(['2027-01-31 done']);
    const again = await importCompletions(context, ciso(), { ...file, courseKey, mapping });
    expect(again).toMatchObject({ fresh: 0, duplicates: 2, recorded: 0 });
    expect(context.list(Completions).all()).toMatchObject([{ personId: 'anne', source: 'import', recordedBy: 'ciso' }]);
  });

  it('says which column is missing, and is for the CISO and the team', async () => {
    const wrong = { ...mapping, person: 'Navn' };
    expect(await refusal(() => checkImport(context, ciso(), { ...file, courseKey, mapping: wrong }))).toBe(
      'awareness.noSuchColumn',
    );
    expect(await refusal(() => readImport(context, the(context, 'isk-nord'), file))).toBe('awareness.mayNotImport');
    expect(await refusal(() => checkImport(context, ciso(), { ...file, courseKey: 'x', mapping }))).toBe(
      'awareness.noSuchCourse',
    );
  });

  it('tells where it stopped, and goes on when the file is chosen again', async () => {
    const list = context.list(Completions);
    const create = list.create.bind(list);
    list.create = () => Promise.reject(unavailable('sharepoint.away'));
    expect(await refusal(() => importCompletions(context, ciso(), { ...file, courseKey, mapping }))).toBe(
      'sharepoint.away',
    );
    expect(importRunOf(context)).toMatchObject({ running: false, recorded: 0, total: 1, problem: 'sharepoint.away' });
    list.create = create;
    expect(await importCompletions(context, ciso(), { ...file, courseKey, mapping })).toMatchObject({ recorded: 1 });
    expect(importRunOf(context)).not.toHaveProperty('problem');
  });

  it('is shown as stopped by the next program when a kill ended it, until the file is chosen again', async () => {
    const list = context.list(Completions);
    const reached = Promise.withResolvers<void>();
    list.create = () => {
      reached.resolve();
      return new Promise(() => undefined);
    };
    void importCompletions(context, ciso(), { ...file, courseKey, mapping });
    await reached.promise;
    const next = { ...(await aTown('2026-11-24T09:00:00.000Z')).context, journal: context.journal };
    await showInterruptedImports(next);
    const stopped = { courseKey, running: false, recorded: 0, total: 1, problem: 'imports.interrupted' };
    expect(importRunOf(next)).toMatchObject(stopped);
    const left = () => context.journal.all(journalKind('import', z.looseObject({})));
    expect(await left()).toHaveLength(1);
    const { course } = await anOpenRound(next);
    await importCompletions(next, the(next, 'ciso'), { ...file, courseKey: course.key, mapping });
    expect(importRunOf(next)).not.toHaveProperty('problem');
    expect(await left()).toEqual([]);
  });
});
