import { describe, expect, it } from 'vitest';
import {
  cancelTask,
  completeTask,
  isOpen,
  reopenTask,
  wheelRoutes,
  WheelActivities,
} from '../../../api/annual-wheel/index.ts';
import type { ActivityBody } from '../../../api/annual-wheel/activity-contract.ts';
import { activityViewOf } from '../../../api/annual-wheel/activity-views.ts';
import { addPlanTask, makePlan } from '../../../api/annual-wheel/plans/make-plan.ts';
import type { Context } from '../../../api/context.ts';
import { instant, type Actor } from '../../../api/kernel/index.ts';
import { refused } from '../../support/refused.ts';
import { the } from '../organisation/builders.ts';
import { anActivity, aWheel, theTask } from './builders.ts';

const ofTeam = 'logs_2026-09-01';
const ofNorth = 'risks_2026-09-01_nord';
const reason = 'Det var en fejl';
const world = () => aWheel(anActivity('logs'), anActivity('risks', { role: 'coordinator' }, { scope: 'centres' }));

const complete = (context: Context, actor: Actor, taskKey: string) =>
  completeTask(context, actor, { taskKey, note: '' });
const reopen = (context: Context, who: string, taskKey: string) =>
  reopenTask(context, the(context, who), { taskKey, reason });

describe('reopening a task', () => {
  it.each([
    ['the auditor, who reads everything', 'auditor', 'done', ofTeam, 'team'],
    ['Koncernledelsen, who reads everything', 'management', 'done', ofNorth, 'isk-nord'],
    ['a manager, of a task of the team that all readers see', 'manager-nord', 'done', ofTeam, 'ciso'],
    ['the auditor, of one that was cancelled', 'auditor', 'cancelled', ofNorth, 'manager-nord'],
  ] as const)('is not for %s; who has it or edits the wheel may', async (_who, who, state, taskKey, may) => {
    const { context } = await world();
    const doer = the(context, taskKey === ofNorth ? 'isk-nord' : 'team');
    if (state === 'done') await complete(context, doer, taskKey);
    else await cancelTask(context, the(context, 'ciso'), { taskKey, reason });
    expect(await refused(context, () => reopen(context, who, taskKey))).toBe('forbidden wheel.mayNotReopen');
    expect(theTask(context, taskKey).state).toBe(state);
    await reopen(context, may, taskKey);
    expect(isOpen(theTask(context, taskKey))).toBe(true);
  });
});

describe('completing a task', () => {
  it('is refused to a press from before it was reopened, and not to one from after', async () => {
    const { context, setNow } = await world();
    await complete(context, the(context, 'team'), ofTeam);
    setNow('2026-06-15T09:00:00.000Z');
    await reopen(context, 'ciso', ofTeam);
    setNow('2026-06-15T10:00:00.000Z');
    const pressed = (at: string) =>
      complete(context, { ...the(context, 'team'), pressedAt: instant(new Date(at)) }, ofTeam);
    expect(await refused(context, () => pressed('2026-06-15T08:59:59.999Z'))).toBe('conflict wheel.reopenedSince');
    expect(theTask(context, ofTeam).state).not.toBe('done');
    await pressed('2026-06-15T09:00:00.000Z');
    expect(theTask(context, ofTeam).state).toBe('done');
  });
});

const body = (changes: Partial<ActivityBody> = {}): ActivityBody => ({
  title: 'Gennemgå loggen',
  why: '',
  source: 'R12',
  role: 'securityTeam',
  scope: 'organisation',
  steps: [],
  leadDays: 14,
  rule: 'FREQ=YEARLY',
  startsOn: '2026-09-01',
  basis: 'calendar',
  ...changes,
});

/** Calls a route of the wheel as the CISO, who has seen what stands there. */
async function asked(context: Context, name: string, given: object, params: Record<string, string> = {}) {
  const route = wheelRoutes.find((one) => one.name === name);
  if (!route) throw new Error(`no route ${name}`);
  const graph = () => {
    throw new Error('asks Graph for nothing');
  };
  const ciso = the(context, 'ciso');
  const seen = context.list(WheelActivities).get(params['activityKey'] ?? '');
  const expected = seen && activityViewOf(context, ciso, seen).etag;
  return route.run(context, ciso, { params, query: {}, body: { ...given, expected } }, { graph });
}

describe('an activity of a plan', () => {
  it.each([
    ['is added', 'POST /api/wheel/activities', {}],
    ['is changed', 'PUT /api/wheel/activities/:activityKey', { activityKey: 'logs' }],
  ])('%s in a plan or meeting that is there', async (_how, name, params) => {
    const { context } = await world();
    const ciso = the(context, 'ciso');
    const planKey = await makePlan(context, ciso, { title: 'Ny politik', startsOn: '2026-07-01' });
    const put = (groupKey: string) => asked(context, name, body({ groupKey }), params);
    expect(await refused(context, () => put('none'))).toBe('invalid wheel.noSuchPlan groupKey');
    await put(planKey);
    const keys = context
      .list(WheelActivities)
      .all()
      .map(({ groupKey }) => groupKey);
    expect(keys).toContain(planKey);
  });

  it('stays in its plan when something else is changed, also when the plan is gone', async () => {
    const { context } = await aWheel(anActivity('logs', { groupKey: 'gone' }));
    const put = (groupKey: string) =>
      asked(context, 'PUT /api/wheel/activities/:activityKey', body({ groupKey }), { activityKey: 'logs' });
    expect(await refused(context, () => put('other'))).toBe('invalid wheel.noSuchPlan groupKey');
    await put('gone');
    expect(context.list(WheelActivities).get('logs')).toMatchObject({ title: 'Gennemgå loggen', groupKey: 'gone' });
  });

  it('is added to a plan that is there as a task of it too', async () => {
    const { context } = await world();
    const ciso = the(context, 'ciso');
    const planKey = await makePlan(context, ciso, { title: 'Ny politik', startsOn: '2026-07-01' });
    const task = { title: 'Skriv ud', role: 'ciso', scope: 'organisation', due: '2026-07-10' } as const;
    expect(await refused(context, () => addPlanTask(context, ciso, 'none', task))).toBe('missing wheel.noSuchPlan');
    await addPlanTask(context, ciso, planKey, task);
    expect(context.list(WheelActivities).all()).toHaveLength(3);
  });
});

describe('a recurrence', () => {
  it.each([
    ['the sixth Monday of the month', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=5'],
    ['a second last Monday', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1MO;BYSETPOS=2', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1MO'],
    ['a fifth Saturday of February', 'FREQ=YEARLY;BYMONTH=2;BYDAY=5SA', 'FREQ=YEARLY;BYMONTH=2;BYDAY=5SU'],
  ])(
    'that never falls, such as %s, is refused at its field; the nearest that does is saved',
    async (_, never, falls) => {
      const { context } = await world();
      const expected = 'invalid wheel.ruleNeverFalls rule';
      const acts = (rule: string) => [
        () => asked(context, 'POST /api/wheel/recurrence', { rule, startsOn: '2026-09-01', basis: 'calendar' }),
        () => asked(context, 'POST /api/wheel/activities', body({ rule })),
        () => asked(context, 'PUT /api/wheel/activities/:activityKey', body({ rule }), { activityKey: 'logs' }),
      ];
      for (const act of acts(never)) expect(await refused(context, act)).toBe(expected);
      for (const act of acts(falls)) await act();
      const rules = context
        .list(WheelActivities)
        .get('logs')
        ?.revisions.map(({ rule }) => rule);
      expect(rules?.at(-1)).toBe(falls);
    },
  );
});
