import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { aYear, day, expected, id, idOrNone, offset } from '../http/input.ts';
import { obligationView } from '../organisation/contract.ts';

const localDate = z.iso.date();
const count = z.number().int().min(0);

/** One obligation with its owner. */
export const obligationRow = obligationView.extend({
  person: personRef,
  centre: centreRef.optional(),
  /** `away`: the person is on leave. */
  away: z.boolean(),
  /** Latest day in the last week with a nudge. */
  askedOn: localDate.optional(),
  abilities: z.object({ handOver: z.boolean(), nudge: z.boolean() }),
});
export type ObligationRow = z.output<typeof obligationRow>;

export const handOverView = z.object({
  key: z.string(),
  title: z.string(),
  kind: z.string(),
  from: personRef.optional(),
  to: personRef,
  note: z.string(),
  by: personRef,
  at: z.iso.datetime(),
  /** Reverts after this day; absent: it stays. */
  until: localDate.optional(),
  abilities: z.object({ end: z.boolean() }),
});
export type HandOverView = z.output<typeof handOverView>;

const rowsQuery = z.object({
  centreId: idOrNone.optional(),
  personId: idOrNone.optional(),
  kind: idOrNone.optional(),
  show: z.enum(['open', 'overdue', 'soon', 'paused', 'done']).default('open'),
  q: z.string().max(100).optional(),
  sort: z.enum(['due', 'name', 'centre', 'kind']).default('due'),
  direction: z.enum(['up', 'down']).default('up'),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

const handOverBody = z.object({
  fromPersonId: id,
  toPersonId: id,
  /** Absent: every transferable obligation. */
  keys: z.array(id).min(1).max(500).optional(),
  until: day().optional(),
  note: z.string().trim().min(3).max(500),
});

export const absenceView = z.object({
  person: personRef,
  etag: z.string(),
  from: localDate.optional(),
  to: localDate.optional(),
  /** Obligations that wait for the person, and those that pass to others. */
  paused: count,
  passed: count,
  /** Longest leave in days. */
  mostDays: count,
  /** Who recorded it, if another person. */
  by: personRef.optional(),
  /** Who has the shared work during leave, if named. */
  standIn: personRef.optional(),
  abilities: z.object({ change: z.boolean() }),
});
export type AbsenceView = z.output<typeof absenceView>;

export const obligationsContract = {
  'GET /api/obligations': {
    summary: 'What I owe, and what I handed over (R7)',
    query: z.object({ show: z.enum(['open', 'done']).default('open') }),
    answer: z.object({ obligations: z.array(obligationRow), handedOver: z.array(handOverView), freshness }),
  },
  'GET /api/obligations/centres': {
    summary: 'How the centres in my reach stand (R14–R16)',
    answer: z.object({
      centres: z.array(
        z.object({
          /** Absent: people without a centre, and work of the whole organisation. */
          centre: centreRef.optional(),
          people: count,
          open: count,
          overdue: count,
          soon: count,
          paused: count,
          /** Work without a named person at work. */
          passed: count,
          managers: z.array(personRef),
          coordinators: z.array(personRef),
          /** Whether the reader may see the names. */
          abilities: z.object({ seePeople: z.boolean() }),
        }),
      ),
      abilities: z.object({ seePeople: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/obligations/people': {
    summary: 'What the people in my reach owe',
    query: rowsQuery,
    answer: z.object({
      rows: z.array(obligationRow),
      total: count,
      kinds: z.array(z.string()),
      abilities: z.object({ handOver: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/obligations/people.xlsx': {
    summary: 'The same rows as an Excel workbook',
    query: rowsQuery,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'GET /api/obligations/hand-overs': {
    summary: 'Hand-overs in force in my reach',
    answer: z.object({ handOvers: z.array(handOverView), freshness }),
  },
  'POST /api/obligations/hand-over': {
    summary: 'Hand over what a person owes to a colleague, all of it or picked',
    body: handOverBody,
    answer: z.object({
      handedOver: count,
      /** Requested obligations that stay, and why: `personal`, `done`, `notYours`. */
      kept: z.array(z.object({ title: z.string(), reason: z.string() })),
    }),
  },
  'POST /api/obligations/hand-overs/:key/end': { summary: 'Take a hand-over back', answer: handOverView },
  'GET /api/absences/:personId': { summary: 'Whether a person is on leave, and what that moves', answer: absenceView },
  'PUT /api/absences/:personId': {
    summary: 'Record leave: own tasks wait, shared ones fall to the ISK or the manager',
    body: z.object({ from: day(aYear), to: day(2 * aYear).optional(), standInId: id.optional(), expected }),
    answer: absenceView,
  },
  'DELETE /api/absences/:personId': { summary: 'The person is back', answer: absenceView },
} satisfies Endpoints;
