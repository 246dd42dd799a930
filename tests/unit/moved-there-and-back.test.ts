import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NetworkMeetings, tasksOfYear, WheelActivities } from '../../api/annual-wheel/index.ts';
import { ruleNow } from '../../api/annual-wheel/activity.ts';
import { changeActivity } from '../../api/annual-wheel/save-activity.ts';
import { changeMeeting } from '../../api/annual-wheel/meetings/save-meeting.ts';
import { moveTask } from '../../api/annual-wheel/move-task.ts';
import { planList } from '../../api/annual-wheel/plans/plan-views.ts';
import { isOpen } from '../../api/annual-wheel/task.ts';
import { Agendas, ApprovalRequests, openStage } from '../../api/approvals/index.ts';
import { changeAgenda, makeAgenda } from '../../api/approvals/agendas/save-agenda.ts';
import { sendAgenda } from '../../api/approvals/agendas/send-agenda.ts';
import { CourseRounds } from '../../api/awareness/index.ts';
import { saveRound } from '../../api/awareness/save-round.ts';
import type { Context } from '../../api/context.ts';
import { ContingencyTests } from '../../api/contingency/index.ts';
import { changeTest } from '../../api/contingency/exercises/plan-test.ts';
import { movePlanBody } from '../../api/inspections/contract.ts';
import { Inspections } from '../../api/inspections/index.ts';
import { movePlan } from '../../api/inspections/programme/plan-inspection.ts';
import {
  addDays,
  asAppError,
  localDate,
  timeZone,
  todayOf,
  type Actor,
  type LocalDate,
} from '../../api/kernel/index.ts';
import { RoleAssignments } from '../../api/organisation/index.ts';
import { aSeededTown, seededAt } from '../support/seeded-town.ts';
import { whatIsKnown } from '../support/what-is-known.ts';
import { the } from './organisation/builders.ts';

interface Move {
  kind: string;
  place: number;
  /** Where to, in days from today; over the end of the year too. */
  to: number;
}
/** Moves one of a kind; undefined: none can come back to its day on the day that is last. */
type Mover = (context: Context, actor: Actor, move: Move, last: LocalDate) => Promise<Back> | undefined;
type Back = () => Promise<unknown>;

const at = <Item>(items: readonly Item[], place: number): Item | undefined => items[place % items.length];
const dayIn = (context: Context, days: number): LocalDate => addDays(todayOf(context.clock), days);
const timeIn = (moment: string) =>
  new Date(moment).toLocaleTimeString('da-DK', { timeZone, hour: '2-digit', minute: '2-digit' }).replace('.', ':');
async function there(go: Back, back: Back): Promise<Back> {
  await go();
  return back;
}

const movers: Readonly<Record<string, Mover>> = {
  task: (context, actor, { place, to }, last) => {
    const tasks = [2026, 2027].flatMap((year) => tasksOfYear(context, year));
    const task = at(
      tasks.filter((one) => isOpen(one) && one.due >= last && one.due <= dayIn(context, 360)),
      place,
    );
    const move = (day: LocalDate) => () =>
      moveTask(context, actor, { taskKey: task?.key ?? '', to: day, reason: 'Passer bedre' });
    return task && there(move(dayIn(context, to)), move(task.due));
  },
  activity: (context, actor, { place, to }, last) => {
    // What a changed rule makes due meanwhile stays owed.
    const canComeBack = ({ rule, startsOn }: ReturnType<typeof ruleNow>) =>
      rule === undefined ? startsOn >= last : last === todayOf(context.clock);
    const activity = at(
      context
        .list(WheelActivities)
        .all()
        .filter((one) => one.closedOn === undefined && canComeBack(ruleNow(one))),
      place,
    );
    if (!activity) return undefined;
    const { rule, startsOn, basis, endsOn, scope } = ruleNow(activity);
    const given = { ...activity, rule, startsOn, basis, endsOn, scope };
    return there(
      () => changeActivity(context, actor, activity.key, { ...given, startsOn: dayIn(context, to) }),
      () => changeActivity(context, actor, activity.key, given),
    );
  },
  inspection: (context, actor, { place, to }, last) => {
    const inspection = at(
      context
        .list(Inspections)
        .all()
        .filter(({ state, plannedOn }) => state === 'planned' && plannedOn >= last),
      place,
    );
    if (!inspection) return undefined;
    const body = movePlanBody.parse(inspection);
    return there(
      () => movePlan(context, actor, inspection.key, { ...body, plannedOn: dayIn(context, to) }),
      () => movePlan(context, actor, inspection.key, body),
    );
  },
  test: (context, actor, { place, to }, last) => {
    const test = at(
      context
        .list(ContingencyTests)
        .all()
        .filter(({ state, plannedAt }) => state === 'planned' && localDate(plannedAt) >= last),
      place,
    );
    if (!test) return undefined;
    const { key, plannedAt, injects, criteria, participantIds } = test;
    const lists = { injects: [...injects], criteria: [...criteria], participantIds: [...participantIds] };
    const body = { ...test, ...lists, on: localDate(plannedAt) as string, time: timeIn(plannedAt) };
    return there(
      () => changeTest(context, actor, key, { ...body, on: dayIn(context, to) }),
      () => changeTest(context, actor, key, body),
    );
  },
  meeting: (context, actor, { place, to }, last) => {
    const meeting = at(
      context
        .list(NetworkMeetings)
        .all()
        .filter(({ on, cancelledAt }) => on >= last && cancelledAt === undefined),
      place,
    );
    if (!meeting) return undefined;
    const body = { ...meeting, agenda: [...meeting.agenda], minutesLink: meeting.minutesLink ?? '' };
    return there(
      () => changeMeeting(context, actor, meeting.key, { ...body, on: dayIn(context, to) }),
      () => changeMeeting(context, actor, meeting.key, body),
    );
  },
  agenda: (context, actor, { to }, last) => {
    const agenda = context
      .list(Agendas)
      .all()
      .find(({ state, meetsOn }) => state !== 'closed' && meetsOn >= last);
    if (!agenda) return undefined;
    return there(
      () => changeAgenda(context, actor, agenda.key, { ...agenda, meetsOn: dayIn(context, to), requestKeys: [] }),
      () => changeAgenda(context, actor, agenda.key, agenda),
    );
  },
  round: (context, actor, { place, to }, last) => {
    const round = at(
      context
        .list(CourseRounds)
        .all()
        .filter(({ dueOn, history }) => dueOn >= last && history === undefined),
      place,
    );
    if (!round) return undefined;
    const { key, item: _item, ...body } = round;
    return there(
      () => saveRound(context, actor, { ...body, dueOn: dayIn(context, to) }, key),
      () => saveRound(context, actor, body, key),
    );
  },
};

async function aCiso() {
  const { context, setNow } = await aSeededTown();
  const roles = context.list(RoleAssignments).all();
  const actor = the(context, roles.find(({ role }) => role === 'ciso')?.personId ?? '');
  // The seed has their tasks without the plans of the years.
  for (const one of context.list(Inspections).all())
    if (one.state === 'planned') await movePlan(context, actor, one.key, movePlanBody.parse(one));
  const [own] = context
    .list(ApprovalRequests)
    .all()
    .filter((one) => openStage(one)?.stage.body === 'securityCommittee');
  const meeting = { title: 'Udvalget', body: 'securityCommittee', note: '' } as const;
  const meetsOn = dayIn(context, 50);
  const { key } = await makeAgenda(context, actor, { ...meeting, meetsOn, requestKeys: own ? [own.key] : [] });
  if (own) await sendAgenda(context, actor, key);
  return { context, setNow, actor };
}
type Town = Awaited<ReturnType<typeof aCiso>>;
/** What is known, and the plans of each year. */
async function known({ context, actor }: Town): Promise<Map<string, string>> {
  const found = await whatIsKnown(context);
  for (const { key, total, done, overdue } of planList(context, actor).plans)
    found.set(`plan ${key}`, JSON.stringify([total, done, overdue]));
  return found;
}
const differences = (now: Map<string, string>, before: Map<string, string>): unknown[] =>
  [...new Set([...now.keys(), ...before.keys()])]
    .filter((what) => now.get(what) !== before.get(what))
    .map((what) => [what, now.get(what), before.get(what)]);

describe('what is moved to another day and back', () => {
  it('is as never moved, whatever the days between, over the end of a year too', async () => {
    const move: fc.Arbitrary<Move> = fc.record({
      kind: fc.constantFrom(...Object.keys(movers)),
      place: fc.nat({ max: 99 }),
      to: fc.constantFrom(0, 1, 9, 30, 45, 100, 300),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(move, { minLength: 1, maxLength: 3, selector: ({ kind }) => kind }),
        fc.constantFrom(0, 0, 1, 8, 20, 45),
        async (moves, days) => {
          const [moved, untouched] = [await aCiso(), await aCiso()];
          const last = addDays(localDate(new Date(seededAt)), days);
          const backs: Back[] = [];
          for (const one of moves)
            await movers[one.kind]?.(moved.context, moved.actor, one, last)?.then(
              (back) => backs.unshift(back),
              (thrown: unknown) => asAppError(thrown).code,
            );
          for (const { setNow } of [moved, untouched]) setNow(`${last}T10:00:00.000Z`);
          for (const back of backs) await back();
          expect(differences(await known(moved), await known(untouched))).toEqual([]);
        },
      ),
      { numRuns: 3 },
    );
  });

  it.each(Object.keys(movers))('is tried: %s', async (kind) => {
    const { context, actor } = await aCiso();
    const last = todayOf(context.clock);
    const back = movers[kind]?.(context, actor, { kind, place: 1, to: 45 }, last);
    expect(back).toBeDefined();
    await (
      await back
    )?.();
  });
});
