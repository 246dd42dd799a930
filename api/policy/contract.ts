import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, expected, idOrNone, offset, oneLine } from '../http/input.ts';
import { campaignView } from '../deliveries/contract.ts';
import { wordNotes } from '../word/contract.ts';

import {
  earlierReceiptsView,
  policyPageView,
  policyVersionRow,
  policyVersionView,
  receiptView,
} from './version-contract.ts';

export * from './approval-contract.ts';
export * from './version-contract.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();

/** Characters of a policy's text. */
export const longestPolicy = 55_000;
/** Bytes of a Word document to import. */
const largestWord = 10 * 1024 * 1024;

/** A Word document's text as Markdown, and the parts not imported. */
export const wordText = z.object({ text: z.string(), notes: wordNotes });
export type WordTextView = z.output<typeof wordText>;

export const draftBody = z.object({
  title: oneLine.min(1).max(200),
  number: z
    .string()
    .trim()
    .max(7)
    .regex(/^\d{1,3}\.\d{1,3}$/),
  body: z.string().trim().min(1).max(longestPolicy),
  summary: z.string().trim().min(1).max(600),
  changeKind: z.enum(['minor', 'major']),
  effectiveOn: day(),
});
export type DraftBody = z.input<typeof draftBody>;

/** Before publishing: the audience, by centre, and the unreachable with reasons. */
export const audiencePreview = z.object({
  versionKey: z.string(),
  changeKind: z.enum(['minor', 'major']),
  /** Everybody employed without a valid receipt after this publication. */
  people: z.number().int(),
  /** Of them, who will get a card. */
  reachable: z.number().int(),
  /** Receipts that carry over (minor change). */
  carriedOver: z.number().int(),
  acknowledgeBy: localDate,
  /** Choices for publishing without approval, likeliest first. */
  choices: z.array(
    z.object({
      when: z.enum(['now', 'morning', 'asWritten']),
      effectiveOn: localDate,
      /** Absent: at once. */
      cardsAt: moment.optional(),
      acknowledgeBy: localDate,
      /** Number of an approved version that would never be in force. */
      overtakes: z.string().optional(),
    }),
  ),
  centres: z.array(z.object({ centre: centreRef.optional(), people: z.number().int(), unreachable: z.number().int() })),
  unreachable: z.array(z.object({ reason: z.string(), people: z.number().int() })),
  /** Expected sending time at the configured rate, in seconds. */
  sendSeconds: z.number().int(),
});
export type AudiencePreview = z.output<typeof audiencePreview>;

const coverageRow = z.object({
  centre: centreRef.optional(),
  people: z.number().int(),
  acknowledged: z.number().int(),
  missing: z.number().int(),
  /** Share of acknowledged, 0–100 with one decimal. */
  percent: z.number(),
  /** The previous version's share, at its end. */
  previousPercent: z.number().optional(),
  coordinators: z.array(personRef),
  abilities: z.object({ seePeople: z.boolean() }),
});
export const coverageView = z.object({
  version: policyVersionRow,
  people: z.number().int(),
  acknowledged: z.number().int(),
  missing: z.number().int(),
  percent: z.number(),
  /** Employed and on leave today: nothing is due until they return, and they are in none of the numbers above. */
  onLeave: z.number().int().optional(),
  centres: z.array(coverageRow),
  freshness,
});
export type CoverageView = z.output<typeof coverageView>;

const missingPerson = personRef.extend({
  centreId: z.string().optional(),
  hiredOn: localDate.optional(),
  /** Delivery: a recipient state, or `notAsked` before sending. */
  delivery: z.string(),
  code: z.string().optional(),
  daysLeft: z.number().int(),
});
export const missingView = z.object({ people: z.array(missingPerson), total: z.number().int(), freshness });
export type MissingView = z.output<typeof missingView>;

/** Receipts of one version with the negative ones, with access to the centre. */
const receiptRow = z.object({
  person: personRef,
  outcome: receiptView.shape.outcome,
  at: moment,
  channel: receiptView.shape.channel,
  note: z.string().optional(),
});
export const receiptsView = z.object({
  receipts: z.array(receiptRow),
  total: z.number().int(),
  /** Of these, not in the coverage: people who have left or are on leave, and reasons for none. */
  uncounted: z.number().int(),
  freshness,
});
export type ReceiptsView = z.output<typeof receiptsView>;

const peopleQuery = z.object({
  centreId: idOrNone.optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(['name', 'centre', 'hiredOn', 'delivery']).default('name'),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const policyContract = {
  'GET /api/policy': { summary: 'The policy in force, its versions and my receipts (R9)', answer: policyPageView },
  'GET /api/policy/earlier-receipts': {
    summary: 'My receipts of versions that ended long ago',
    answer: earlierReceiptsView,
  },
  'GET /api/policy/versions/:versionKey': { summary: 'One version with its text', answer: policyVersionView },
  'POST /api/policy/versions': { summary: 'Make a draft', body: draftBody, answer: policyVersionView },
  'POST /api/policy/word-text': {
    summary: 'The text of a Word document (at most 10 MB), to go on with in the draft; nothing is stored',
    upload: true,
    bodyBytes: largestWord,
    answer: wordText,
  },
  'PUT /api/policy/versions/:versionKey': {
    summary: 'Change a draft',
    body: draftBody.extend({ expected }),
    answer: policyVersionView,
  },
  'DELETE /api/policy/versions/:versionKey': { summary: 'Discard a draft' },
  'GET /api/policy/versions/:versionKey/audience': {
    summary: 'Whom a publication would reach',
    answer: audiencePreview,
  },
  'POST /api/policy/versions/:versionKey/publish': {
    summary: 'Publish a version and start its campaign',
    body: z.object({
      reason: z.string().trim().min(10).max(1000),
      when: z.enum(['now', 'morning', 'asWritten']).optional(),
    }),
    answer: z.object({ version: policyVersionView, campaign: campaignView.optional() }),
  },
  'POST /api/policy/versions/:versionKey/acknowledge': {
    summary: 'Acknowledge; a repeat answers with the first receipt',
    answer: z.object({ result: z.enum(['acknowledged', 'alreadyAcknowledged']), receipt: receiptView }),
  },
  'GET /api/policy/versions/:versionKey/campaign': {
    summary: 'How the sending goes',
    answer: z.object({ campaign: campaignView.optional() }),
  },
  'GET /api/policy/versions/:versionKey/coverage': { summary: 'Coverage by centre', answer: coverageView },
  'GET /api/policy/versions/:versionKey/missing': {
    summary: 'Who is missing',
    query: peopleQuery,
    answer: missingView,
  },
  'GET /api/policy/versions/:versionKey/receipts': {
    summary: 'Receipts, also the negative ones',
    query: peopleQuery,
    answer: receiptsView,
  },
  'GET /api/policy/versions/:versionKey/coverage.xlsx': {
    summary: 'Coverage and people as an Excel workbook',
    query: z.object({ centreId: idOrNone.optional() }),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} satisfies Endpoints;
