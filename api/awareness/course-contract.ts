import { z } from 'zod';
import { personRef } from '../http/contract.ts';
import { day, id, link, oneLine } from '../http/input.ts';
import { count, moment } from './contract-fields.ts';

const title = oneLine.min(1).max(200);

export const completionSources = ['import', 'viva', 'manager', 'selfDeclared'] as const;
/** Status of a person in a course. */
export const learningStates = ['done', 'open', 'overdue', 'exempt', 'paused'] as const;

export const courseBody = z.object({
  title,
  /** Where it is taken. */
  url: z.union([link, z.literal('')]),
  minutes: z.number().int().min(1).max(600),
  describe: z.string().trim().max(1000),
  /** Id of the course in Viva Learning (learningContent id); absent: not fetched. */
  vivaContentId: z.string().trim().max(200).optional(),
});
export const courseView = courseBody.extend({
  key: z.string(),
  etag: z.string(),
  /** Latest look in Viva Learning. */
  vivaSyncedAt: moment.optional(),
  vivaProblem: z.string().optional(),
  abilities: z.object({ edit: z.boolean(), sync: z.boolean() }),
});
export type CourseView = z.output<typeof courseView>;

export const roundBody = z.object({
  courseKey: id,
  title,
  opensOn: day(),
  dueOn: day(),
  /** Days for new employees, from the hire date. */
  newWithinDays: z.number().int().min(1).max(365),
  /** `round`: everybody by the round’s date. `lastCompletion`: twelve months after one’s latest, within the round. */
  basis: z.enum(['round', 'lastCompletion']),
  /** Who handles personal data: everybody, or the union of the rest. */
  obliged: z.object({
    everybody: z.boolean(),
    centreIds: z.array(id).max(200),
    /** Entra groups, including nested ones. */
    groupIds: z.array(id).max(50),
    personIds: z.array(id).max(500),
  }),
  /** Whether "Jeg har taget det" counts. */
  selfDeclared: z.boolean(),
});
export type RoundBody = z.output<typeof roundBody>;

export const roundView = roundBody.extend({
  key: z.string(),
  etag: z.string(),
  course: courseView.pick({ key: true, title: true, minutes: true, url: true }),
  /** People in `obliged.personIds`, for those who may edit the round. */
  persons: z.array(personRef).optional(),
  state: z.enum(['coming', 'open', 'closed']),
  people: count,
  done: count,
  missing: count,
  percent: z.number(),
  abilities: z.object({ edit: z.boolean(), close: z.boolean(), seeCoverage: z.boolean() }),
});
export type RoundView = z.output<typeof roundView>;
