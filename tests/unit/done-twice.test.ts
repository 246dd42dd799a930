import { describe, expect, it } from 'vitest';
import { NetworkMeetings, tasksOfYear, WheelActivities } from '../../api/annual-wheel/index.ts';
import { cancelTask } from '../../api/annual-wheel/cancel-task.ts';
import { completeTask } from '../../api/annual-wheel/complete-task.ts';
import { cancelMeeting } from '../../api/annual-wheel/meetings/answer-meeting.ts';
import { recordAttendance } from '../../api/annual-wheel/meetings/save-meeting.ts';
import { moveTask } from '../../api/annual-wheel/move-task.ts';
import { closeActivity } from '../../api/annual-wheel/save-activity.ts';
import { startTask } from '../../api/annual-wheel/start-task.ts';
import { isOpen } from '../../api/annual-wheel/task.ts';
import { ApprovalRequests, withdrawApproval } from '../../api/approvals/index.ts';
import { Assets, decideNotNeeded, retireAsset } from '../../api/assets/index.ts';
import { closeRound, CourseRounds } from '../../api/awareness/index.ts';
import type { Context } from '../../api/context.ts';
import { ContingencyTests, Improvements } from '../../api/contingency/index.ts';
import { cancelDowntime } from '../../api/contingency/downtime/close-downtime.ts';
import { reportDowntime } from '../../api/contingency/downtime/report-downtime.ts';
import { cancelTest, startTest } from '../../api/contingency/exercises/move-test.ts';
import { giveUpImprovement, reportImprovement } from '../../api/contingency/exercises/save-improvement.ts';
import { CriticalServices } from '../../api/critical-services/index.ts';
import { retireService } from '../../api/critical-services/retire-service.ts';
import { setVital, undoVital } from '../../api/critical-services/set-vital.ts';
import { resetLimit } from '../../api/figures/settings/choose-limit.ts';
import { reportIncident, takeIncident } from '../../api/incidents/index.ts';
import { Inspections } from '../../api/inspections/index.ts';
import { cancelInspection } from '../../api/inspections/programme/plan-inspection.ts';
import { addDays, todayOf, type Actor } from '../../api/kernel/index.ts';
import { Measures } from '../../api/measures/measure-list.ts';
import { discardMeasure } from '../../api/measures/propose-measure.ts';
import { endAbsence, recordAbsence } from '../../api/obligations/index.ts';
import { RoleAssignments } from '../../api/organisation/index.ts';
import { resetCadence } from '../../api/reminders/change-cadence.ts';
import { hideCatalogue } from '../../api/risks/catalogues/keep-catalogues.ts';
import { allCatalogues } from '../../api/risks/catalogues/catalogues.ts';
import { knownRisks, RiskActions } from '../../api/risks/index.ts';
import { cancelAction, reportProgress } from '../../api/risks/treatment/save-action.ts';
import { assessControl } from '../../api/standards/assess-control.ts';
import { retireControl } from '../../api/standards/retire-control.ts';
import { Controls } from '../../api/standards/standard-list.ts';
import type { ListDefinition, Stored } from '../../api/sharepoint/index.ts';
import { allLists } from '../../teams-app/program/lists.ts';
import { aSeededTown } from '../support/seeded-town.ts';
import { the } from './organisation/builders.ts';

const reason = 'Det er ikke længere nødvendigt';
type Again = (() => Promise<unknown>) | undefined;
/** What somebody may press twice; undefined: the seed has none. */
type Act = (context: Context, actor: Actor) => Again | Promise<Again>;
const ofA =
  <R extends { key: string }>(
    list: ListDefinition<R>,
    act: (context: Context, actor: Actor, record: Stored<R>) => Promise<unknown>,
    isFit: (record: Stored<R>, context: Context) => boolean = () => true,
  ): Act =>
  (context, actor) => {
    const record = context
      .list(list)
      .all()
      .find((one) => isFit(one, context));
    return record && (() => act(context, actor, record));
  };
const onATask =
  (act: (context: Context, actor: Actor, taskKey: string) => Promise<unknown>): Act =>
  (context, actor) => {
    const task = tasksOfYear(context, 2026).find(
      (one) => isOpen(one) && one.activity.personId === undefined && one.activity.role === 'ciso',
    );
    return task && (() => act(context, actor, task.key));
  };
const inUse = ({ state }: { state: string }) => state === 'inUse';
const isUndone = ({ doneAt, cancelledAt }: { doneAt?: string | undefined; cancelledAt?: string | undefined }) =>
  doneAt === undefined && cancelledAt === undefined;
const isKnown = (one: { riskKey: string }, context: Context) => knownRisks(context).has(one.riskKey);

const acts: Readonly<Record<string, Act>> = {
  cancelTask: onATask((context, actor, taskKey) => cancelTask(context, actor, { taskKey, reason })),
  completeTask: onATask((context, actor, taskKey) =>
    completeTask(context, actor, { taskKey, note: 'Gjort', evidence: 'Mappen' }),
  ),
  startTask: onATask((context, actor, taskKey) => startTask(context, actor, { taskKey, note: 'Begyndt' })),
  moveTask: onATask((context, actor, taskKey) =>
    moveTask(context, actor, { taskKey, to: addDays(todayOf(context.clock), 9), reason }),
  ),
  closeActivity: ofA(
    WheelActivities,
    (context, actor, { key }) => closeActivity(context, actor, { key, reason }),
    ({ closedOn }) => closedOn === undefined,
  ),
  cancelMeeting: ofA(
    NetworkMeetings,
    (context, actor, { key }) => cancelMeeting(context, actor, key),
    ({ on, cancelledAt }, context) => on > todayOf(context.clock) && cancelledAt === undefined,
  ),
  recordAttendance: ofA(
    NetworkMeetings,
    (context, actor, { key, people }) =>
      recordAttendance(context, actor, key, [{ person: people[0]?.person ?? actor.personId, attendance: 'attended' }]),
    ({ on, people }, context) => on < todayOf(context.clock) && people.length > 0,
  ),
  withdrawApproval: (context) => {
    const open = context
      .list(ApprovalRequests)
      .all()
      .find(({ state }) => state === 'open');
    return open && (() => withdrawApproval(context, the(context, open.submittedBy), { requestKey: open.key }));
  },
  retireAsset: ofA(Assets, (context, actor, { key }) => retireAsset(context, actor, key, reason), inUse),
  decideNotNeeded: ofA(Assets, (context, actor, { key }) => decideNotNeeded(context, actor, key, reason), inUse),
  setVital: ofA(Assets, (context, actor, { key }) => setVital(context, actor, key, { is: true, reason }), inUse),
  undoVital: ofA(Assets, (context, actor, { key }) => undoVital(context, actor, key), inUse),
  retireService: ofA(
    CriticalServices,
    (context, actor, { key }) => retireService(context, actor, key, { reason }),
    inUse,
  ),
  cancelDowntime: async (context, actor) => {
    const system = context
      .list(Assets)
      .all()
      .find(({ kind, state }) => kind === 'system' && state === 'inUse');
    const { downtime } = await reportDowntime(context, actor, { assetKey: system?.key ?? '', note: 'Nede' });
    return () => cancelDowntime(context, actor, downtime.key, reason);
  },
  cancelTest: ofA(
    ContingencyTests,
    (context, actor, { key }) => cancelTest(context, actor, key, reason),
    ({ state }) => state === 'planned',
  ),
  startTest: ofA(
    ContingencyTests,
    (context, actor, { key }) => startTest(context, actor, key),
    ({ state }) => state === 'planned',
  ),
  reportImprovement: ofA(
    Improvements,
    (context, actor, { key }) => reportImprovement(context, actor, key, { done: true, note: 'Gjort' }),
    isUndone,
  ),
  giveUpImprovement: ofA(
    Improvements,
    (context, actor, { key }) => giveUpImprovement(context, actor, key, reason),
    isUndone,
  ),
  reportProgress: ofA(
    RiskActions,
    (context, actor, { key, riskKey }) =>
      reportProgress(context, actor, riskKey, key, { progress: 100, note: 'Gjort' }),
    (one, context) => isUndone(one) && isKnown(one, context),
  ),
  cancelAction: ofA(
    RiskActions,
    (context, actor, { key, riskKey }) => cancelAction(context, actor, riskKey, key, reason),
    (one, context) => isUndone(one) && isKnown(one, context),
  ),
  takeIncident: async (context, actor) => {
    const others = context.list(RoleAssignments).all();
    const other = the(context, others.find(({ role }) => role === 'coordinator')?.personId ?? '');
    const { incident } = await reportIncident(context, other, { kind: 'lostDevice', askKey: 'mistet', text: '' });
    return () => takeIncident(context, actor, incident.key);
  },
  reportIncident: (context, actor) => () =>
    reportIncident(context, actor, { kind: 'lostDevice', askKey: 'glemt', text: '' }),
  cancelInspection: ofA(
    Inspections,
    (context, actor, { key }) => cancelInspection(context, actor, key, reason),
    ({ state }) => state === 'planned',
  ),
  discardMeasure: ofA(
    Measures,
    (context, actor, { key }) => discardMeasure(context, actor, key),
    ({ key }) => key === 'tiltag-makulering',
  ),
  recordAbsence: (context, actor) => () =>
    recordAbsence(context, actor, { personId: actor.personId, from: todayOf(context.clock) }),
  endAbsence: async (context, actor) => {
    await recordAbsence(context, actor, { personId: actor.personId, from: todayOf(context.clock) });
    return () => endAbsence(context, actor, actor.personId);
  },
  closeRound: ofA(
    CourseRounds,
    (context, actor, { key }) => closeRound(context, actor, key),
    ({ history }) => history === undefined,
  ),
  resetLimit: (context, actor) => () => resetLimit(context, actor, 'incidents'),
  resetCadence: (context, actor) => () => resetCadence(context, actor, 'doWheelTask'),
  hideCatalogue: (context, actor) => {
    const catalogue = allCatalogues(context).find(({ hidden }) => !hidden);
    return catalogue && (() => hideCatalogue(context, actor, catalogue.key, true));
  },
  assessControl: ofA(
    Controls,
    (context, actor, { key }) => assessControl(context, actor, key, { effect: 'partly', note: 'Næsten' }),
    ({ state }) => state === 'running',
  ),
  retireControl: ofA(
    Controls,
    (context, actor, { key }) => retireControl(context, actor, key, reason),
    ({ state }) => state === 'running',
  ),
};

const stored = (context: Context): Map<string, string> =>
  new Map(
    allLists.flatMap((list) =>
      context
        .list(list)
        .all()
        .map((record): [string, string] => [`${list.name} ${record.key}`, JSON.stringify(record)]),
    ),
  );

describe('an act that is done again a little later, by another press', () => {
  it.each(Object.keys(acts))('writes nothing the second time, and is no error: %s', async (name) => {
    const { context, setNow } = await aSeededTown();
    const ciso = context
      .list(RoleAssignments)
      .all()
      .find(({ role }) => role === 'ciso');
    const act = await acts[name]?.(context, the(context, ciso?.personId ?? ''));
    expect(act).toBeDefined();
    setNow('2026-11-24T10:05:00.000Z');
    await act?.();
    const before = stored(context);
    setNow('2026-11-24T10:10:00.000Z');
    await act?.();
    const after = stored(context);
    expect([...after].filter(([what, record]) => before.get(what) !== record)).toEqual([]);
  });
});
