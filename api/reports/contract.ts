import { z } from 'zod';
import { approvalSummary, wayView } from '../approvals/contract.ts';
import { boards } from '../figures/contract.ts';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, expectedAt, oneLine } from '../http/input.ts';
import { assignableRoles } from '../kernel/index.ts';
import { informed, longestText, mostDecisions, reportStates, sectionKeys, tableKeys } from './vocabulary.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();
const role = z.enum(assignableRoles);
const section = z.enum(sectionKeys);

/** A frozen number: figure, owner, day. Every number of a report is one. */
const reportNumber = z.object({
  figure: z.string(),
  owner: z.string(),
  day: localDate,
  value: z.number().optional(),
  numerator: z.number(),
  denominator: z.number().optional(),
});
export type ReportNumber = z.output<typeof reportNumber>;

/** A recommended decision: becomes a task of the wheel on approval. */
export const reportDecision = z.object({
  title: oneLine.min(1).max(200),
  why: z.string().trim().max(1_000).default(''),
  role,
  due: day(),
});
export type ReportDecision = z.output<typeof reportDecision>;

const figureRow = z.object({
  figure: z.string(),
  name: z.string(),
  /** In words, with the unit. */
  now: z.string(),
  before: z.string(),
  movement: z.enum(['better', 'worse', 'same', 'none']),
  numbers: z.object({ now: reportNumber.optional(), before: reportNumber.optional() }),
  link: z.string().optional(),
});
export const reportChart = z.object({
  title: z.string(),
  /** The picture in words. */
  alt: z.string(),
  /** Value of the longest bar. */
  most: z.number(),
  bars: z.array(
    z.object({
      title: z.string(),
      note: z.enum(['closed', 'opened']).optional(),
      now: z.object({ value: z.number(), words: z.string() }).optional(),
      before: z.object({ value: z.number(), words: z.string() }).optional(),
      numbers: z.object({ now: reportNumber.optional(), before: reportNumber.optional() }),
    }),
  ),
});
export type ReportChart = z.output<typeof reportChart>;

export const reportSection = z.object({
  key: section,
  title: z.string(),
  isOff: z.boolean(),
  /** The team's text (Markdown), or sentences from the figures. */
  text: z.string(),
  isOwn: z.boolean(),
  written: z.string(),
  figures: z.array(figureRow),
  chart: reportChart.optional(),
  tables: z.array(
    z.object({
      key: z.enum(tableKeys),
      title: z.string(),
      head: z.array(z.string()),
      rows: z.array(z.array(z.string())),
      isCut: z.boolean(),
    }),
  ),
});
export type ReportSection = z.output<typeof reportSection>;

const reportRow = z.object({
  key: z.string(),
  year: count,
  title: z.string(),
  state: z.enum(reportStates),
  /** The day described. */
  asOf: localDate,
  waitsFor: role.optional(),
  decidedAt: moment.optional(),
  changedAt: moment,
  changedBy: personRef,
});
export type ReportRow = z.output<typeof reportRow>;

export const reportView = reportRow.extend({
  /** Headings of the figure columns. */
  columns: z.object({ now: z.string(), before: z.string() }),
  sections: z.array(reportSection),
  decisions: z.array(z.object({ title: z.string(), why: z.string(), role, due: localDate })),
  /** When and how the figures were counted. */
  about: z.string(),
  /** Last day of the previous year, if not frozen. */
  missingYear: localDate.optional(),
  /** A later day that the figures could describe. */
  newerDay: localDate.optional(),
  template: z.object({ name: z.string(), size: z.number(), type: z.string() }).optional(),
  /** As submitted: the files with their SHA-256. */
  sent: z.object({ at: moment, word: z.string(), paper: z.string() }).optional(),
  seal: z.object({ day: localDate, seal: z.string() }).optional(),
  approval: approvalSummary.optional(),
  way: wayView,
  /** Status of the decisions. */
  plan: z.array(z.object({ key: z.string(), title: z.string(), due: localDate, state: z.string(), path: z.string() })),
  informed: z.array(
    z.object({ body: z.enum(informed), sentOn: localDate.optional(), by: personRef.optional(), path: z.string() }),
  ),
  abilities: z.object({ edit: z.boolean(), submit: z.boolean() }),
  freshness,
});
export type ReportView = z.output<typeof reportView>;

const reportBody = z.object({
  /** Own texts by section; others have sentences from the figures. */
  texts: z.array(z.object({ key: section, text: z.string().max(longestText) })).max(sectionKeys.length),
  off: z.array(section).max(sectionKeys.length),
  decisions: z.array(reportDecision).max(mostDecisions),
  /** The writer's `changedAt`; refused when changed since. */
  expected: expectedAt,
});
export type ReportBody = z.output<typeof reportBody>;

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Bytes of a template. */
const largestTemplate = 4_000_000;

export const reportsContract = {
  'GET /api/reports': {
    summary: 'Yearly reports (R12)',
    answer: z.object({
      reports: z.array(reportRow),
      /** Possible years without a report, latest first. */
      years: z.array(count),
      abilities: boards.extend({ make: z.boolean() }),
      freshness,
    }),
  },
  'POST /api/reports': {
    summary: 'Begin the report of a year; begun already is a success',
    body: z.object({ year: count.min(2000).max(9999) }),
    answer: reportView,
  },
  'GET /api/reports/:reportKey': { summary: 'One report with its figures and texts', answer: reportView },
  'PUT /api/reports/:reportKey': { summary: 'Change a draft', body: reportBody, answer: reportView },
  'POST /api/reports/:reportKey/figures': {
    summary: 'Take the newest figures; with `lastYear` freeze the last day of the year before too',
    body: z.object({ lastYear: z.boolean().default(false) }),
    answer: reportView,
  },
  'PUT /api/reports/:reportKey/template': {
    summary: 'The municipality’s own Word template; a wrong one is refused with the place',
    upload: true,
    bodyBytes: largestTemplate,
    answer: reportView,
  },
  'DELETE /api/reports/:reportKey/template': { summary: 'Back to the shipped template', answer: reportView },
  'GET /api/report-template.docx': { summary: 'The shipped Word template, to make one’s own of', file: docx },
  'GET /api/reports/:reportKey/report.docx': { summary: 'As Word', file: docx },
  'GET /api/reports/:reportKey/report.pdf': { summary: 'As PDF, tagged for screen readers', file: 'application/pdf' },
  'POST /api/reports/:reportKey/submit': { summary: 'Send it to the committee', answer: reportView },
} satisfies Endpoints;
