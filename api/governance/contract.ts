import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { expected, expectedAt, id, oneLine, timestamp } from '../http/input.ts';

import { askBody, evidenceView, managementDutyView, meetingBody } from './management-contract.ts';

export {
  type AreaRow,
  type AskBody,
  type EvidenceView,
  type ManagementDutyView,
  type MeetingBody,
} from './management-contract.ts';

/** Bodies with duties, in display order: roles, and the coordinators' network. */
export const dutyBodies = [
  'cityCouncil',
  'executiveBoard',
  'corporateManagement',
  'securityCommittee',
  'ciso',
  'securityTeam',
  'network',
  'centreManager',
  'coordinator',
] as const;
/** `partly`: done by some centres. `missing`: not done, or expired. */
export const dutyStates = ['missing', 'partly', 'done'] as const;
export const orientationStates = ['collecting', 'sent'] as const;
const [xlsx, docx] = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;
const localDate = z.iso.date();
const moment = z.iso.datetime();

/** A duty's status on the view's day. */
const status = z.object({
  state: z.enum(dutyStates),
  latest: evidenceView.optional(),
  /** Valid until this day. */
  until: localDate.optional(),
  /** Missing since this day; absent when never recorded. */
  since: localDate.optional(),
});

const dutyRow = status.extend({
  key: z.string(),
  body: z.enum(dutyBodies),
  /** In the reader's language. */
  title: z.string(),
  about: z.string(),
  source: z.string(),
  /** Months; absent: by appointment. */
  every: z.number().int().optional(),
  /** Of the view's year, latest first; at most five. */
  evidence: z.array(evidenceView),
  /** Total of the year. */
  count: z.number().int(),
  /** For a duty of each centre. */
  centres: z
    .object({
      done: z.number().int(),
      total: z.number().int(),
      missing: z.array(z.object({ centre: centreRef, since: localDate.optional() })),
    })
    .optional(),
});
export type DutyRow = z.output<typeof dutyRow>;

const dutySorts = ['body', 'title', 'state', 'latest'] as const;
export const dutiesQuery = z.object({
  /** Default the present year; earlier ones as of their last day. */
  year: z.coerce.number().int().min(2_000).max(2_100).optional(),
  body: z.enum(dutyBodies).optional(),
  state: z.enum(dutyStates).optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(dutySorts).default('body'),
  descending: z.string().max(8).pipe(z.stringbool()).default(false),
});
export type DutiesQuery = z.output<typeof dutiesQuery>;

const dutiesView = z.object({
  /** The day described. */
  day: localDate,
  year: z.number().int(),
  years: z.array(z.number().int()),
  duties: z.array(dutyRow),
  /** Each body's status over all its duties. */
  bodies: z.array(z.object({ body: z.enum(dutyBodies), done: z.number().int(), total: z.number().int() })),
  freshness,
});
export type DutiesView = z.output<typeof dutiesView>;

export const longest = { title: 200, text: 4_000, intro: 4_000, subjects: 60 } as const;
/** A path of the tab. */
const path = z
  .string()
  .max(500)
  .regex(/^\/[\w\-./?=&%~:]*$/);
const subjectBody = z.object({
  title: oneLine.min(1).max(longest.title),
  text: z.string().trim().max(longest.text).default(''),
  path: path.optional(),
  suggestion: id.optional(),
  /** The writer's `changedAt`, of a change; refused when changed since. */
  expected: expectedAt.optional(),
});
export type SubjectBody = z.output<typeof subjectBody>;
/** What another page adds for Byrådet: an accident, a figure, or any record by path. */
const collectBody = z.union([
  z.object({ incident: id }).strict(),
  z.object({ figure: id, owner: id }).strict(),
  z.object({ path, title: oneLine.min(1).max(longest.title) }).strict(),
]);
export type CollectBody = z.output<typeof collectBody>;
const collectedView = z.object({
  /** Collected subjects, by path, or `figure:<figure>:<owner>`. */
  subjects: z.array(z.object({ key: z.string(), about: z.string() })),
});
export type CollectedView = z.output<typeof collectedView>;
const introBody = z.object({ intro: z.string().trim().max(longest.intro), expected });
const sendBody = z.object({
  /** The subjects shown to the sender, in order; refused when changed since. */
  seen: z
    .array(z.object({ key: id, changedAt: timestamp() }))
    .min(1)
    .max(longest.subjects),
});

const subjectView = z.object({
  key: z.string(),
  title: z.string(),
  text: z.string(),
  path: z.string().optional(),
  addedBy: personRef,
  addedAt: moment,
  changedAt: moment,
  /** The sentence of its suggestion that is to be replaced before it is sent. */
  asks: z.string().optional(),
});
export type SubjectView = z.output<typeof subjectView>;
const suggestionKinds = ['policy', 'risks', 'incidents', 'inspection'] as const;
const suggestionView = z.object({
  key: z.string(),
  kind: z.enum(suggestionKinds),
  /** In the reader's language. */
  title: z.string(),
  /** In Danish, like the document. */
  content: z.object({ title: z.string(), text: z.string() }),
  path: z.string(),
});
export type SuggestionView = z.output<typeof suggestionView>;
const sentView = z.object({
  key: z.string(),
  number: z.number().int(),
  sentOn: localDate,
  sentBy: personRef,
  subjects: z.array(z.string()),
  /** SHA-256 of the document. */
  hash: z.string(),
});
export type SentOrientation = z.output<typeof sentView>;
const orientationView = z.object({
  /** Its present number. */
  number: z.number().int(),
  intro: z.string(),
  /** Of the introduction. */
  etag: z.string(),
  subjects: z.array(subjectView),
  suggestions: z.array(suggestionView),
  /** Latest first. */
  sent: z.array(sentView),
  abilities: z.object({ write: z.boolean(), send: z.boolean() }),
  freshness,
});
export type OrientationView = z.output<typeof orientationView>;

export const governanceContract = {
  'GET /api/governance/duties': {
    summary: 'What each body must do, and what shows that it did (R10–R16)',
    query: dutiesQuery,
    answer: dutiesView,
  },
  'GET /api/governance/duties.xlsx': {
    summary: 'The same as a workbook, centre by centre',
    query: dutiesQuery,
    file: xlsx,
  },
  'GET /api/governance/management': {
    summary: 'NIS 2-loven § 7: what management approved, supervised and learnt',
    answer: managementDutyView,
  },
  'POST /api/governance/management/ask': {
    summary: 'Send areas of measures to a management body for approval (NIS 2-loven § 7)',
    body: askBody,
    answer: managementDutyView,
  },
  'POST /api/governance/management/record': {
    summary: 'Record that a management body approved areas in its meeting',
    body: meetingBody,
    answer: managementDutyView,
  },
  'GET /api/governance/management.xlsx': { summary: 'The same as a workbook', file: xlsx },
  'GET /api/governance/management.docx': { summary: 'The same as a Word document', file: docx },
  'GET /api/governance/orientation': {
    summary: 'What Byrådet is to be told of, what is suggested, and what has been sent (R11)',
    answer: orientationView,
  },
  'PUT /api/governance/orientation/intro': {
    summary: 'Write what stands first',
    body: introBody,
    answer: orientationView,
  },
  'POST /api/governance/orientation/subjects': {
    summary: 'Add to the orientation of Byrådet',
    body: subjectBody.omit({ expected: true }),
    answer: orientationView,
  },
  'GET /api/governance/orientation/collected': {
    summary: 'What of other pages stands in the orientation that is collected',
    answer: collectedView,
  },
  'POST /api/governance/orientation/collect': {
    summary: 'Add what stands on another page; added already is done',
    body: collectBody,
    answer: collectedView,
  },
  'PUT /api/governance/orientation/subjects/:subjectKey': {
    summary: 'Change a subject',
    body: subjectBody.extend({ expected: expectedAt }),
    answer: orientationView,
  },
  'DELETE /api/governance/orientation/subjects/:subjectKey': { summary: 'Take a subject out' },
  'GET /api/governance/orientation.docx': { summary: 'The document as it would be sent now', file: docx },
  'POST /api/governance/orientation/send': {
    summary: 'Record that it is sent, with the document as it is',
    body: sendBody,
    answer: orientationView,
  },
  'GET /api/governance/orientations/:orientationKey/document': {
    summary: 'The document that was sent',
    file: docx,
  },
} satisfies Endpoints;
