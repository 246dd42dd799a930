import { describe, expect, it } from 'vitest';
import type { ActivityGiven } from '../../../api/annual-wheel/activity-given.ts';
import { catalogue } from '../../../api/annual-wheel/catalogue.ts';
import { visibleCatalogue, firstFrom } from '../../../api/annual-wheel/adopt-from-catalogue.ts';
import { taskView } from '../../../api/annual-wheel/task-views.ts';
import { visibleActivities } from '../../../api/annual-wheel/activity-views.ts';
import {
  adoptFromCatalogue,
  changeActivity,
  closeActivity,
  completeTask,
  makeActivity,
  startTask,
  tasksOfYear,
  tickStep,
  WheelActivities,
} from '../../../api/annual-wheel/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import { checkRecurrence } from '../../../api/annual-wheel/recurrence.ts';
import type { Context } from '../../../api/context.ts';
import { wheelCatalogue } from '../../../api/texts/da/wheel-catalogue.ts';
import { isTextKey, textIfThere, translator } from '../../../api/texts/translate.ts';
import { aPerson, day, person, refusal, settle, the } from '../organisation/builders.ts';
import { aWheel } from './builders.ts';

const given = (changes: Partial<ActivityGiven> = {}): ActivityGiven => ({
  title: 'Gennemgå logge',
  why: '',
  source: 'R2',
  role: 'securityTeam',
  scope: 'organisation',
  steps: [],
  leadDays: 14,
  rule: 'FREQ=MONTHLY;INTERVAL=3',
  startsOn: day('2026-02-01'),
  basis: 'calendar',
  ...changes,
});
const make = async (context: Context, changes: Partial<ActivityGiven> = {}, who = 'ciso') =>
  (await makeActivity(context, the(context, who), given(changes))).activity;
const due = (context: Context, year = 2026) => tasksOfYear(context, year).map((task) => task.due);

describe('makeActivity', () => {
  it.each(['ciso', 'team', 'committee'])('is for %s, and owes nothing from before today', async (who) => {
    const { context } = await aWheel();
    await make(context, {}, who);
    expect(due(context)).toEqual(['2026-08-01', '2026-11-01']);
  });

  it.each(['board', 'management', 'manager-nord', 'isk-nord', 'secretary', 'auditor', 'anne'])(
    'is not for %s',
    async (who) => {
      const { context } = await aWheel();
      expect(await refusal(() => make(context, {}, who))).toBe('wheel.mayNotEdit');
    },
  );

  it.each<[string, Partial<ActivityGiven>, string]>([
    ['wheel.ruleTooOften', { rule: 'FREQ=SECONDLY' }, 'rule'],
    ['wheel.ruleTooMany', { rule: 'FREQ=YEARLY;COUNT=100000' }, 'rule'],
    ['wheel.startsInThePast', { rule: undefined, startsOn: day('2026-06-14') }, 'startsOn'],
    ['wheel.auditorDoesNothing', { role: 'auditor' }, 'role'],
    ['wheel.centreRoleNeedsCentres', { role: 'coordinator' }, 'scope'],
    ['wheel.unknownPerson', { personId: person('nobody') }, 'personId'],
    ['wheel.unknownPerson', { personId: person('gone') }, 'personId'],
    [
      'wheel.sameStep',
      {
        steps: [
          { id: 'a', title: 'A' },
          { id: 'a', title: 'B' },
        ],
      },
      'steps',
    ],
  ])('refuses %s on its field', async (code, changes, field) => {
    const { context } = await aWheel();
    await settle(context, { people: [aPerson('gone', { leftOn: day('2026-06-15') })] });
    await expect(make(context, changes)).rejects.toMatchObject({ kind: 'invalid', code, details: { field } });
    expect(context.list(WheelActivities).all()).toEqual([]);
  });

  it('makes what happens once, also today', async () => {
    const { context } = await aWheel();
    await make(context, { rule: undefined, startsOn: day('2026-06-15') });
    expect(due(context)).toEqual(['2026-06-15']);
  });
});

describe('changeActivity', () => {
  it('counts a changed rule from today, and leaves what was owed before', async () => {
    const { context, onDay } = await aWheel();
    const { key } = await make(context);
    onDay('2026-09-10');
    await changeActivity(
      context,
      the(context, 'team'),
      key,
      given({ rule: 'FREQ=YEARLY', startsOn: day('2026-12-01') }),
    );
    expect([due(context), due(context, 2027)]).toEqual([['2026-08-01', '2026-12-01'], ['2027-12-01']]);
  });

  it('moves what happens once, also when its day has passed; what is done on the former day stays', async () => {
    const { context, setNow } = await aWheel();
    const once = { rule: undefined, startsOn: day('2026-06-20') };
    const { key } = await make(context, once);
    const move = (startsOn: string) =>
      changeActivity(context, the(context, 'ciso'), key, given({ ...once, startsOn: day(startsOn) }));
    setNow('2026-07-01T09:00:00.000Z');
    await move('2026-08-10');
    expect(due(context)).toEqual(['2026-08-10']);
    const [task] = tasksOfYear(context, 2026);
    await completeTask(context, the(context, 'team'), { taskKey: task?.key ?? '', note: '', evidence: '' });
    await move('2026-09-01');
    expect(due(context)).toEqual(['2026-08-10', '2026-09-01']);
  });

  it('keeps what was ticked and noted of what happens once when its day is changed, there and back', async () => {
    const { context, setNow } = await aWheel();
    const team = the(context, 'team');
    const steps = ['a', 'b', 'c'].map((id) => ({ id, title: id }));
    const once = { rule: undefined, startsOn: day('2026-08-20'), steps };
    const { key } = await make(context, once);
    const move = (startsOn: string) =>
      changeActivity(context, the(context, 'ciso'), key, given({ ...once, startsOn: day(startsOn) }));
    const now = () => {
      const [task] = tasksOfYear(context, 2026);
      const { state, due: dueOn, stepList, history } = taskView(context, team, task?.key ?? '');
      const ticked = stepList.filter(({ done }) => done).map(({ id }) => id);
      return [dueOn, state, ticked.join(''), history.map(({ what }) => what).join(' ')];
    };
    const tick = (stepId: string) =>
      tickStep(context, team, { taskKey: tasksOfYear(context, 2026)[0]?.key ?? '', stepId, done: true });
    await tick('a');
    await move('2026-09-01');
    expect(tasksOfYear(context, 2026)).toHaveLength(1);
    expect(now()).toEqual(['2026-09-01', 'inProgress', 'a', 'step']);
    setNow('2026-06-16T09:00:00.000Z');
    await tick('b');
    expect(now()).toEqual(['2026-09-01', 'inProgress', 'ab', 'step step']);
    await move('2026-08-20');
    expect(now()).toEqual(['2026-08-20', 'inProgress', 'ab', 'step step']);
    setNow('2026-06-17T09:00:00.000Z');
    await tick('c');
    expect(now()).toEqual(['2026-08-20', 'inProgress', 'abc', 'step step step']);
    await completeTask(context, team, { taskKey: `${key}_2026-08-20`, note: '', evidence: '' });
    expect(now()).toEqual(['2026-08-20', 'done', 'abc', 'step step step completed']);
  });

  it('keeps one rule for each day on which it was changed', async () => {
    const { context, onDay } = await aWheel();
    const { key } = await make(context);
    const change = (rule: string) => changeActivity(context, the(context, 'ciso'), key, given({ rule }));
    await change('FREQ=YEARLY');
    onDay('2026-06-20');
    await change('FREQ=MONTHLY');
    const { revisions } = await change('FREQ=WEEKLY');
    expect(revisions.map(({ from, rule }) => [from, rule])).toEqual([
      ['2026-06-15', 'FREQ=YEARLY'],
      ['2026-06-20', 'FREQ=WEEKLY'],
    ]);
  });

  it('changes words without touching the rule, and unchanged is a success without a trace', async () => {
    const { context } = await aWheel();
    const { key } = await make(context);
    const change = (title: string) => changeActivity(context, the(context, 'ciso'), key, given({ title }));
    expect(await change('Gennemgå alle logge')).toMatchObject({ title: 'Gennemgå alle logge', revisions: [{}] });
    expect((await change('Gennemgå alle logge')).history.map(({ what }) => what)).toEqual(['made', 'changed']);
  });

  it('clears the person who answered for it', async () => {
    const { context } = await aWheel();
    const { key } = await make(context, { personId: person('bo') });
    const changed = await changeActivity(context, the(context, 'ciso'), key, given());
    expect(changed.personId).toBeUndefined();
  });

  it('takes a date that has passed when it is the one it has', async () => {
    const { context, onDay } = await aWheel();
    const once = { rule: undefined, startsOn: day('2026-06-20') };
    const { key } = await make(context, once);
    onDay('2026-07-01');
    const change = (changes: Partial<ActivityGiven>) =>
      changeActivity(context, the(context, 'ciso'), key, given({ ...once, ...changes }));
    expect((await change({ title: 'Nyt navn' })).title).toBe('Nyt navn');
    expect(await refusal(() => change({ startsOn: day('2026-06-25') }))).toBe('wheel.startsInThePast');
  });
});

describe('closeActivity', () => {
  it('keeps what is done, lets go of what is open, and says why in the trail', async () => {
    const { context } = await aWheel();
    const { key } = await make(context);
    const [first] = tasksOfYear(context, 2026);
    await completeTask(context, the(context, 'team'), { taskKey: first?.key ?? '', note: '' });
    await startTask(context, the(context, 'team'), { taskKey: `${key}_2026-11-01`, note: '' });
    const close = () => closeActivity(context, the(context, 'ciso'), { key, reason: 'Nyt system' });
    expect((await close()).history.at(-1)).toMatchObject({ what: 'closed', reason: 'Nyt system' });
    expect((await close()).history).toHaveLength(2);
    expect(due(context)).toEqual(['2026-08-01']);
    expect(due(context, 2027)).toEqual([]);
    expect(await refusal(() => changeActivity(context, the(context, 'ciso'), key, given()))).toBe(
      'wheel.activityClosed',
    );
    const acts = context
      .list(AuditEntries)
      .all()
      .map(({ title }) => title);
    expect(acts.filter((title) => title.endsWith('Activity')).sort()).toEqual(['closeActivity', 'makeActivity']);
  });
});

describe('the list of activities', () => {
  it('says when each is next due and was last done, the closed last', async () => {
    const { context } = await aWheel();
    const { key } = await make(context);
    await make(context, { title: 'Lukket' }).then((activity) =>
      closeActivity(context, the(context, 'ciso'), { key: activity.key, reason: 'Slut' }),
    );
    await make(context, { title: 'Hvert fjerde år', rule: 'FREQ=YEARLY;INTERVAL=4', startsOn: day('2025-03-01') });
    await completeTask(context, the(context, 'team'), { taskKey: `${key}_2026-08-01`, note: '' });
    expect(
      visibleActivities(context, the(context, 'auditor')).activities.map((one) => [
        ...[one.title, one.nextDue, one.lastDoneOn, one.closed, one.abilities.edit],
      ]),
    ).toEqual([
      ['Gennemgå logge', '2026-11-01', '2026-06-15', false, false],
      ['Hvert fjerde år', '2029-03-01', undefined, false, false],
      ['Lukket', undefined, undefined, true, false],
    ]);
  });
});

describe('the catalogue', () => {
  it('is taken once however often it is pressed, and a changed or closed one is left alone', async () => {
    const { context } = await aWheel();
    const ciso = the(context, 'ciso');
    const keys = catalogue.map(({ key }) => key);
    expect(await adoptFromCatalogue(context, ciso, [...keys, ...keys])).toBe(keys.length);
    await closeActivity(context, ciso, { key: 'catalogue.logReview', reason: 'Gøres af andre' });
    expect(await adoptFromCatalogue(context, ciso, keys)).toBe(0);
    expect(context.list(WheelActivities).get('catalogue.logReview')?.closedOn).toBe('2026-06-15');
    expect(context.list(WheelActivities).all()).toHaveLength(keys.length);
    expect(visibleCatalogue(context, ciso).items.every(({ adopted }) => adopted)).toBe(true);
  });

  it('is taken one time when two press at the same moment', async () => {
    const { context } = await aWheel();
    const both = await Promise.all(
      ['ciso', 'team'].map((who) => adoptFromCatalogue(context, the(context, who), ['policyReview'])),
    );
    expect(both.sort()).toEqual([0, 1]);
  });

  it('begins at the next usual date, owing nothing from the past', async () => {
    const { context } = await aWheel();
    await adoptFromCatalogue(context, the(context, 'ciso'), ['yearlyReport', 'networkMeeting', 'restoreTest']);
    expect(due(context)).toEqual(['2026-08-11', '2026-09-05', '2026-11-10']);
    expect(due(context, 2027)[0]).toBe('2027-01-25');
  });

  it('refuses what it does not hold, and whoever may not edit', async () => {
    const { context } = await aWheel();
    const adopt = (who: string, key: string) => adoptFromCatalogue(context, the(context, who), [key]);
    expect(await refusal(() => adopt('ciso', 'else'))).toBe('wheel.noSuchCatalogueItem');
    expect(await refusal(() => adopt('manager-nord', 'policyReview'))).toBe('wheel.mayNotEdit');
  });

  it('has texts for all it holds, and holds all that has texts, in both languages', () => {
    expect(catalogue.map(({ key }) => key).sort()).toEqual(Object.keys(wheelCatalogue).sort());
    for (const language of ['da', 'en'] as const)
      for (const { key, steps, evidence } of catalogue) {
        const names = ['title', 'why', ...steps.map((step) => `steps.${step}`), ...(evidence ? ['evidence'] : [])];
        for (const name of names) {
          const text = `wheelCatalogue.${key}.${name}`;
          expect(isTextKey(text), text).toBe(true);
          expect(textIfThere(translator(language), text)?.length, text).toBeLessThan(name === 'why' ? 300 : 120);
        }
      }
  });

  it.each(catalogue.map((entry) => [entry.key, entry] as const))('%s can turn on the wheel', (_key, entry) => {
    const startsOn = firstFrom(entry, day('2026-06-15'));
    expect(startsOn >= '2026-06-15' && startsOn <= '2027-06-16').toBe(true);
    checkRecurrence({ rule: entry.rule, basis: entry.basis, startsOn });
    expect(entry.usual.day).toBeLessThan(29);
    expect(entry.source).toMatch(/^(?:(?:R\d{1,2}|ISO 27001 [\dA.]+|GDPR art\. \d+|NIS2 art\. \d+)(?:, |$))+$/);
  });

  it('is a whole year: 25 or more, every demand that the wheel is for, every body and both kinds of centre work', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(25);
    const sources = catalogue.map(({ source }) => source).join(' ');
    for (const demand of ['R1', 'R2', 'R3', 'R4', 'R6', 'R8', 'R9', 'R10', 'R11', 'R12', 'R13', 'R14', 'R15', 'R16'])
      expect(sources).toMatch(new RegExp(`\\b${demand}\\b`));
    expect(new Set(catalogue.map(({ role }) => role)).size).toBe(8);
  });
});
