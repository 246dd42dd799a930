import { z } from 'zod';
import type { CentreId, PersonId } from '../../kernel/index.ts';
import {
  boolean,
  choice,
  date,
  defineList,
  id,
  json,
  longText,
  moment,
  number,
  optional,
  text,
  type RecordIn,
} from '../../sharepoint/index.ts';
import { downtimeStates, improvementSources, logKinds, testKinds, testStates } from '../vocabulary.ts';
import { outcomeColumns } from '../../actions/index.ts';

const personIds = z.array(z.string()) as unknown as z.ZodType<PersonId[]>;
const centreIds = z.array(z.string()) as unknown as z.ZodType<CentreId[]>;

/** Posted by the bot to participants, minutes after the start. */
export const inject = z.object({ key: z.string(), minute: z.number().int().min(0), text: z.string() });
/** A criterion to pass; with hours it is a measured time. */
export const criterion = z.object({ key: z.string(), text: z.string(), hours: z.number().optional() });
const criterionResult = z.object({
  key: z.string(),
  met: z.boolean(),
  hours: z.number().optional(),
  note: z.string().default(''),
});

export const ContingencyTests = defineList('ContingencyTests', {
  describe: 'Tests of contingency plans: scenario, who takes part, criteria, measured recovery and evaluation (R6).',
  columns: {
    title: text('Title'),
    planKey: id<string>('The plan'),
    versionKey: id<string>('The version that was tested'),
    assetKey: id<string>('The system'),
    centreId: optional(id<CentreId>('The centre of the plan')),
    kind: choice(testKinds, 'Walk-through, table-top, technical restore or full stop'),
    state: choice(testStates, 'Where it stands'),
    scenario: longText('What has happened'),
    injects: json(z.array(inject), 'What the participants are told on the way'),
    criteria: json(z.array(criterion), 'What must be met'),
    leaderId: id<PersonId>('Who leads it'),
    participantIds: json(personIds, 'Who takes part'),
    plannedAt: moment('When it is planned'),
    movedFrom: optional(moment('When it was planned before it was last moved')),
    movedAt: optional(moment('When it was last moved')),
    startedAt: optional(moment('When it began')),
    endedAt: optional(moment('When it ended')),
    results: json(z.array(criterionResult), 'What was met'),
    recovery: optional(number('Measured time until it ran again, hours')),
    dataLoss: optional(number('Measured data loss, hours')),
    wentWell: longText('What went well'),
    toImprove: longText('What can be better'),
    passed: optional(boolean('All criteria were met')),
    downtimeKey: optional(id<string>('The real downtime that counts as the test')),
    closedAt: optional(moment('When it was evaluated and closed')),
    closedBy: optional(id<PersonId>('Who closed it')),
    cancelledReason: optional(longText('Why it was called off')),
    madeBy: id<PersonId>('Who planned it'),
    madeAt: moment('When it was planned'),
    changedAt: moment('When it was last changed'),
    changedBy: id<PersonId>('Who changed it'),
  },
});
export type ContingencyTest = RecordIn<typeof ContingencyTests>;

/** Events by the minute in a test or a downtime. Append-only. */
export const ContingencyLog = defineList('ContingencyLog', {
  editedBy: 'program',
  describe: 'Log of tests and downtimes: events, decisions, observations, measured times (R6). Append-only.',
  columns: {
    title: text('First words'),
    subjectKey: id<string>('The test or the downtime'),
    kind: choice(logKinds, 'What kind of entry'),
    text: longText('What happened'),
    at: moment('When it happened'),
    by: id<PersonId>('Who wrote it'),
  },
});
export type LogEntry = RecordIn<typeof ContingencyLog>;

/** Improvements after a test or a downtime; each is an obligation. */
export const Improvements = defineList('Improvements', {
  describe: 'Improvements after tests and downtimes: owner, date and what became of them (R6). Each is an obligation.',
  columns: {
    title: text('What is to be better'),
    source: choice(improvementSources, 'Test or downtime'),
    subjectKey: id<string>('The test or the downtime'),
    planKey: optional(id<string>('The plan that it is about')),
    centreId: optional(id<CentreId>('Where it counts')),
    ownerId: id<PersonId>('Who does it'),
    due: date('By when'),
    note: longText('Note'),
    ...outcomeColumns,
  },
});
export type Improvement = RecordIn<typeof Improvements>;

/** An affected service, as of the downtime's closing. */
const hitService = z.object({ key: z.string(), title: z.string(), mtd: z.number().optional(), kept: z.boolean() });

/** An improvement agreed with a downtime's record; `by` agreed it. */
const agreedImprovement = z.object({
  key: z.string(),
  title: z.string(),
  ownerId: z.string(),
  due: z.string(),
  by: z.string(),
});

/** A current or past downtime, with a stopwatch. */
export const Downtimes = defineList('Downtimes', {
  describe: 'Downtimes of systems: since when, who is hit, and whether the accepted downtime was kept (R4, R6).',
  columns: {
    title: text('Name of the system when it went down'),
    assetKey: id<string>('The system'),
    state: choice(downtimeStates, 'Running, over, or a false alarm'),
    startedAt: moment('When it went down'),
    note: longText('What is known'),
    centreIds: json(centreIds, 'Centres that are hit'),
    reportedBy: id<PersonId>('Who said so'),
    reportedAt: moment('When it was said'),
    reportedPress: optional(id<string>('The press that said so: its repeat adds nothing')),
    endedAt: optional(moment('When it ran again')),
    hit: json(z.array(hitService), 'Services that were hit, when it was closed'),
    mtd: optional(number('Accepted downtime of the system when it was closed, hours')),
    kept: optional(boolean('Back within the accepted downtime')),
    dataLoss: optional(number('Data lost, hours')),
    cause: longText('Why it went down'),
    lessons: longText('What was learnt'),
    testedPlanKeys: json(z.array(z.string()), 'Plans that it counts as a test of'),
    toMake: optional(json(z.array(agreedImprovement), 'Improvements of the record that are not in their list yet')),
    closedAt: optional(moment('When the record was written')),
    closedBy: optional(id<PersonId>('Who wrote it')),
    cancelledReason: optional(longText('Why it was a false alarm')),
    correctedReason: optional(longText('Why the closed record was corrected')),
    correctedAt: optional(moment('When it was corrected after it was closed')),
    correctedBy: optional(id<PersonId>('Who corrected it')),
    changedAt: moment('When it was last changed'),
    changedBy: id<PersonId>('Who changed it'),
  },
});
export type Downtime = RecordIn<typeof Downtimes>;
