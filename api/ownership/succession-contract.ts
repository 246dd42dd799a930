import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { id } from '../http/input.ts';

const count = z.number().int();
const moment = z.iso.datetime();

/** Transferable kinds, in order of processing: work that follows a record is last. */
export const belongingKinds = [
  ...(['asset', 'service', 'control', 'riskAction', 'improvement', 'test', 'testPart', 'activity'] as const),
  ...(['inspection', 'role', 'deputy', 'task'] as const),
] as const;
export type BelongingKind = (typeof belongingKinds)[number];
/** Roles give rights: only for receivers chosen explicitly. */
export const chosenAlone = ['role', 'deputy'] as const satisfies readonly BelongingKind[];
/**
 * Non-transferable kinds: the plan must be approved again, the request sent again, the group changed in Entra, or it is
 * personal.
 */
export const stayingKinds = ['planPart', 'namedVoter', 'groupRole', 'personal'] as const;
/** Records per hand-over. */
export const mostGiven = 250;

const belongingView = z.object({
  key: z.string(),
  title: z.string(),
  path: z.string(),
  /** Why the reader may not transfer it. */
  refusal: z.string().optional(),
});
export const groupView = z.object({
  kind: z.enum(belongingKinds),
  items: z.array(belongingView),
  /** Of these the reader may give. */
  movable: count,
});
const stayingView = z.object({
  kind: z.enum(stayingKinds),
  count,
  items: z.array(belongingView.omit({ refusal: true })),
});

const leaver = z.object({
  person: personRef,
  centre: centreRef.optional(),
  /** No longer employed. */
  left: z.boolean(),
  /** Records and work that remain. */
  records: count,
});

export const belongingsView = z.object({
  person: personRef,
  centre: centreRef.optional(),
  left: z.boolean(),
  /** Records and work, whether or not the reader may transfer them. */
  records: count,
  groups: z.array(groupView),
  staying: z.array(stayingView),
  /** All transferable records, and the number per press, if smaller. */
  movable: count,
  most: count,
  freshness,
});
export type BelongingsView = z.output<typeof belongingsView>;

export const successionStates = ['running', 'done'] as const;
const givenOutcomes = ['waiting', 'moved', 'stayed'] as const;
export const successionView = z.object({
  key: z.string(),
  from: personRef,
  by: personRef,
  at: moment,
  note: z.string(),
  state: z.enum(successionStates),
  counts: z.object({ all: count, done: count, moved: count, stayed: count }),
  items: z.array(
    z.object({
      kind: z.enum(belongingKinds),
      title: z.string(),
      path: z.string().optional(),
      to: personRef,
      outcome: z.enum(givenOutcomes),
      /** Why it stayed. */
      why: z.string().optional(),
    }),
  ),
  freshness,
});
export type SuccessionView = z.output<typeof successionView>;

export const successionBody = z.object({
  fromPersonId: id,
  /** Default receiver, except for roles and deputies. */
  toPersonId: id.optional(),
  /** Receivers by kind. */
  receivers: z.partialRecord(z.enum(belongingKinds), id).default({}),
  /** Kinds to leave for now. */
  without: z.array(z.enum(belongingKinds)).max(belongingKinds.length).default([]),
  note: z.string().trim().min(3).max(500),
});
export type SuccessionBody = z.output<typeof successionBody>;

export const successionContract = {
  'GET /api/leavers': {
    summary: 'Who has left and still has something, and whoever is searched for (R15, R16)',
    query: z.object({ q: z.string().max(100).default('') }),
    answer: z.object({
      people: z.array(leaver),
      successions: z.array(
        successionView.pick({ key: true, from: true, by: true, at: true, state: true, counts: true }),
      ),
      freshness,
    }),
  },
  'GET /api/leavers/:personId': {
    summary: 'Everything that a person owns, holds or owes, with what may be given away',
    answer: belongingsView,
  },
  'POST /api/successions': {
    summary: 'Give everything of somebody who leaves to colleagues; goes on after the answer',
    body: successionBody,
    answer: successionView,
  },
  'GET /api/successions/:successionKey': {
    summary: 'How far a hand-over of everything is, and what stayed and why',
    answer: successionView,
  },
} satisfies Endpoints;
