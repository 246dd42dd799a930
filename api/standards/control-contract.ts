import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { expectedAt, flag, offset, oneLine } from '../http/input.ts';
import { controlEffects, controlRef, controlReviews, controlStates, requirementRef } from './standard-contract.ts';

const count = z.number().int();
const localDate = z.iso.date();
const moment = z.iso.datetime();
const key = z.string().min(1).max(255);
const link = z.object({ title: oneLine.min(1).max(200), url: z.url({ protocol: /^https?$/ }).max(2_000) });
/** What a control may link to, besides requirements; others link to it (a risk names its controls). */
export const linkedKinds = ['procedure', 'wheelActivity'] as const;

export const controlFields = {
  title: oneLine.min(1).max(200),
  /** What we do. Markdown. */
  description: z.string().trim().max(4_000).default(''),
  ownerId: key.optional(),
  /** The centre of a local control; absent: the whole organisation. */
  centreId: key.optional(),
  state: z.enum(['planned', 'running']).default('running'),
  /** Links to evidence. */
  evidence: z.array(link).max(30).default([]),
  /** Months between reviews; 0: none. */
  reviewMonths: count.min(0).max(60).default(12),
  requirementKeys: z.array(key).max(300).default([]),
  procedureKeys: z.array(key).max(100).default([]),
  wheelActivityKeys: z.array(key).max(100).default([]),
};
export const controlBody = z.object({
  ...controlFields,
  /** The writer's `changedAt`, of a change; refused when changed since. */
  expected: expectedAt.optional(),
});
export type ControlBody = z.input<typeof controlBody>;
/** The same as parsed. */
export type ControlWritten = z.output<typeof controlBody>;

export const controlRow = controlRef.extend({
  owner: personRef.optional(),
  centre: centreRef.optional(),
  requirements: count,
  standards: z.array(z.string()),
  assessedOn: localDate.optional(),
  reviewOn: localDate.optional(),
  overdue: z.boolean(),
  changedAt: moment,
});
export type ControlRow = z.output<typeof controlRow>;

const linkedThing = z.object({ key: z.string(), title: z.string(), path: z.string() });
export const controlView = controlRow.extend({
  description: z.string(),
  evidence: z.array(z.object({ title: z.string(), url: z.string() })),
  reviewMonths: count,
  requirementList: z.array(requirementRef.extend({ standard: z.string() })),
  procedures: z.array(linkedThing),
  wheelActivities: z.array(linkedThing),
  /** Risks and others that rely on it; `kind` has its texts under `standards.usedBy.<kind>`. */
  usedBy: z.array(linkedThing.extend({ kind: z.string() })),
  /** Requirements without another control: gaps if this one stops. */
  gapsWithout: z.array(requirementRef.extend({ standard: z.string() })),
  retiredReason: z.string().optional(),
  changedBy: personRef,
  assessments: z.array(z.object({ effect: z.enum(controlEffects), note: z.string(), by: personRef, at: moment })),
  abilities: z.object({ edit: z.boolean(), assess: z.boolean(), retire: z.boolean() }),
  freshness,
});
export type ControlView = z.output<typeof controlView>;

const controlsQuery = z.object({
  q: z.string().max(100).optional(),
  state: z.enum(controlStates).optional(),
  effect: z.enum(controlEffects).optional(),
  standardKey: z.string().max(255).optional(),
  ownerId: z.string().max(255).optional(),
  centreId: z.string().max(255).optional(),
  /** Only those whose review is due soon or overdue, or overdue alone. */
  review: z.enum(controlReviews).optional(),
  sort: z.enum(['title', 'owner', 'state', 'effect', 'requirements', 'reviewOn', 'changedAt']).default('title'),
  descending: flag.default(false),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type ControlsQuery = z.output<typeof controlsQuery>;

export const controlsContract = {
  'GET /api/controls': {
    summary: 'What the municipality does, once for all standards (R3)',
    query: controlsQuery,
    answer: z.object({
      controls: z.array(controlRow),
      total: count,
      centres: z.array(centreRef),
      abilities: z.object({ addControl: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/controls.xlsx': {
    summary: 'The same as a workbook',
    query: controlsQuery,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'GET /api/control-names': {
    summary: 'Controls by name, for choosing some: at most 50',
    query: z.object({ q: z.string().max(100).default('') }),
    answer: z.object({ controls: z.array(controlRef) }),
  },
  'GET /api/controls-for-requirement': {
    summary: 'Controls that may meet a requirement, since they meet what the crosswalk ties to it',
    query: z.object({ requirementKey: key }),
    answer: z.object({ controls: z.array(controlRef) }),
  },
  'POST /api/controls/:controlKey/requirements': {
    summary: 'Say that a control meets a requirement too; said already is done',
    body: z.object({ requirementKey: key }),
    answer: controlView,
  },
  'GET /api/control-links/names': {
    summary: 'Procedures or wheel activities by name, for tying a control to some: at most 50',
    query: z.object({ kind: z.enum(linkedKinds), q: z.string().max(100).default('') }),
    answer: z.object({ things: z.array(linkedThing) }),
  },
  'GET /api/control-links': {
    summary: 'The controls that a procedure or a wheel activity is part of',
    query: z.object({ kind: z.enum(linkedKinds), key }),
    answer: z.object({ controls: z.array(controlRef) }),
  },
  'POST /api/controls': { summary: 'Add a control', body: controlBody.omit({ expected: true }), answer: controlView },
  'GET /api/controls/:controlKey': { summary: 'One control', answer: controlView },
  'PUT /api/controls/:controlKey': {
    summary: 'Change a control',
    body: controlBody.extend({ expected: expectedAt }),
    answer: controlView,
  },
  'POST /api/controls/:controlKey/assess': {
    summary: 'Say how well it works; counts in every standard, and its review is done',
    body: z.object({ effect: z.enum(['none', 'partly', 'effective']), note: z.string().trim().max(2_000).default('') }),
    answer: controlView,
  },
  'POST /api/controls/:controlKey/retire': {
    summary: 'Stop the control; what it covered becomes gaps',
    body: z.object({ reason: z.string().trim().min(3).max(500) }),
    answer: controlView,
  },
} satisfies Endpoints;
