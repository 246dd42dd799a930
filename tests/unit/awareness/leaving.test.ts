import { describe, expect, it } from 'vitest';
import {
  Completions,
  CourseRounds,
  MissedCycles,
  recordCompletions,
  recordMissedCycles,
  registerCompletion,
  saveRound,
} from '../../../api/awareness/index.ts';
import { completionsThen } from '../../../api/awareness/completions-then.ts';
import { checkImport } from '../../../api/awareness/import/import-completions.ts';
import { missedBy } from '../../../api/awareness/missed-cycles.ts';
import { roundCounts, roundStatuses } from '../../../api/awareness/round-statuses.ts';
import { stateOfRound } from '../../../api/awareness/rounds.ts';
import type { Context } from '../../../api/context.ts';
import { ClosedMonths, closeMonths, declareHistory } from '../../../api/history/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { aPerson, aTown, day, person, refusal, the } from '../organisation/builders.ts';
import { dyingAt } from '../history/a-history.ts';
import { aRound, take } from './builders.ts';
import { anOpenRound } from './builders.ts';
import { close, everythingAsked, keysAnywhere, rows } from './some-years.ts';

/** Three yearly rounds of a course that Anne takes each year and Bo never, and half a year more. */
async function threeYears() {
  const { context, setNow } = await aTown('2023-10-02T09:00:00.000Z');
  const ciso = the(context, 'ciso');
  const { course, round } = await anOpenRound(context, {
    title: 'GDPR 2023',
    opensOn: day('2023-10-01'),
    dueOn: day('2024-01-31'),
  });
  for (const year of [2024, 2025]) {
    setNow(`${year}-02-05T09:00:00.000Z`);
    await take(context, course.key, 'anne', `${year}-01-10`);
    await recordMissedCycles(context);
    setNow(`${year}-10-02T09:00:00.000Z`);
    const days = { opensOn: day(`${year}-10-01`), dueOn: day(`${year + 1}-01-31`) };
    await saveRound(context, ciso, aRound(course.key, { title: `GDPR ${year}`, ...days }));
  }
  await take(context, course.key, 'anne', '2025-10-20');
  setNow('2026-03-02T09:00:00.000Z');
  await recordMissedCycles(context);
  return { context, setNow, ciso, course, first: round.key };
}
const roundOf = (context: Context, key: string) => {
  const round = context.list(CourseRounds).get(key);
  if (!round) throw new Error('no round');
  return round;
};
const keys = (context: Context) =>
  context
    .list(Completions)
    .all()
    .map(({ completedOn }) => completedOn);

describe('a round that has become history', () => {
  it('stays closed with its numbers, and its people are read from the file', async () => {
    const { context, first } = await threeYears();
    const before = structuredClone(roundCounts(context, roundOf(context, first)));
    const people = (of: typeof roundStatuses extends (...given: never) => infer R ? R : never) =>
      of.map(({ personId, status }) => [personId, status.state, status.due]);
    const stood = people(roundStatuses(context, roundOf(context, first)));
    expect(await close(context)).toBe(1);
    expect(keys(context)).toEqual(['2025-01-10', '2025-10-20']);
    const round = roundOf(context, first);
    expect(structuredClone(roundCounts(context, round))).toEqual(before);
    expect(people(roundStatuses(context, round, await completionsThen(context, round)))).toEqual(stood);
    await expect(async () => roundStatuses(context, round)).rejects.toMatchObject({ code: 'awareness.notOpened' });
    // Whatever follows the round.
    for (const { key } of context.list(CourseRounds).all())
      if (key !== first) await context.list(CourseRounds).remove(key);
    expect(stateOfRound(context, roundOf(context, first))).toBe('closed');
  });

  it('refuses in words what asks for the time before it', async () => {
    const { context, ciso, course } = await threeYears();
    await close(context);
    const given = { personId: person('anne'), courseKey: course.key, note: '' };
    const register = (completedOn: string) =>
      registerCompletion(context, ciso, { ...given, completedOn: day(completedOn) });
    expect(await refusal(() => register('2024-01-10'))).toBe('awareness.dateInHistory');
    expect(await refusal(() => register('2024-09-30'))).toBe('awareness.dateInHistory');
    expect(await register('2024-10-01')).toEqual({ result: 'recorded' });
    const rounds = context.list(CourseRounds).all();
    const last = rounds.find(({ opensOn }) => opensOn === '2025-10-01');
    const save = (opensOn: string, dueOn: string, key?: string, basis: 'round' | 'lastCompletion' = 'round') =>
      saveRound(
        context,
        ciso,
        aRound(course.key, { title: 'GDPR', opensOn: day(opensOn), dueOn: day(dueOn), basis }),
        key,
      );
    expect(await refusal(() => save('2024-09-01', '2026-04-01', last?.key))).toBe('awareness.roundsOverlap');
    const second = rounds.find(({ opensOn }) => opensOn === '2024-10-01');
    await context.list(CourseRounds).remove(second?.key ?? '');
    expect(await refusal(() => save('2024-09-01', '2026-04-01', last?.key))).toBe('awareness.opensInHistory');
    await save('2025-10-02', '2026-04-01', last?.key, 'lastCompletion');
    expect(await refusal(() => save('2025-09-30', '2026-04-01', last?.key, 'lastCompletion'))).toBe(
      'awareness.opensInHistory',
    );
  });

  it('takes nothing twice from a file with all history, and says which rows are history', async () => {
    const { context, ciso, course } = await threeYears();
    await close(context);
    const lines = [
      'Mail;Dato',
      ...['2024-01-10', '2025-01-10', '2025-10-20', '2026-02-01', '2022-05-05'].map(
        (on) => `anne@proeve.example;${on}`,
      ),
    ];
    const base64 = Buffer.from(lines.join('\n')).toString('base64');
    const file = {
      fileName: 'alt.csv',
      base64,
      courseKey: course.key,
      mapping: { person: 'Mail', completedOn: 'Dato' },
    };
    expect(await checkImport(context, ciso, file)).toMatchObject({
      ...{ rows: 5, fresh: 1, duplicates: 2, history: 2, historyBefore: '2024-10-01', problemCount: 0 },
    });
    const rowsOf = ['2024-01-10', '2025-01-10', '2026-02-01'].map((on) => ({
      ...{ personId: person('anne'), courseKey: course.key, completedOn: day(on), source: 'import' as const },
    }));
    expect(await recordCompletions(context, ciso.personId, rowsOf)).toEqual({ recorded: 1, known: 2 });
  });

  it('leaves what each person missed with one record, and forgets what turned out to be in time', async () => {
    const { context, setNow, course, ciso } = await threeYears();
    // Bo took the first round in time, reported a year later.
    await take(context, course.key, 'bo', '2024-01-20');
    const missed = () => missedBy(context, person('bo')).map(({ roundKey, due }) => [roundKey.slice(-12), due]);
    const before = missed();
    expect(before).toHaveLength(2);
    await close(context);
    expect(missed()).toEqual(before);
    setNow('2027-12-01T09:00:00.000Z');
    const days = { opensOn: day('2026-10-01'), dueOn: day('2027-12-31') };
    await saveRound(context, ciso, aRound(course.key, { title: 'GDPR 2026', ...days }));
    expect(await close(context)).toBeGreaterThan(0);
    expect(missed()).toEqual(before);
    expect(
      context
        .list(MissedCycles)
        .all()
        .filter(({ personId }) => personId === 'bo'),
    ).toHaveLength(1);
  });

  it('waits while somebody still asks: people who were there, and whoever follows', async () => {
    const { context } = await threeYears();
    await context.list(People).create(aPerson('gone', { leftOn: day('2024-08-01') }));
    await take(
      context,
      roundOf(context, context.list(CourseRounds).all()[0]?.key ?? '').courseKey,
      'gone',
      '2023-11-11',
    );
    await close(context);
    expect(keys(context)).not.toContain('2023-11-11');
    const { context: other } = await threeYears();
    other.organisation.historyLiveDays = 1_000;
    await close(other);
    expect(other.list(ClosedMonths).all()).toEqual([]);
  });

  it.each(['before', 'after'] as const)('shows the same, killed %s any of its calls', async (when) => {
    const { context: whole } = await threeYears();
    const wanted = { asked: await everythingAsked(whole), keys: await keysAnywhere(whole) };
    let calls = 0;
    for (let nth = 1; ; nth += 1) {
      const { context } = await threeYears();
      const dying = dyingAt(context, nth, when);
      declareHistory(dying, rows);
      const isKilled = await closeMonths(dying).then(
        () => false,
        () => true,
      );
      const next = { ...context };
      expect({ asked: await everythingAsked(next), keys: await keysAnywhere(next) }).toEqual(wanted);
      await close(next);
      expect({ asked: await everythingAsked(next), keys: await keysAnywhere(next) }).toEqual(wanted);
      expect(keys(next)).toEqual(['2025-01-10', '2025-10-20']);
      if (!isKilled) break;
      calls = nth;
    }
    // The numbers of the round, the day of the course, upload, read back, record, removal, record.
    expect(calls).toBeGreaterThanOrEqual(7);
  });
});
