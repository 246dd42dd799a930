import { z } from 'zod';
import { assignableRoles, type AssignableRole, type CentreId, type PersonId } from '../kernel/index.ts';
import {
  dayIn,
  choice,
  date,
  defineList,
  id,
  json,
  longText,
  moment,
  optional,
  text,
  type RecordIn,
  whole,
  coded,
  instantIn,
} from '../sharepoint/index.ts';
import { agendaStates, closings, outcomes, requestStates, stageRules, stageStates, voteChoices } from './contract.ts';

const person = z.string().min(1) as unknown as z.ZodType<PersonId>;
const centre = z.string().min(1) as unknown as z.ZodType<CentreId>;
const role = z.enum(assignableRoles) as z.ZodType<AssignableRole>;

/** A library file, with the version and hash that identify its bytes. */
export const frozenFile = z.object({
  id: z.string(),
  versionId: z.string(),
  hash: z.string(),
  name: z.string(),
  size: z.number().int(),
  /** MIME type, sniffed from the bytes. */
  type: z.string(),
});
export type FrozenFile = z.output<typeof frozenFile>;

/** One vote. `seat` is its holder; `by` is the voter, another only for a deputy. */
const vote = z.object({
  seat: person,
  by: person,
  choice: z.enum(voteChoices),
  reason: z.string().optional(),
  at: instantIn,
  chair: z.boolean(),
  via: z.enum(['card', 'tab']),
});
export type Vote = z.output<typeof vote>;

/** What a secretary writes of a meeting. */
const meetingRecord = {
  meetingOn: dayIn,
  itemNumber: z.string(),
  note: z.string().optional(),
  minutesUrl: z.string().optional(),
  minutes: frozenFile.optional(),
  minutesBy: person.optional(),
  minutesAt: instantIn.optional(),
};

/** A record as it stood until it was corrected, and who corrected it when and why. */
const correction = z.object({ ...meetingRecord, by: person, at: instantIn, reason: z.string() });

/** A body's decision in its meeting, as recorded by its secretary (R10). */
const externalDecision = z.object({
  ...meetingRecord,
  outcome: z.enum(outcomes),
  /** The first day that the meeting chose, where it is later than the proposed one. */
  appliesFrom: dayIn.optional(),
  /** Oldest first. */
  corrections: z.array(correction).optional(),
  by: person,
  at: instantIn,
});
export type ExternalDecision = z.output<typeof externalDecision>;

/** A meeting that decided nothing and takes the case up again on a later day. */
const postponement = z.object({
  meetingOn: dayIn,
  itemNumber: z.string(),
  nextMeetingOn: dayIn,
  note: z.string().optional(),
  by: person,
  at: instantIn,
});
export type Postponement = z.output<typeof postponement>;

/** Calendar days of a stage: more is mistyped, and its due date could not be stored. */
const mostStageDays = 3_660;

const stage = z.object({
  body: role,
  /** A named person, when the stage is not a whole body. */
  personId: person.optional(),
  centreId: centre.optional(),
  rule: z.enum(stageRules),
  /** Fewest seats that must take part. */
  quorum: z.number().int().min(1).optional(),
  /** Calendar days from opening to the due date. */
  days: z.number().int().min(1).max(mostStageDays),
  state: z.enum(stageStates),
  openedAt: instantIn.optional(),
  dueOn: dayIn.optional(),
  closedAt: instantIn.optional(),
  closedBy: z.enum(closings).optional(),
  /** The chair who ended the vote. */
  closedByPerson: person.optional(),
  /** Append-only: the latest vote of a seat counts. */
  votes: z.array(vote),
  /** Append-only: the latest of a meeting counts. */
  postponements: z.array(postponement).optional(),
  decision: externalDecision.optional(),
});
export type Stage = z.output<typeof stage>;

/**
 * One round of one request: the exact content, who decides, and all acts. It is one item, so that a vote and the
 * resulting decision are one write, and SharePoint settles races.
 */
export const ApprovalRequests = defineList('ApprovalRequests', {
  describe:
    'Requests for approval, one item a round, with the frozen content, the stages and every vote (R10, R12, R13).',
  columns: {
    title: text('What is decided'),
    subjectKind: id<string>('Kind of thing, e.g. policyVersion'),
    subjectKey: id<string>('The thing itself'),
    round: whole('Number of the round, from 1'),
    purpose: optional(coded(text('Why it is sent, when it is not new: e.g. renewal'))),
    centreId: optional(id<CentreId>('Centre it is about')),
    summary: longText('What it changes, in the words of who sent it'),
    content: longText('The exact text that is decided, Markdown'),
    file: optional(json(frozenFile, 'The exact file that is decided')),
    fileText: optional(longText('The words of the file, to see what the next round changes')),
    contentHash: text('SHA-256 of title, text and file'),
    submittedBy: id<PersonId>('Who sent it'),
    submittedAt: moment('When it was sent'),
    submittedPress: optional(id<string>('The press that sent it: its repeat sends nothing')),
    state: choice(requestStates, 'open → approved, rejected, returned for changes, or withdrawn'),
    stages: json(z.array(stage), 'Stages in order with their votes and decisions'),
    endedAt: optional(moment('When it ended')),
    withdrawnBy: optional(id<PersonId>('Who took it back')),
    withdrawnReason: optional(longText('Why it was taken back')),
    carriedOnAt: optional(moment('When everything that follows from its end had been done')),
  },
});
export type ApprovalRequest = RecordIn<typeof ApprovalRequests>;

/** A paper for information, added by a room above. */
const agendaPaper = z.object({ key: z.string(), path: z.string() });
export type AgendaPaper = z.output<typeof agendaPaper>;

/** The agenda of one meeting of a body. */
export const Agendas = defineList('Agendas', {
  describe: 'Agendas: the requests that one meeting of a body decides together (R12).',
  columns: {
    title: text('Name of the meeting'),
    body: choice(assignableRoles, 'Body that meets'),
    meetsOn: date('Day of the meeting'),
    note: longText('Note to the members'),
    requestKeys: json(z.array(z.string()), 'Requests in the order of the agenda'),
    papers: optional(json(z.array(agendaPaper), 'What is told at the meeting beside what it decides')),
    state: choice(agendaStates, 'draft → sent → closed'),
    madeBy: id<PersonId>('Who made it'),
    madeAt: moment('When it was made'),
    sentAt: optional(moment('When the members got it')),
    sentBy: optional(id<PersonId>('Who sent it')),
    movedAt: optional(moment('When its day was last changed after the members got it')),
    closedAt: optional(moment('When the meeting was recorded as held')),
    closedBy: optional(id<PersonId>('Who recorded that')),
  },
});
export type Agenda = RecordIn<typeof Agendas>;
