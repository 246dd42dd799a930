import { z } from 'zod';
import { versionStates } from '../approvals/contract.ts';
import { freshness } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { expected, flag, offset, oneLine } from '../http/input.ts';
import {
  areaRow,
  deciders,
  draftBody,
  makeProcedureBody,
  procedureCoverageView,
  procedureKinds,
  procedureVersionView,
  procedureView,
  proceduresView,
  readerRow,
  templateView,
} from './views-contract.ts';

export * from './views-contract.ts';

const count = z.number().int();
const megabyte = 1024 * 1024;
/** Word, PDF and pictures. */
export const largestFile = 50 * megabyte;

const listQuery = z.object({
  q: z.string().max(100).optional(),
  kind: z.enum(procedureKinds).optional(),
  centreId: z.string().max(255).optional(),
  area: z.string().max(255).optional(),
  /** `inForce`: valid, also where its review is due. */
  state: z.enum([...versionStates, 'inForce']).optional(),
  /** Only those the reader writes or maintains. */
  mine: flag.default(false),
  sort: z.enum(['title', 'area', 'centre', 'state', 'reviewOn', 'validFrom']).default('title'),
  descending: flag.default(false),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const proceduresContract = {
  'GET /api/procedures': { summary: 'Find procedures and guidelines (R16)', query: listQuery, answer: proceduresView },
  'GET /api/procedures.xlsx': { summary: 'The same as a workbook', query: listQuery, file: workbook },
  'POST /api/procedures': {
    summary: 'Begin a procedure or a guideline',
    body: makeProcedureBody,
    answer: procedureView,
  },
  'GET /api/procedure-templates': {
    summary: 'Texts to begin from',
    answer: z.object({ templates: z.array(templateView) }),
  },
  'GET /api/procedure-job-titles': {
    summary: 'Job titles in use, for naming a part of a centre',
    query: z.object({ centreId: z.string().max(255).optional() }),
    answer: z.object({ jobTitles: z.array(z.object({ title: z.string(), people: count })) }),
  },
  'GET /api/procedure-areas': { summary: 'Areas and who decides', answer: z.object({ areas: z.array(areaRow) }) },
  'PUT /api/procedure-areas/:areaKey': {
    summary: 'Change or make an area',
    body: z.object({
      title: oneLine.min(1).max(120),
      decidedBy: z.enum(deciders),
      reviewMonths: count.min(1).max(36),
      closed: z.boolean().default(false),
      // None of one that is made.
      expected: expected.nullable(),
    }),
    answer: areaRow,
  },
  'GET /api/procedure-coverage': { summary: 'Guideline by centre: what is valid', answer: procedureCoverageView },
  'GET /api/procedure-coverage.xlsx': { summary: 'The same as a workbook', file: workbook },
  'GET /api/procedures/:procedureKey': { summary: 'One procedure', answer: procedureView },
  'GET /api/procedures/:procedureKey/versions/:versionKey': {
    summary: 'One version of it',
    answer: procedureVersionView.extend({ freshness }),
  },
  'GET /api/procedures/:procedureKey/versions/:versionKey/file': {
    summary: 'The file of a version, proven by its hash',
    file: 'application/octet-stream',
  },
  'PUT /api/procedures/:procedureKey/draft': {
    summary: 'Save the draft; begins a new version when there is none',
    body: draftBody,
    answer: procedureView,
  },
  'PUT /api/procedures/:procedureKey/draft/file': {
    summary: 'Put a file on the draft (Word, PDF or picture, at most 50 MB)',
    upload: true,
    bodyBytes: largestFile,
    answer: procedureView,
  },
  'DELETE /api/procedures/:procedureKey/draft/file': { summary: 'Take the file off the draft', answer: procedureView },
  'DELETE /api/procedures/:procedureKey/draft': {
    summary: 'Discard the draft; answers with nothing when nothing was in force',
    answer: z.object({ procedure: procedureView.optional() }),
  },
  'POST /api/procedures/:procedureKey/submit': { summary: 'Send the draft for approval', answer: procedureView },
  'POST /api/procedures/:procedureKey/renew': {
    summary: 'It still holds: the centre manager (of a guideline the committee) renews it as it is',
    body: z.object({ note: z.string().trim().max(600).default('') }),
    answer: procedureView,
  },
  'POST /api/procedures/:procedureKey/retire': {
    summary: 'It applies no longer',
    body: z.object({ reason: z.string().trim().min(1).max(600) }),
    answer: procedureView,
  },
  'POST /api/procedures/:procedureKey/acknowledge': {
    summary: 'I have read it and follow it',
    body: z.object({ versionKey: z.string().max(255) }),
    answer: procedureView,
  },
  'GET /api/procedures/:procedureKey/people': {
    summary: 'Who has acknowledged the version in force, and who has not',
    query: z.object({
      q: z.string().max(100).optional(),
      show: z.enum(['missing', 'done', 'all']).default('missing'),
      offset,
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: z.object({ people: z.array(readerRow), total: count, freshness }),
  },
} satisfies Endpoints;
