import { z } from 'zod';
import { centreRef, freshness } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, expected, id, idOrNone } from '../http/input.ts';
import { count } from './contract-fields.ts';
import { courseBody, courseView, roundBody, roundView } from './course-contract.ts';
import {
  earlierQuery,
  exemptionView,
  learnerRow,
  learningCoverageView,
  myEarlierView,
  myLearningView,
  nudgeBody,
  nudgeView,
  peopleQuery,
} from './learner-contract.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Courses, rounds, completions and exemptions. */
export const learningContract = {
  'GET /api/learning': { summary: 'My courses (R8)', answer: myLearningView },
  'GET /api/learning/earlier': {
    summary: 'My courses of a year that has become history',
    query: earlierQuery,
    answer: myEarlierView,
  },
  'POST /api/learning/rounds/:roundKey/declare': {
    summary: 'I have taken the course, where the round allows it; a repeat changes nothing',
    body: z.object({ takenOn: day().optional() }),
    answer: z.object({ result: z.enum(['recorded', 'alreadyRecorded']), mine: myLearningView }),
  },
  'GET /api/learning/courses': {
    summary: 'The courses',
    answer: z.object({ courses: z.array(courseView), abilities: z.object({ edit: z.boolean() }), freshness }),
  },
  'POST /api/learning/courses': { summary: 'Make a course', body: courseBody, answer: courseView },
  'PUT /api/learning/courses/:courseKey': {
    summary: 'Change a course',
    body: courseBody.extend({ expected }),
    answer: courseView,
  },
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
      /** Groups not read yet: their members are not counted. */
      unreadGroups: z.array(z.string()).optional(),
    }),
  },
  'POST /api/learning/rounds': { summary: 'Make a round', body: roundBody, answer: roundView },
  'PUT /api/learning/rounds/:roundKey': {
    summary: 'Change a round',
    body: roundBody.extend({ expected }),
    answer: roundView,
  },
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
    query: z.object({ centreId: idOrNone.optional() }),
    file: xlsx,
  },
  'POST /api/learning/rounds/:roundKey/nudge': {
    summary: 'Remind those who miss the course, of a centre or picked; at most once a week for each person',
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
      personId: id,
      courseKey: id,
      completedOn: day(),
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
      personId: id,
      courseKey: id,
      reason: z.string().trim().min(5).max(500),
      from: day(),
      until: day().optional(),
    }),
    answer: exemptionView,
  },
  'POST /api/learning/exemptions/:key/end': { summary: 'End an exemption today', answer: exemptionView },
} satisfies Endpoints;
