import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int().min(0);
const title = z.string().trim().min(1).max(200);
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const completionSources = ['import', 'viva', 'manager', 'selfDeclared'] as const;
/** What the reader sees of one person and course. */
export const learningStates = ['done', 'open', 'overdue', 'exempt', 'notObliged', 'paused'] as const;

export const courseBody = z.object({
  title,
  /** Where it is taken. */
  url: z.union([z.url({ protocol: /^https$/ }), z.literal('')]),
  minutes: z.number().int().min(1).max(600),
  describe: z.string().trim().max(1000),
  /** Id of the same course in Viva Learning (learningContent id); absent: nothing is fetched. */
  vivaContentId: z.string().trim().max(200).optional(),
});
export const courseView = courseBody.extend({
  key: z.string(),
  /** Latest look in Viva Learning. */
  vivaSyncedAt: moment.optional(),
  vivaProblem: z.string().optional(),
  abilities: z.object({ edit: z.boolean(), sync: z.boolean() }),
});
export type CourseView = z.output<typeof courseView>;

export const roundBody = z.object({
  courseKey: z.string().min(1),
  title,
  opensOn: localDate,
  dueOn: localDate,
  /** Days a new employee has from the hire date. */
  newWithinDays: z.number().int().min(1).max(365),
  /** `round`: everybody by the round’s date. `lastCompletion`: twelve months after one’s latest, within the round. */
  basis: z.enum(['round', 'lastCompletion']),
  /** Who handles personal data. Everybody, or the union of the rest. */
  obliged: z.object({
    everybody: z.boolean(),
    centreIds: z.array(z.string()).max(200),
    /** Entra groups, members of members included. */
    groupIds: z.array(z.string()).max(50),
    personIds: z.array(z.string()).max(500),
  }),
  /** Whether "Jeg har taget det" counts. */
  selfDeclared: z.boolean(),
});
export type RoundBody = z.output<typeof roundBody>;

export const roundView = roundBody.extend({
  key: z.string(),
  course: courseView.pick({ key: true, title: true, minutes: true, url: true }),
  /** Whom `obliged.personIds` names, for those who may change the round. */
  persons: z.array(personRef).optional(),
  state: z.enum(['coming', 'open', 'closed']),
  people: count,
  done: count,
  missing: count,
  percent: z.number(),
  abilities: z.object({ edit: z.boolean(), close: z.boolean(), seeCoverage: z.boolean() }),
});
export type RoundView = z.output<typeof roundView>;

/** One person’s history with a course: a completion, or a round that was missed. */
export const learningEvent = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('completed'),
    on: localDate,
    source: z.enum(completionSources),
    recordedBy: personRef.optional(),
  }),
  z.object({ what: z.literal('missed'), roundTitle: z.string(), due: localDate }),
]);

export const myCourse = z.object({
  roundKey: z.string(),
  course: courseView.pick({ key: true, title: true, minutes: true, url: true, describe: true }),
  state: z.enum(learningStates),
  due: localDate.optional(),
  daysLeft: z.number().int().optional(),
  /** Why me: `everybody`, `centre`, `group`, `person`. */
  because: z.string().optional(),
  completedOn: localDate.optional(),
  source: z.enum(completionSources).optional(),
  exemption: z.object({ reason: z.string(), until: localDate.optional() }).optional(),
  /** `fetch`: it can be fetched from Viva Learning. */
  abilities: z.object({ declare: z.boolean(), fetch: z.boolean().optional() }),
});
export const myLearningView = z.object({
  courses: z.array(myCourse),
  history: z.array(z.intersection(learningEvent, z.object({ courseTitle: z.string() }))),
  abilities: z.object({ manage: z.boolean(), seeCoverage: z.boolean(), register: z.boolean() }),
  freshness,
});
export type MyLearningView = z.output<typeof myLearningView>;

export const learningCoverageView = z.object({
  round: roundView,
  people: count,
  done: count,
  /** Of those done, self-declared. */
  selfDeclared: count,
  missing: count,
  overdue: count,
  exempt: count,
  onLeave: count,
  percent: z.number(),
  centres: z.array(
    z.object({
      centre: centreRef.optional(),
      people: count,
      done: count,
      missing: count,
      overdue: count,
      percent: z.number(),
      /** The same share in the round before. */
      previousPercent: z.number().optional(),
      coordinators: z.array(personRef),
      /** Whether I may nudge here, and when again if not now. */
      abilities: z.object({ seePeople: z.boolean(), nudge: z.boolean() }),
      nextNudgeAt: moment.optional(),
    }),
  ),
  /** Rounds of the same course, oldest first. */
  years: z.array(z.object({ roundKey: z.string(), title: z.string(), dueOn: localDate, percent: z.number() })),
  abilities: z.object({ nudge: z.boolean(), export: z.boolean() }),
  freshness,
});
export type LearningCoverageView = z.output<typeof learningCoverageView>;

export const learnerRow = personRef.extend({
  centreId: z.string().optional(),
  state: z.enum(learningStates),
  due: localDate.optional(),
  daysLeft: z.number().int().optional(),
  completedOn: localDate.optional(),
  source: z.enum(completionSources).optional(),
  /** Rounds of this course that were missed before. */
  missedBefore: count,
  /** Without Teams the manager registers the course. */
  teams: z.boolean(),
  nudgedAt: moment.optional(),
  abilities: z.object({ register: z.boolean(), exempt: z.boolean() }),
});

export const peopleQuery = z.object({
  centreId: z.string().optional(),
  show: z.enum(['missing', 'overdue', 'done', 'exempt', 'all']).default('missing'),
  q: z.string().max(100).optional(),
  sort: z.enum(['name', 'centre', 'due']).default('due'),
  direction: z.enum(['up', 'down']).default('up'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const nudgeBody = z.object({
  centreId: z.string().optional(),
  personIds: z.array(z.string()).min(1).max(500).optional(),
});
export const nudgeView = z.object({
  nudged: count,
  /** Day on which their card comes. */
  day: localDate,
  skipped: z.array(
    z.object({ reason: z.enum(['justNudged', 'done', 'onLeave', 'noTeams', 'notYours']), people: count }),
  ),
});
export type NudgeView = z.output<typeof nudgeView>;

export const exemptionView = z.object({
  key: z.string(),
  person: personRef,
  courseKey: z.string(),
  reason: z.string(),
  from: localDate,
  until: localDate.optional(),
  by: personRef,
  state: z.enum(['current', 'ended']),
  abilities: z.object({ end: z.boolean() }),
});

/** Bytes of a request with a file of 10 MB in base64. */
const fileBytes = 14_500_000;
/** A file as the learning system gives it, base64: CSV in whatever way Danish Excel writes it, or XLSX. */
const file = { fileName: z.string().trim().min(1).max(200), base64: z.string().min(1).max(14_000_000) };
export const importMapping = z.object({
  /** Heading of the column that says who: user name, mail or name (with centre). */
  person: z.string(),
  completedOn: z.string(),
  /** Heading and value that mean completed, e.g. `Status` and `Gennemført`; absent: every row is one. */
  state: z.object({ column: z.string(), completed: z.string() }).optional(),
});
export const importProblem = z.object({
  /** Line in the file, the heading is 1. */
  line: count,
  code: z.enum(['noPerson', 'personNotFound', 'severalPeople', 'noDate', 'wrongDate', 'dateAhead', 'notCompleted']),
  text: z.string(),
});
export const importCheck = z.object({
  rows: count,
  /** New completions that would be recorded. */
  fresh: count,
  /** Known already, or twice in the file. */
  duplicates: count,
  notCompleted: count,
  problems: z.array(importProblem),
  problemCount: count,
  sample: z.array(z.object({ person: personRef, completedOn: localDate })),
});
export const importRun = z.object({
  courseKey: z.string(),
  total: count,
  recorded: count,
  running: z.boolean(),
  startedAt: moment,
  /** Error code, when it stopped before its end. What is left is recorded by choosing the same file again. */
  problem: z.string().optional(),
});
export type ImportRun = z.output<typeof importRun>;
export type ImportCheck = z.output<typeof importCheck>;

/** Courses, rounds, who has taken them, and exemptions. */
export const learningContract = {
  'GET /api/learning': { summary: 'My courses (R8)', answer: myLearningView },
  'POST /api/learning/rounds/:roundKey/declare': {
    summary: 'I have taken the course, where the round allows it; a repeat changes nothing',
    body: z.object({ takenOn: localDate.optional() }),
    answer: z.object({ result: z.enum(['recorded', 'alreadyRecorded']), mine: myLearningView }),
  },
  'GET /api/learning/courses': {
    summary: 'The courses',
    answer: z.object({ courses: z.array(courseView), abilities: z.object({ edit: z.boolean() }), freshness }),
  },
  'POST /api/learning/courses': { summary: 'Make a course', body: courseBody, answer: courseView },
  'PUT /api/learning/courses/:courseKey': { summary: 'Change a course', body: courseBody, answer: courseView },
  'GET /api/learning/rounds': {
    summary: 'The rounds, newest first',
    answer: z.object({ rounds: z.array(roundView), abilities: z.object({ edit: z.boolean() }), freshness }),
  },
  'POST /api/learning/rounds/preview': {
    summary: 'Whom a round would oblige',
    body: roundBody,
    answer: z.object({
      people: count,
      centres: z.array(z.object({ centre: centreRef.optional(), people: count })),
      withoutTeams: count,
      /** Groups whose members are not read yet: nobody is counted for them. */
      unreadGroups: z.array(z.string()).optional(),
    }),
  },
  'POST /api/learning/rounds': { summary: 'Make a round', body: roundBody, answer: roundView },
  'PUT /api/learning/rounds/:roundKey': { summary: 'Change a round', body: roundBody, answer: roundView },
  'POST /api/learning/rounds/:roundKey/close': {
    summary: 'Close a round now; whoever misses it is recorded as having missed it',
    answer: roundView,
  },
  'GET /api/learning/rounds/:roundKey/coverage': {
    summary: 'Coverage by centre and over the years',
    answer: learningCoverageView,
  },
  'GET /api/learning/rounds/:roundKey/people': {
    summary: 'Who is missing, done or exempt',
    query: peopleQuery,
    answer: z.object({ people: z.array(learnerRow), total: count, freshness }),
  },
  'GET /api/learning/rounds/:roundKey/coverage.xlsx': {
    summary: 'Coverage and people as an Excel workbook',
    query: z.object({ centreId: z.string().optional() }),
    file: xlsx,
  },
  'POST /api/learning/rounds/:roundKey/nudge': {
    summary: 'Remind those who miss the course, of a centre or picked; at most once every third day for each person',
    body: nudgeBody,
    answer: nudgeView,
  },
  'POST /api/learning/rounds/:roundKey/nudge/preview': {
    summary: 'What the same reminder would do, without sending it',
    body: nudgeBody,
    answer: nudgeView,
  },
  'POST /api/learning/completions': {
    summary: 'The manager or ISK registers that somebody took a course',
    body: z.object({
      personId: z.string().min(1),
      courseKey: z.string().min(1),
      completedOn: localDate,
      note: z.string().trim().max(300).default(''),
    }),
    answer: z.object({ result: z.enum(['recorded', 'alreadyRecorded']) }),
  },
  'GET /api/learning/exemptions': {
    summary: 'Who is exempt, why and until when',
    answer: z.object({ exemptions: z.array(exemptionView), abilities: z.object({ add: z.boolean() }), freshness }),
  },
  'POST /api/learning/exemptions': {
    summary: 'Exempt a person, with reason and end',
    body: z.object({
      personId: z.string().min(1),
      courseKey: z.string().min(1),
      reason: z.string().trim().min(5).max(500),
      from: localDate,
      until: localDate.optional(),
    }),
    answer: exemptionView,
  },
  'POST /api/learning/exemptions/:key/end': { summary: 'End an exemption today', answer: exemptionView },
} satisfies Endpoints;

/** Completions from a file of the learning system. */
export const importContract = {
  'POST /api/learning/imports/read': {
    summary: 'The headings of a file and a guess at what they mean',
    body: z.object(file),
    bodyBytes: fileBytes,
    answer: z.object({
      headings: z.array(z.string()),
      rows: count,
      sample: z.array(z.array(z.string())),
      guess: importMapping.partial(),
    }),
  },
  'POST /api/learning/imports/check': {
    summary: 'A dry run: what would be recorded, and what is wrong by line',
    body: z.object({ ...file, courseKey: z.string().min(1), mapping: importMapping }),
    bodyBytes: fileBytes,
    answer: importCheck,
  },
  'POST /api/learning/imports': {
    summary: 'Record the completions of a file; a repeat records nothing twice',
    body: z.object({ ...file, courseKey: z.string().min(1), mapping: importMapping }),
    bodyBytes: fileBytes,
    /** `left`: still being written after the answer; `GET /api/learning/imports/running` tells how it goes. */
    answer: importCheck.extend({ recorded: count, left: count }),
  },
  'GET /api/learning/imports/running': {
    summary: 'How a large import goes that is still being written, or how the latest ended',
    answer: z.object({ run: importRun.optional() }),
  },
} satisfies Endpoints;

/** Completions from Viva Learning. */
export const vivaContract = {
  'POST /api/learning/courses/:courseKey/sync': {
    summary: 'Fetch the completions of those who miss the course from Viva Learning, with the reader’s own rights',
    /** `left`: people not asked yet; the same call goes on with them. */
    answer: z.object({ asked: count, recorded: count, left: count, course: courseView }),
  },
  'POST /api/learning/fetch-mine': {
    summary: 'Fetch my own completions from Viva Learning',
    answer: z.object({ recorded: count, mine: myLearningView }),
  },
} satisfies Endpoints;

export const awarenessContract = { ...learningContract, ...importContract, ...vivaContract } satisfies Endpoints;
