import { Acknowledgements } from '../../acknowledgements/index.ts';
import { NetworkMeetings, WheelActivities, WheelTasks, type TouchedTask } from '../../annual-wheel/index.ts';
import { ApprovalRequests, type ApprovalRequest, type Stage } from '../../approvals/index.ts';
import { Completions, CourseRounds, Exemptions } from '../../awareness/index.ts';
import {
  ContingencyPlans,
  ContingencyPlanVersions,
  ContingencyTests,
  Downtimes,
  Improvements,
  type ContingencyTest,
} from '../../contingency/index.ts';
import { InspectionFindings, Inspections } from '../../inspections/index.ts';
import { Incidents, type Incident } from '../../incidents/index.ts';
import type { Instant } from '../../kernel/index.ts';
import { Measures } from '../../measures/index.ts';
import { PolicyVersions } from '../../policy/index.ts';
import { Procedures, ProcedureVersions } from '../../procedures/index.ts';
import { Assessments, AssessmentTriggers, RiskAcceptances, RiskActions } from '../../risks/index.ts';
import { bornAt, changed, isAfter, isDayAfter, rewind, rewindUnborn, type Cut, type Rewind } from './rewind.ts';

/** A stage as of the cut: later votes and ends are removed; a later stage waits. */
function stageAt(stage: Stage, cut: Cut): Stage {
  const votes = stage.votes.filter(({ at }) => !isAfter(at, cut));
  if (stage.openedAt === undefined || isAfter(stage.openedAt, cut))
    return changed(stage, { state: 'waiting', votes, openedAt: undefined, dueOn: undefined, closedAt: undefined });
  if (!isAfter(stage.closedAt, cut)) return stage.state === 'skipped' ? stage : changed(stage, { votes });
  return changed(stage, {
    state: 'open',
    votes,
    closedAt: undefined,
    closedBy: undefined,
    closedByPerson: undefined,
    decision: undefined,
  });
}

function requestAt(request: ApprovalRequest, cut: Cut): ApprovalRequest | undefined {
  if (isAfter(request.submittedAt, cut)) return undefined;
  const stages = request.stages.map((stage) => stageAt(stage, cut));
  if (!isAfter(request.endedAt, cut)) return request;
  // A stage open at the withdrawal was open.
  const opened = stages.map((stage) => (stage.state === 'skipped' ? changed(stage, { state: 'open' }) : stage));
  return changed(request, { stages: opened, state: 'open', endedAt: undefined, withdrawnBy: undefined });
}

/** State after the events until the cut. */
function taskAt(task: TouchedTask, cut: Cut): TouchedTask | undefined {
  const history = task.history.filter(({ at }) => !isAfter(at, cut));
  if (history.length === task.history.length) return task;
  if (history.length === 0) return undefined;
  let state: TouchedTask['state'] = 'planned';
  for (const { what } of history) {
    if (what === 'started' || what === 'step') state = 'inProgress';
    if (what === 'completed') state = 'done';
    if (what === 'cancelled') state = 'cancelled';
    if (what === 'reopened') state = state === 'done' ? 'inProgress' : 'planned';
  }
  return changed(task, {
    state,
    history,
    movedTo: history.findLast(({ what }) => what === 'moved')?.to,
    ...(state === 'done' ? {} : { doneOn: undefined, doneBy: undefined }),
  });
}

function testAt(test: ContingencyTest, cut: Cut): ContingencyTest | undefined {
  if (isAfter(test.madeAt, cut)) return undefined;
  if (test.state === 'cancelled' || !isAfter(test.closedAt ?? test.endedAt ?? test.startedAt, cut)) return test;
  const open = changed(test, { closedAt: undefined, passed: undefined, recovery: undefined, dataLoss: undefined });
  if (isAfter(test.startedAt, cut))
    return changed(open, { state: 'planned', startedAt: undefined, endedAt: undefined });
  return isAfter(test.endedAt, cut)
    ? changed(open, { state: 'running', endedAt: undefined })
    : changed(open, { state: 'ended' });
}

function incidentAt(incident: Incident, cut: Cut): Incident | undefined {
  if (isAfter(incident.reportedAt, cut)) return undefined;
  const open = isAfter(incident.closedAt, cut)
    ? changed(incident, { state: incident.takenAt === undefined ? 'open' : 'taken', closedAt: undefined })
    : incident;
  return isAfter(open.takenAt, cut) ? changed(open, { state: 'open', takenAt: undefined, takenBy: undefined }) : open;
}

/** A record without fields set after the cut. */
function without<R extends object>(record: R, names: readonly string[]): R {
  if (names.length === 0) return record;
  const copy = { ...record };
  for (const name of names) Reflect.deleteProperty(copy, name);
  return copy;
}

interface Work {
  doneAt?: Instant | undefined;
  cancelledAt?: Instant | undefined;
}
/** Done or cancelled after the cut: open. */
const workAt = <R extends Work>(record: R, cut: Cut): R =>
  without(record, [
    ...(isAfter(record.doneAt, cut) ? ['doneAt', 'doneBy'] : []),
    ...(isAfter(record.cancelledAt, cut) ? ['cancelledAt', 'cancelledReason'] : []),
  ]);

interface Paper {
  madeAt: Instant;
  retiredAt?: Instant | undefined;
}
const paperAt = <R extends Paper>(record: R, cut: Cut): R | undefined =>
  isAfter(record.madeAt, cut) ? undefined : without(record, isAfter(record.retiredAt, cut) ? ['retiredAt'] : []);

interface Version {
  madeAt: Instant;
  discardedAt?: Instant | undefined;
}
const versionAt = <R extends Version>(record: R, cut: Cut): R | undefined =>
  isAfter(record.madeAt, cut) ? undefined : without(record, isAfter(record.discardedAt, cut) ? ['discardedAt'] : []);

/**
 * How each list's records are rewound to the end of a day, by their own data: when created, done, decided, closed.
 * Lists without a row are unchanged; in-place edits are found by `changesSince`.
 */
export const rewinds: readonly Rewind[] = [
  rewind(
    Acknowledgements,
    bornAt(({ at }) => at),
  ),
  rewind(
    Completions,
    bornAt(({ at }) => at),
  ),
  rewind(
    RiskAcceptances,
    bornAt(({ askedAt }) => askedAt),
  ),
  rewind(ApprovalRequests, requestAt),
  rewind(WheelTasks, taskAt),
  rewind(ContingencyTests, testAt),
  rewind(Incidents, incidentAt),
  rewindUnborn(RiskActions, workAt),
  rewindUnborn(Improvements, workAt),
  rewind(PolicyVersions, (version, cut) => {
    if (isAfter(version.draftedAt, cut)) return undefined;
    if (isAfter(version.publishedAt, cut))
      return changed(version, { state: 'draft', publishedAt: undefined, publishedBy: undefined });
    if (isAfter(version.supersededAt, cut)) return changed(version, { state: 'published', supersededAt: undefined });
    return isAfter(version.discardedAt, cut) ? changed(version, { state: 'draft', discardedAt: undefined }) : version;
  }),
  rewind(Procedures, paperAt),
  rewind(ContingencyPlans, paperAt),
  rewind(ProcedureVersions, versionAt),
  rewind(ContingencyPlanVersions, versionAt),
  rewind(Inspections, (inspection, cut) => {
    if (isAfter(inspection.madeAt, cut)) return undefined;
    if (inspection.state === 'cancelled') return inspection;
    if (isAfter(inspection.heldAt, cut))
      return changed(inspection, { state: 'planned', heldAt: undefined, closedAt: undefined });
    return isAfter(inspection.closedAt, cut) ? changed(inspection, { state: 'held', closedAt: undefined }) : inspection;
  }),
  rewind(InspectionFindings, (finding, cut) => {
    if (isAfter(finding.madeAt, cut)) return undefined;
    const rechecks = finding.rechecks.filter(({ at }) => !isAfter(at, cut));
    const closedAt = isAfter(finding.closedAt, cut) ? undefined : finding.closedAt;
    if (rechecks.length === finding.rechecks.length && closedAt === finding.closedAt) return finding;
    return changed(finding, { rechecks, closedAt });
  }),
  rewind(Measures, (measure, cut) => {
    if (isAfter(measure.proposedAt, cut)) return undefined;
    return isAfter(measure.discardedAt, cut) ? changed(measure, { discardedAt: undefined }) : measure;
  }),
  rewind(WheelActivities, (activity, cut) => {
    if (isAfter(activity.history.find(({ what }) => what === 'made')?.at, cut)) return undefined;
    return isDayAfter(activity.closedOn, cut) ? changed(activity, { closedOn: undefined }) : activity;
  }),
  rewind(NetworkMeetings, (meeting, cut) => {
    if (isAfter(meeting.calledAt, cut)) return undefined;
    return isAfter(meeting.cancelledAt, cut) ? changed(meeting, { cancelledAt: undefined }) : meeting;
  }),
  rewindUnborn(CourseRounds, (round, cut) =>
    isDayAfter(round.closedOn, cut) ? changed(round, { closedOn: undefined, closedBy: undefined }) : round,
  ),
  rewind(Exemptions, (exemption, cut) => {
    if (isAfter(exemption.at, cut)) return undefined;
    return isDayAfter(exemption.endedOn, cut) ? changed(exemption, { endedOn: undefined }) : exemption;
  }),
  rewind(Assessments, (assessment, cut) => {
    if (isAfter(assessment.startedAt, cut)) return undefined;
    return isAfter(assessment.finishedAt, cut)
      ? changed(assessment, { state: 'draft', finishedAt: undefined })
      : assessment;
  }),
  rewind(AssessmentTriggers, (trigger, cut) => {
    if (isAfter(trigger.raisedAt, cut)) return undefined;
    return isAfter(trigger.takenBackAt, cut) ? changed(trigger, { takenBackAt: undefined }) : trigger;
  }),
  rewind(Downtimes, (downtime, cut) => {
    if (isAfter(downtime.reportedAt, cut)) return undefined;
    if (downtime.state !== 'closed' || !isAfter(downtime.closedAt, cut)) return downtime;
    return changed(downtime, { state: 'running', endedAt: undefined, kept: undefined, closedAt: undefined });
  }),
];
