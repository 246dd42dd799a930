import { z } from 'zod';
import { approvalSummary, wayView } from '../approvals/contract.ts';
import { boards } from '../figures/contract.ts';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, timestamp } from '../http/input.ts';
import { assignableRoles } from '../kernel/index.ts';
import { informed, longestText, mostDecisions, reportStates, sectionKeys, tableKeys } from './vocabulary.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();
const role = z.enum(assignableRoles);
const section = z.enum(sectionKeys);

/** A number as it was frozen: figure, whose, day. Every number of a report is one of these. */
export const reportNumber = z.object({
  figure: z.string(),
  owner: z.string(),
  day: localDate,
  value: z.number().optional(),
  numerator: z.number(),
  denominator: z.number().optional(),
});
export type ReportNumber = z.output<typeof reportNumber>;

/** What the report recommends to decide: each becomes a task of the wheel when it is approved. */
export const reportDecision = z.object({
  title: z.string().trim().min(1).max(200),
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
  /** Everything that the picture says, in words. */
  alt: z.string(),
  /** What the longest bar stands for. */
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
  /** What stands: the team's own text (Markdown), or the sentences that follow from the figures. */
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

export const reportRow = z.object({
  key: z.string(),
  year: count,
  title: z.string(),
  state: z.enum(reportStates),
  /** The day that the figures describe. */
  asOf: localDate,
  waitsFor: role.optional(),
  decidedAt: moment.optional(),
  changedAt: moment,
  changedBy: personRef,
});
export type ReportRow = z.output<typeof reportRow>;

export const reportView = reportRow.extend({
  /** Names of the columns of figures. */
  columns: z.object({ now: z.string(), before: z.string() }),
  sections: z.array(reportSection),
  decisions: z.array(z.object({ title: z.string(), why: z.string(), role, due: localDate })),
  /** As of when and how the figures were counted. */
  about: z.string(),
  /** The last day of the year before, where nobody has frozen it. */
  missingYear: localDate.optional(),
  /** A day after `asOf` that the figures could describe instead. */
  newerDay: localDate.optional(),
  template: z.object({ name: z.string(), size: z.number(), type: z.string() }).optional(),
  /** As it was sent: the files with their SHA-256. */
  sent: z.object({ at: moment, word: z.string(), paper: z.string() }).optional(),
  seal: z.object({ day: localDate, seal: z.string() }).optional(),
  approval: approvalSummary.optional(),
  way: wayView,
  /** What became of the decisions. */
  plan: z.array(z.object({ key: z.string(), title: z.string(), due: localDate, state: z.string(), path: z.string() })),
  informed: z.array(
    z.object({ body: z.enum(informed), sentOn: localDate.optional(), by: personRef.optional(), path: z.string() }),
  ),
  abilities: z.object({ edit: z.boolean(), submit: z.boolean() }),
  freshness,
});
export type ReportView = z.output<typeof reportView>;

export const reportBody = z.object({
  /** Own texts by section; a section that is not here says what follows from the figures. */
  texts: z.array(z.object({ key: section, text: z.string().max(longestText) })).max(sectionKeys.length),
  off: z.array(section).max(sectionKeys.length),
  decisions: z.array(reportDecision).max(mostDecisions),
  /** `changedAt` of what the writer saw; refused when somebody has changed it since. */
  seen: timestamp().optional(),
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
      /** Years that may have a report and have none, the latest first. */
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
