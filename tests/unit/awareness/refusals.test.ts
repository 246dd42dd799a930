import { beforeEach, describe, expect, it } from 'vitest';
import { learningCoverage } from '../../../api/awareness/coverage-view.ts';
import { CourseRounds, saveCourse, saveRound } from '../../../api/awareness/index.ts';
import type { Context } from '../../../api/context.ts';
import { refused } from '../../support/refused.ts';
import { aTown, day, the } from '../organisation/builders.ts';
import { aCourse, anOpenRound, aRound } from './builders.ts';

let context: Context;
let setNow: (moment: string) => void;
let courseKey: string;
let otherKey: string;
let roundKey: string;
beforeEach(async () => {
  ({ context, setNow } = await aTown());
  const { course, round } = await anOpenRound(context);
  const other = await saveCourse(context, the(context, 'ciso'), aCourse({ title: 'Phishing' }));
  [courseKey, otherKey, roundKey] = [course.key, other.key, round.key];
});

describe('the course of a round', () => {
  const save = (ofCourse: string, title: string) =>
    saveRound(context, the(context, 'ciso'), aRound(ofCourse, { title }), roundKey);

  it('is not changed, its name is', async () => {
    const isFixed = 'conflict awareness.courseIsFixed courseKey';
    expect(await refused(context, () => save(otherKey, 'GDPR 2026'))).toBe(isFixed);
    await save(courseKey, 'GDPR igen');
    expect(context.list(CourseRounds).get(roundKey)).toMatchObject({ title: 'GDPR igen', courseKey });
  });

  it('is what is wrong, also where the other course has a round at that time', async () => {
    await saveRound(context, the(context, 'ciso'), aRound(otherKey, { title: 'Phishing 2026' }));
    expect(await refused(context, () => save(otherKey, 'GDPR 2026'))).toBe(
      'conflict awareness.courseIsFixed courseKey',
    );
  });
});

it('a round has no coverage before its first day', async () => {
  const days = { opensOn: day('2027-03-01'), dueOn: day('2027-04-30') };
  const { key } = await saveRound(context, the(context, 'ciso'), aRound(courseKey, { title: 'Forår', ...days }));
  const coverage = async () => learningCoverage(context, the(context, 'ciso'), key);
  setNow('2027-02-28T22:59:00.000Z');
  expect(await refused(context, coverage)).toBe('conflict awareness.noCoverage');
  setNow('2027-02-28T23:00:00.000Z');
  expect(await coverage()).toMatchObject({ done: 0, round: { state: 'open' } });
});
