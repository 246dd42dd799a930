import { describe, expect, it } from 'vitest';
import { WheelActivities } from '../../../api/annual-wheel/activity-list.ts';
import { attended, invitedTo, isHeld } from '../../../api/annual-wheel/meetings/meeting.ts';
import { meetingList } from '../../../api/annual-wheel/meetings/meeting-views.ts';
import { NetworkMeetings } from '../../../api/annual-wheel/meetings/meeting-list.ts';
import {
  addFollowUp,
  callMeeting,
  changeMeeting,
  recordAttendance,
} from '../../../api/annual-wheel/meetings/save-meeting.ts';
import { addPlanTask, makePlan } from '../../../api/annual-wheel/plans/make-plan.ts';
import { policySteps } from '../../../api/annual-wheel/plans/policy-steps.ts';
import { tasksOfYear } from '../../../api/annual-wheel/tasks.ts';
import { wheelFigures } from '../../../api/figures/declared/wheel.ts';
import { translator } from '../../../api/texts/translate.ts';
import type { Instant } from '../../../api/kernel/index.ts';
import { aTown, day, person, the } from '../organisation/builders.ts';

const body = {
  ...{ title: 'Netværksmøde', on: '2026-12-01', startsAt: '09:30', minutes: 90, place: '', agenda: ['Velkommen'] },
};
const someone = (id: string, attendance: 'invited' | 'attended' | 'excused' | 'absent' = 'invited') => ({
  person: person(id),
  attendance,
});

describe('a network meeting', () => {
  it('invites everybody who is ISK, also one appointed later, until it is held', () => {
    const meeting = { on: day('2026-12-01'), people: [someone('isk-nord')] };
    const network = [person('isk-nord'), person('ny')];
    expect(invitedTo(meeting, network, day('2026-11-30'))).toEqual([someone('isk-nord'), someone('ny')]);
    expect(invitedTo(meeting, network, day('2026-12-02'))).toEqual([someone('isk-nord')]);
    const held = { ...meeting, people: [someone('isk-nord', 'attended')] };
    expect([isHeld(held, day('2026-12-01')), invitedTo(held, network, day('2026-12-01'))]).toEqual([true, held.people]);
  });

  it('no longer invites whoever has stopped as ISK since the call, unless they have answered or excused themselves', () => {
    const answered = { ...someone('svaret'), reply: 'yes' as const, repliedAt: '2026-11-20T09:00:00.000Z' as Instant };
    const people = [someone('isk-nord'), someone('stoppet'), answered, someone('afbud', 'excused')];
    const asked = invitedTo({ on: day('2026-12-01'), people }, [person('isk-nord')], day('2026-11-30'));
    expect(asked).toEqual([someone('isk-nord'), answered, someone('afbud', 'excused')]);
  });

  it('whose attendance nobody has written down says nothing of who came, in the list and in the figure', async () => {
    const { context } = await aTown('2026-11-24T09:00:00.000Z');
    const ciso = the(context, 'ciso');
    const held = { ...body, on: '2026-11-20' };
    const figure = async () =>
      (await wheelFigures.find((one) => one.key === 'networkAttendance')?.of(context))?.get('whole');
    const key = await callMeeting(context, ciso, held);
    expect(meetingList(context, ciso).meetings).toMatchObject([{ key, held: true, recorded: false, attended: 0 }]);
    expect((await figure())?.denominator ?? 0).toBe(0);
    await recordAttendance(context, ciso, key, [someone('isk-nord', 'excused')]);
    expect(meetingList(context, ciso).meetings).toMatchObject([{ recorded: false }]);
    await recordAttendance(context, ciso, key, [someone('isk-syd', 'absent')]);
    expect(meetingList(context, ciso).meetings).toMatchObject([{ recorded: true, attended: 0 }]);
    expect(await figure()).toMatchObject({ numerator: 0, denominator: 2 });
  });

  it('keeps what is written of those not named', () => {
    expect(attended([someone('a', 'attended'), someone('b')], [someone('b', 'absent'), someone('c')])).toEqual([
      someone('a', 'attended'),
      someone('b', 'absent'),
      someone('c'),
    ]);
  });

  it('is called, changed and written down by those who keep the wheel, and by nobody else', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const key = await callMeeting(context, ciso, body);
    setNow(`${body.on}T12:00:00.000Z`);
    expect(context.list(NetworkMeetings).get(key)?.people).toContainEqual(someone('isk-nord'));
    await changeMeeting(context, ciso, key, { ...body, minutesLink: 'https://proeve.example/referat' });
    await recordAttendance(context, ciso, key, [someone('isk-nord', 'attended')]);
    expect(context.list(NetworkMeetings).get(key)).toMatchObject({
      minutesLink: 'https://proeve.example/referat',
      people: expect.arrayContaining([someone('isk-nord', 'attended')]) as unknown,
    });
    await changeMeeting(context, ciso, key, { ...body, minutesLink: '' });
    expect(context.list(NetworkMeetings).get(key)?.minutesLink).toBeUndefined();
    for (const who of ['anne', 'isk-nord'])
      await expect(callMeeting(context, the(context, who), body)).rejects.toMatchObject({ code: 'wheel.mayNotEdit' });
    await expect(recordAttendance(context, ciso, key, [someone('ingen')])).rejects.toMatchObject({ kind: 'invalid' });
    await expect(changeMeeting(context, ciso, 'ingen', body)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('gives somebody a task that comes once', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    const key = await callMeeting(context, ciso, body);
    await addFollowUp(context, ciso, key, {
      title: 'Skriv til lederne',
      personId: person('isk-nord'),
      due: day('2026-12-20'),
    });
    expect(tasksOfYear(context, 2026)).toMatchObject([
      {
        due: '2026-12-20',
        state: 'planned',
        activity: { title: 'Skriv til lederne', personId: 'isk-nord', groupKey: key },
      },
    ]);
    expect(tasksOfYear(context, 2027)).toEqual([]);
    const late = { title: 'X', personId: person('isk-nord'), due: day('2026-11-01') };
    await expect(addFollowUp(context, ciso, key, late)).rejects.toMatchObject({ code: 'wheel.startsInThePast' });
  });
});

describe('an implementation plan', () => {
  it('begins with what a new policy brings, once however often it is made', async () => {
    const { context } = await aTown();
    context.texts = translator;
    const ciso = the(context, 'ciso');
    const asked = { title: 'Politik 4.0', policyVersionKey: 'policy-4-0', startsOn: '2026-12-01' };
    const key = await makePlan(context, ciso, asked);
    expect(await makePlan(context, ciso, asked)).toBe(key);
    const activities = context.list(WheelActivities).all();
    expect(activities).toHaveLength(policySteps.length);
    expect(activities.map(({ title }) => title)).toContain('Gennemgå centrets lokale procedurer');
    expect(tasksOfYear(context, 2027).length).toBeGreaterThan(policySteps.length / 2);
    await addPlanTask(context, ciso, key, {
      title: 'Hæng opslag op',
      due: '2026-12-05',
      role: 'ciso',
      scope: 'organisation',
    });
    expect(context.list(WheelActivities).all()).toHaveLength(policySteps.length + 1);
    await expect(makePlan(context, the(context, 'anne'), asked)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
