import { beforeEach, describe, expect, it } from 'vitest';
import { CourseRounds, exemptPerson, saveCourse, saveRound } from '../../../api/awareness/index.ts';
import { Exemptions } from '../../../api/awareness/exemption-list.ts';
import type { Context } from '../../../api/context.ts';
import { aTown, day, person, refusal, the } from '../organisation/builders.ts';
import { aCourse, anOpenRound, aRound } from './builders.ts';

let context: Context;
let courseKey: string;
beforeEach(async () => {
  ({ context } = await aTown());
  const { course } = await anOpenRound(context);
  courseKey = course.key;
});
const [first, second] = ['ciso', 'team'] as const;

describe('two who save at the same moment', () => {
  const next = { title: 'Efterår', opensOn: day('2027-10-01'), dueOn: day('2028-01-31') };
  const round = (by: string, changes: object = {}) =>
    saveRound(context, the(context, by), aRound(courseKey, { ...next, ...changes }));

  it.each([
    ['the same opening day', { title: 'Vinter', dueOn: day('2028-02-28') }],
    ['opening a day apart', { title: 'Vinter', opensOn: day('2027-10-02') }],
  ])('have one round of a course, and the other is told, with %s', async (_how, changes) => {
    const one = round(first);
    expect(await refusal(() => round(second, changes))).toBe('awareness.roundsOverlap');
    expect(await one).toMatchObject(next);
    expect(context.list(CourseRounds).all()).toHaveLength(2);
  });

  it('have one round, and both succeed, with the same words', async () => {
    const [one, other] = await Promise.all([round(first), round(second)]);
    expect(other.key).toBe(one.key);
  });

  it.each([
    ['another reason', { reason: 'Orlov' }],
    ['another end', { until: day('2027-03-01') }],
  ])('exempt a person once, and the other is told, with %s', async (_how, changes) => {
    const exempt = (by: string, more: object = {}) =>
      exemptPerson(context, the(context, by), {
        ...{ personId: person('anne'), courseKey, reason: 'Barsel', from: day('2026-11-24') },
        ...more,
      });
    const one = exempt(first);
    expect(await refusal(() => exempt(second, changes))).toBe('awareness.exemptAlready');
    expect(await one).toMatchObject({ reason: 'Barsel' });
    expect((await exempt(first)).key).toBe((await one).key);
    expect(context.list(Exemptions).all()).toHaveLength(1);
  });

  it('have one course of a title, and the other is told', async () => {
    const course = (by: string, minutes: number) =>
      saveCourse(context, the(context, by), aCourse({ title: 'Phishing', minutes }));
    const one = course(first, 10);
    expect(await refusal(() => course(second, 20))).toBe('awareness.titleTaken');
    expect(await one).toMatchObject({ minutes: 10 });
  });
});
