import { z } from 'zod';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { flag } from '../http/input.ts';

const count = z.number().int();
const moment = z.iso.datetime();
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A control's state. Planned and retired ones cover nothing. */
export const controlStates = ['planned', 'running', 'retired'] as const;
/** Effect as last assessed. */
export const controlEffects = ['notAssessed', 'none', 'partly', 'effective'] as const;
/** A review that is due soon or overdue; or overdue alone. */
export const controlReviews = ['due', 'overdue'] as const;

/**
 * A requirement's status, by selection and controls: `deselected`: not counted; `undecided`: neither selected nor
 * covered; `gap`: selected, no control; `planned`: only planned ones; `partly`; `met`: by an effective running control.
 */
export const requirementStatuses = ['deselected', 'undecided', 'gap', 'planned', 'partly', 'met'] as const;
export type RequirementStatus = (typeof requirementStatuses)[number];

export const controlRef = z.object({
  key: z.string(),
  title: z.string(),
  state: z.enum(controlStates),
  effect: z.enum(controlEffects),
});
export type ControlRef = z.output<typeof controlRef>;

export const requirementRef = z.object({
  key: z.string(),
  standardKey: z.string(),
  /** As in the standard, e.g. `A.5.1`. */
  ref: z.string(),
  /** Short title in our own words. */
  title: z.string(),
});
export type RequirementRef = z.output<typeof requirementRef>;

/** A further requirement for a control, and its crosswalk lines. */
const requirementSuggestion = requirementRef.extend({
  standard: z.string(),
  because: z.array(z.object({ from: z.string(), source: z.string() })),
});
export type RequirementSuggestion = z.output<typeof requirementSuggestion>;
const namedRef = requirementRef.extend({ standard: z.string() });
export const crosswalkView = z.object({
  lines: z.array(z.object({ iso: namedRef, other: namedRef, source: z.string() })),
});
export type CrosswalkView = z.output<typeof crosswalkView>;

export const requirementRow = requirementRef.extend({
  status: z.enum(requirementStatuses),
  /** Absent: undecided. Requirements of laws cannot be de-selected. */
  applies: z.boolean().optional(),
  reason: z.string(),
  decidedBy: personRef.optional(),
  decidedAt: moment.optional(),
  controls: z.array(controlRef),
});
export type RequirementRow = z.output<typeof requirementRow>;

export const coverage = z.object({
  /** All of the standard. */
  total: count,
  deselected: count,
  undecided: count,
  gap: count,
  planned: count,
  partly: count,
  met: count,
});
export type Coverage = z.output<typeof coverage>;

const standardSummary = z.object({
  key: z.string(),
  title: z.string(),
  version: z.string(),
  /** `shipped`: built in; `imported`: from a file. */
  source: z.enum(['shipped', 'imported']),
  /** Requirements can be de-selected with a reason (Annex A); not for laws. */
  selectable: z.boolean(),
  coverage,
  /** Percentage met of applicable requirements. */
  percent: z.number(),
});
export type StandardSummary = z.output<typeof standardSummary>;

const requirementsQuery = z.object({
  q: z.string().max(100).optional(),
  status: z.enum(requirementStatuses).optional(),
});
const gapsQuery = z.object({
  q: z.string().max(100).optional(),
  standardKey: z.string().max(255).optional(),
  status: z.enum(['undecided', 'gap', 'planned', 'partly']).optional(),
  sort: z.enum(['standard', 'ref', 'standing']).default('standard'),
  descending: flag.default(false),
});
const gapRow = requirementRow.extend({ standard: z.string() });
export type GapRow = z.output<typeof gapRow>;

const applicability = { applies: z.boolean(), reason: z.string().trim().min(3).max(2_000) };

export const standardsRegisterContract = {
  'GET /api/standards': {
    summary: 'The standards and how far they are covered (R3)',
    answer: z.object({
      standards: z.array(standardSummary),
      controls: z.object({ total: count, running: count, effective: count, toReview: count }),
      twice: count,
      abilities: z.object({ decide: z.boolean(), addControl: z.boolean(), import: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/standards.xlsx': { summary: 'Coverage of all standards as a workbook, a sheet each', file: workbook },
  'GET /api/standards/:standardKey': {
    summary: 'One standard: its requirements in order, what covers each',
    query: requirementsQuery,
    answer: standardSummary.extend({
      sections: z.array(z.object({ title: z.string(), requirements: z.array(requirementRow) })),
      /** Matches of the query. */
      found: count,
      abilities: z.object({ decide: z.boolean(), addControl: z.boolean(), remove: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/standards/:standardKey/applicability.xlsx': {
    summary: 'Statement of applicability as a workbook',
    file: workbook,
  },
  'GET /api/standards/:standardKey/applicability.docx': {
    summary: 'Statement of applicability in Word',
    file: wordDocument,
  },
  'PUT /api/standards/:standardKey/applicability': {
    summary: 'Choose or de-select requirements, with the reason; at most 200 at once',
    body: z.object({ requirementKeys: z.array(z.string().min(1).max(255)).min(1).max(200), ...applicability }),
    answer: z.object({ changed: count }),
  },
  'DELETE /api/standards/:standardKey': {
    summary: 'Remove an imported standard; controls keep what they say',
    answer: z.object({ removed: count }),
  },
  'GET /api/requirement-gaps': {
    summary: 'What no control covers well, over all standards',
    query: gapsQuery,
    answer: z.object({
      gaps: z.array(gapRow),
      total: count,
      standards: z.array(z.object({ key: z.string(), title: z.string() })),
      abilities: z.object({ addControl: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/requirement-gaps.xlsx': { summary: 'The same as a workbook', query: gapsQuery, file: workbook },
  'GET /api/requirement-names': {
    summary: 'Requirements by number or words, for choosing some: at most 50',
    query: z.object({
      q: z.string().max(100).default(''),
      standardKey: z.string().max(255).optional(),
      /** This one only. */
      key: z.string().max(255).optional(),
    }),
    answer: z.object({ requirements: z.array(requirementRef.extend({ standard: z.string() })) }),
  },
  'GET /api/crosswalk': {
    summary: 'Which requirements the same work helps to meet, a source a line',
    answer: crosswalkView,
  },
  'GET /api/requirement-suggestions': {
    summary: 'Requirements that a control which meets these may meet too, by the crosswalk; at most 30',
    /** Comma-separated keys. */
    query: z.object({ keys: z.string().max(4_000).default('') }),
    answer: z.object({ requirements: z.array(requirementSuggestion) }),
  },
  'GET /api/requirements-twice': {
    summary: 'Who handles the same requirement twice: controls that could be one',
    answer: z.object({
      twice: z.array(
        z.object({
          /** Shared by the controls. */
          requirements: z.array(requirementRef.extend({ standard: z.string() })),
          controls: z.array(controlRef.extend({ owner: personRef.optional(), centre: z.string().optional() })),
        }),
      ),
      freshness,
    }),
  },
} satisfies Endpoints;
