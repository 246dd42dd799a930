import { z } from 'zod';
import { differenceBlock } from '../difference/contract.ts';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { flag, offset, stageNumber } from '../http/input.ts';
import { assignableRoles } from '../kernel/index.ts';
import { correctBody, reason, recordBody, voteBody } from './decide-contract.ts';
import { eventView, fileView, stageView } from './stage-contract.ts';
import { requestStates, stageRules, stageStates, voteChoices } from './vocabulary.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();

const role = z.enum(assignableRoles);

/** Progress of a request, for the page of its subject. */
export const approvalSummary = z.object({
  requestKey: z.string(),
  round: count,
  state: z.enum(requestStates),
  purpose: z.string().optional(),
  submittedAt: moment,
  submittedBy: personRef,
  endedAt: moment.optional(),
  /** Reasons for rejection, return or withdrawal, as written. */
  reasons: z.array(
    z.object({
      person: personRef,
      /** Whose meeting it was, when the person recorded it. */
      body: role.optional(),
      choice: z.enum(voteChoices),
      text: z.string(),
    }),
  ),
  stages: z.array(
    z.object({
      number: count,
      body: role,
      person: personRef.optional(),
      centre: centreRef.optional(),
      rule: z.enum(stageRules),
      state: z.enum(stageStates),
      openedAt: moment.optional(),
      /** When its cards leave, while they wait for working hours. */
      cardsAt: moment.optional(),
      closedAt: moment.optional(),
      /** Of the meeting, where that was recorded later. */
      decidedOn: localDate.optional(),
      dueOn: localDate.optional(),
      /** The meeting that takes it up again, while it is postponed. */
      postponedTo: localDate.optional(),
      /** Whole days in the stage, until today or the decision. */
      days: count.optional(),
      voted: count,
      seats: count,
    }),
  ),
});
export type ApprovalSummary = z.output<typeof approvalSummary>;

/** Who will decide, before submission. */
export const wayView = z.array(
  z.object({
    body: role,
    centre: centreRef.optional(),
    person: personRef.optional(),
    rule: z.enum(stageRules),
    quorum: count.optional(),
    days: count,
    people: z.array(personRef),
  }),
);
export type WayView = z.output<typeof wayView>;

export const approvalRow = z.object({
  key: z.string(),
  title: z.string(),
  /** E.g. `procedureVersion`; texts under `approvals.subject.<kind>`. */
  subjectKind: z.string(),
  /** The thing's own page. */
  path: z.string(),
  centre: centreRef.optional(),
  round: count,
  purpose: z.string().optional(),
  state: z.enum(requestStates),
  submittedBy: personRef,
  submittedAt: moment,
  endedAt: moment.optional(),
  /** The open stage; absent when the request has ended. */
  stage: z
    .object({
      number: count,
      of: count,
      body: role,
      centre: centreRef.optional(),
      rule: z.enum(stageRules),
      openedAt: moment,
      dueOn: localDate,
      daysLeft: count,
      voted: count,
      seats: count,
    })
    .optional(),
  /** The reader's part: `vote` and `record` await the reader. */
  mine: z.enum(['vote', 'record', 'voted', 'none']),
  myChoice: z.enum(voteChoices).optional(),
  agenda: z.object({ key: z.string(), title: z.string() }).optional(),
});
export type ApprovalRow = z.output<typeof approvalRow>;

export const approvalView = approvalRow.extend({
  summary: z.string(),
  /** The frozen text, Markdown. Empty when it is a file alone. */
  content: z.string(),
  file: fileView.optional(),
  contentHash: z.string(),
  /** Changed after submission: it cannot be approved and must be withdrawn. */
  contentChanged: z.boolean(),
  stages: z.array(stageView),
  events: z.array(eventView),
  /** Against the previous round, else the version in force. */
  difference: z
    .object({ against: z.enum(['round', 'inForce']), title: z.string(), blocks: z.array(differenceBlock) })
    .optional(),
  rounds: z.array(z.object({ key: z.string(), round: count, state: z.enum(requestStates), submittedAt: moment })),
  /** Effect of the last approval: people asked to act, and from which day it applies. */
  follows: z.object({ people: count, appliesFrom: localDate }).optional(),
  abilities: z.object({
    vote: z.boolean(),
    /** Has a paper to attach to a meeting's agenda. */
    case: z.boolean(),
    /** Holder of the seat in which the reader votes, if another. */
    votesFor: personRef.optional(),
    withdraw: z.boolean(),
    record: z.boolean(),
    attachMinutes: z.boolean(),
    /** May correct what was recorded of a meeting. */
    correct: z.boolean(),
    /** The chair may close the vote. */
    close: z.boolean(),
    seeSubject: z.boolean(),
  }),
  freshness,
});
export type ApprovalView = z.output<typeof approvalView>;

export const showings = ['waiting', 'sent', 'decided', 'all'] as const;
export const approvalsView = z.object({
  approvals: z.array(approvalRow),
  total: count,
  /** Visible requests: awaiting the reader, sent by the reader and open, decided. */
  counts: z.object({ waiting: count, sent: count, decided: count, all: count }),
  centres: z.array(centreRef),
  abilities: z.object({ seeAll: z.boolean(), makeAgenda: z.boolean() }),
  freshness,
});
export type ApprovalsView = z.output<typeof approvalsView>;

const listQuery = z.object({
  show: z.enum(showings).default('waiting'),
  q: z.string().max(100).optional(),
  kind: z.string().max(60).optional(),
  /** `overdue`: open, and its due date has passed. */
  state: z.enum([...requestStates, 'overdue']).optional(),
  /** `lastYear`: decided in the past twelve months; what too few could vote on was not. */
  ended: z.enum(['lastYear']).optional(),
  centreId: z.string().max(255).optional(),
  sort: z.enum(['due', 'title', 'centre', 'submittedAt', 'endedAt']).default('due'),
  descending: flag.default(false),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const megabyte = 1024 * 1024;

/** Requests, votes and decisions. */
export const requestContract = {
  'GET /api/approvals': {
    summary: 'What waits for me, what I have sent, what is decided',
    query: listQuery,
    answer: approvalsView,
  },
  'GET /api/approvals.xlsx': {
    summary: 'The same as a workbook',
    query: listQuery,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'GET /api/approvals/:requestKey': {
    summary: 'One request with its frozen content and time line',
    answer: approvalView,
  },
  'GET /api/approvals/:requestKey/file': { summary: 'The frozen file', file: 'application/octet-stream' },
  'GET /api/approvals/:requestKey/case': {
    summary: 'The case for a meeting outside Teams: cover, recommendation and text (R10)',
    file: 'application/pdf',
  },
  'POST /api/approvals/:requestKey/vote': {
    summary: 'Approve, reject, ask for changes or abstain; again until the stage closes',
    body: voteBody,
    answer: approvalView,
  },
  'POST /api/approvals/:requestKey/withdraw': {
    summary: 'Take it back',
    body: z.object({ reason: reason.default('') }),
    answer: approvalView,
  },
  'POST /api/approvals/:requestKey/close': {
    summary: 'The chair ends the vote when enough have voted',
    body: z.object({ stage: stageNumber }),
    answer: approvalView,
  },
  'POST /api/approvals/:requestKey/record': {
    summary: 'Record what a body decided in its meeting (R10)',
    body: recordBody,
    answer: approvalView,
  },
  'POST /api/approvals/:requestKey/correct': {
    summary: 'Correct what was recorded of a meeting, but for its outcome (R10)',
    body: correctBody,
    answer: approvalView,
  },
  'PUT /api/approvals/:requestKey/minutes/:stage': {
    summary: 'Attach the minutes of the meeting',
    upload: true,
    bodyBytes: 25 * megabyte,
    answer: approvalView,
  },
  'GET /api/approvals/:requestKey/minutes/:stage': { summary: 'The minutes', file: 'application/octet-stream' },
} satisfies Endpoints;
