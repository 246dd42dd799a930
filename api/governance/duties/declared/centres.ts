import { NetworkMeetings } from '../../../annual-wheel/index.ts';
import { ApprovalRequests, approvalPath, maySeeApproval } from '../../../approvals/index.ts';
import { Improvements, planSubjectKind } from '../../../contingency/index.ts';
import type { Context } from '../../../context.ts';
import { localDate } from '../../../kernel/index.ts';
import { People, RoleAssignments } from '../../../organisation/index.ts';
import { procedureSubjectKind } from '../../../procedures/index.ts';
import { centreDuty, type Duty, type Evidence } from '../duty.ts';
import { centresHeld } from '../held-then.ts';
import { approvalLists, decisions, doneAs, isApproved, wheelLists } from '../records.ts';

/** Local initiatives: planned and completed improvements. */
const improved = (context: Context): Evidence[] =>
  context
    .list(Improvements)
    .all()
    .flatMap(({ title, centreId, doneAt }) =>
      centreId === undefined || doneAt === undefined ? [] : [{ on: localDate(doneAt), title, centreId }],
    );

/** Local procedures submitted for approval. */
const sent = (context: Context): Evidence[] =>
  context
    .list(ApprovalRequests)
    .all()
    .flatMap((request) => {
      const { key, subjectKind, centreId, submittedAt, title } = request;
      if (subjectKind !== procedureSubjectKind || centreId === undefined) return [];
      const opens: Evidence['opens'] = (now, actor) => maySeeApproval(now, actor, request);
      return [{ on: localDate(submittedAt), title, centreId, path: approvalPath(key), opens }];
    });

/** Network meetings attended by a then ISK of the centre. */
const attended = (context: Context): Evidence[] =>
  context
    .list(NetworkMeetings)
    .all()
    .filter(({ cancelledAt }) => cancelledAt === undefined)
    .flatMap(({ key, on, title, people }) => {
      const path = `/wheel/meetings/${encodeURIComponent(key)}`;
      const there = people.filter(({ attendance }) => attendance === 'attended');
      const centres = new Set(there.flatMap(({ person }) => centresHeld(context, 'coordinator', person, on)));
      return [...centres].map((centreId) => ({ on, title, path, centreId }));
    });

/** Centre managers and ISKs, by centre (R15, R16). */
export const centreDuties: readonly Duty[] = [
  centreDuty({
    key: 'managerImplements',
    body: 'centreManager',
    source: 'R15',
    every: 12,
    lists: approvalLists,
    of: (context) => decisions(context, 'centreManager', procedureSubjectKind, isApproved),
  }),
  centreDuty({
    key: 'managerFollowsUp',
    body: 'centreManager',
    source: 'R15',
    every: 12,
    lists: wheelLists,
    of: doneAs('centreManager'),
  }),
  centreDuty({
    key: 'managerPlans',
    body: 'centreManager',
    source: 'R5, R15',
    every: 12,
    lists: approvalLists,
    of: (context) => decisions(context, 'centreManager', planSubjectKind, isApproved),
  }),
  centreDuty({
    key: 'managerImproves',
    body: 'centreManager',
    source: 'R15',
    every: 12,
    lists: [Improvements],
    of: improved,
  }),
  centreDuty({
    key: 'iskProcedures',
    body: 'coordinator',
    source: 'R16',
    every: 12,
    lists: approvalLists,
    of: sent,
  }),
  centreDuty({
    key: 'iskChecks',
    body: 'coordinator',
    source: 'R16',
    every: 6,
    lists: wheelLists,
    of: doneAs('coordinator'),
  }),
  centreDuty({
    key: 'iskNetwork',
    body: 'coordinator',
    source: 'R16',
    every: 12,
    lists: [NetworkMeetings, RoleAssignments, People],
    of: attended,
  }),
];
