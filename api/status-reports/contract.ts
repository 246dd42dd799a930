import { z } from 'zod';
import { figureUnits, movements } from '../figures/contract.ts';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { findingView } from '../inspections/contract.ts';
import { idOrNone } from '../http/input.ts';
import { assignableRoles } from '../kernel/index.ts';

const localDate = z.iso.date();
const role = z.enum(assignableRoles);
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const earlier = z.object({ day: localDate, value: z.number() });
/** Figures changed since the previous meeting, worst first. */
const movedFigure = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.enum(figureUnits),
  before: earlier,
  value: z.number(),
  movement: z.enum(movements),
  link: z.string().optional(),
});
const decisionTaken = z.object({
  title: z.string(),
  outcome: z.enum(['approved', 'rejected', 'returned']),
  on: localDate,
  path: z.string(),
});
const waitingDecision = z.object({
  title: z.string(),
  body: role,
  dueOn: localDate.optional(),
  path: z.string(),
});
const newFinding = z.object({
  title: z.string(),
  centre: centreRef.optional(),
  grade: findingView.shape.grade,
  on: localDate,
  path: z.string(),
});

/** The team's report to the committee (R14): of a period until the day of writing. */
export const statusReportView = z.object({
  key: z.string(),
  from: localDate,
  to: localDate,
  /** Where the coming one begins: the last meeting or report, or neither when none is known. */
  since: z.enum(['meeting', 'report', 'period']).optional(),
  /** The team's text. */
  note: z.string(),
  figures: z.array(movedFigure),
  decisions: z.array(decisionTaken),
  waiting: z.array(waitingDecision),
  findings: z.array(newFinding),
  /** Totals; the rows are the first visible ones. */
  counts: z.object({ decisions: z.number().int(), waiting: z.number().int(), findings: z.number().int() }),
  /** Present incident figures. */
  incidents: z.array(z.object({ key: z.string(), name: z.string(), unit: z.enum(figureUnits), value: z.number() })),
  madeBy: personRef.optional(),
  madeAt: z.iso.datetime().optional(),
  agenda: z.object({ key: z.string(), title: z.string(), meetsOn: localDate }).optional(),
});
export type StatusReportView = z.output<typeof statusReportView>;

export const statusReportsView = z.object({
  /** As it would be now. */
  coming: statusReportView,
  /** The committee's next meeting; without a key its agenda is made with the report. */
  meeting: z.object({ key: z.string().optional(), title: z.string(), meetsOn: localDate }),
  /** Newest first. */
  reports: z.array(z.object({ key: z.string(), title: z.string(), to: localDate, madeBy: personRef })),
  abilities: z.object({ make: z.boolean() }),
  freshness,
});
export type StatusReportsView = z.output<typeof statusReportsView>;

export const statusReportsContract = {
  'GET /api/status-reports': {
    summary: 'The team’s status reports to the committee, and the one to come (R14)',
    answer: statusReportsView,
  },
  'POST /api/status-reports': {
    summary: 'Put the report onto the agenda of the committee’s next meeting; again: the same with what is new',
    body: z.object({
      note: z.string().trim().max(4_000),
      /** What the team had said when the form was opened; refused when it says something else now. */
      seen: z.string().max(4_000).optional(),
      agendaKey: idOrNone.optional(),
    }),
    answer: statusReportView,
  },
  'GET /api/status-reports/:statusReportKey': { summary: 'One report', answer: statusReportView },
  'GET /api/status-reports/:statusReportKey/report.docx': {
    summary: 'The same as a Word document; `coming` is the one to come',
    file: docx,
  },
} satisfies Endpoints;
