import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { expected, offset } from '../http/input.ts';
import { incidentKinds, incidentStates, longest } from './vocabulary.ts';

const moment = z.iso.datetime();
const count = z.number().int();
/** Rows per page. */
export const mostRows = 100;

const incidentRow = z.object({
  key: z.string(),
  kind: z.enum(incidentKinds),
  state: z.enum(incidentStates),
  text: z.string(),
  reportedBy: personRef,
  /** The reporter's number; absent when unknown. */
  phone: z.string().optional(),
  reportedAt: moment,
  centre: centreRef.optional(),
  takenBy: personRef.optional(),
  takenAt: moment.optional(),
  closedBy: personRef.optional(),
  closedAt: moment.optional(),
  /** People informed, including those Teams does not reach. */
  told: z.array(personRef),
  missed: z.array(personRef),
  /** Deadline for notifying a breach of personal data, if possibly one and open. */
  notifyBy: moment.optional(),
  can: z.object({ take: z.boolean(), close: z.boolean() }),
});
export type IncidentRow = z.output<typeof incidentRow>;

const incidentsQuery = z.object({
  /** `taken`: somebody has taken it, also where it is closed since. */
  state: z.enum(['open', 'taken', 'closed', 'all']).default('open'),
  /** In which it was reported. */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  q: z.string().trim().max(100).optional(),
  incident: z.string().max(255).optional(),
  offset,
  limit: z.coerce.number().int().min(1).max(mostRows).default(50),
});
export type IncidentsQuery = z.output<typeof incidentsQuery>;

const guideWords = z.object({
  firstStep: z.string().trim().max(longest.step),
  firstStepEnglish: z.string().trim().max(longest.step),
  callName: z.string().trim().max(longest.name),
  callPhone: z.string().trim().max(longest.phone),
  nightPhone: z.string().trim().max(longest.phone),
});
export type GuideWords = z.output<typeof guideWords>;
export const guideNames = ['all', ...incidentKinds] as const;

export const guidesView = z.object({
  guides: z.array(
    guideWords.extend({
      of: z.enum(guideNames),
      etag: z.string(),
      /** The shipped first step in Danish and English; empty for `all`. */
      shipped: z.object({ da: z.string(), en: z.string() }),
      changedBy: personRef.optional(),
      changedAt: moment.optional(),
    }),
  ),
  abilities: z.object({ edit: z.boolean() }),
  freshness,
});

export const incidentsContract = {
  'GET /api/incidents': {
    summary: 'Accidents that the reader told of, or is told of',
    query: incidentsQuery,
    answer: z.object({
      incidents: z.array(incidentRow),
      total: count,
      /** Of all visible incidents. */
      counts: z.object({ open: count, untaken: count, closed: count }),
      /** In which those that the reader sees were reported, and the present one; newest first. */
      years: z.array(count),
      /** The reader handles accidents, not only their own. */
      follows: z.boolean(),
      abilities: z.object({ keepGuides: z.boolean() }),
      freshness,
    }),
  },
  'POST /api/incidents/:incidentKey/take': { summary: 'Say that one takes it', answer: incidentRow },
  'POST /api/incidents/:incidentKey/close': { summary: 'Say that it is over', answer: incidentRow },
  'GET /api/incident-guides': {
    summary: 'First steps and numbers that the bot tells',
    answer: guidesView,
  },
  'PUT /api/incident-guides': {
    summary: 'Change them for a kind of accident, or for all',
    body: guideWords.extend({ of: z.enum(guideNames), expected }),
    answer: guidesView,
  },
} satisfies Endpoints;
