import { z } from 'zod';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, expected, oneLine } from '../http/input.ts';
import { assignableRoles } from '../kernel/index.ts';
import { voteBody } from './decide-contract.ts';
import { approvalRow } from './request-contract.ts';
import { outcomes } from './vocabulary.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();
const role = z.enum(assignableRoles);

/** The agenda of a body's meeting. `closed`: the meeting has been held. */
export const agendaStates = ['draft', 'sent', 'closed'] as const;
const agendaItem = z.object({
  approval: approvalRow,
  summary: z.string(),
  contentHash: z.string(),
  /** Size of the change, as counts. */
  changes: z.object({ added: count, removed: count, changed: count }).optional(),
  /** How the body that meets decided, whatever others have decided since. */
  decided: z.object({ outcome: z.enum(outcomes), on: localDate }).optional(),
  /** The reader may vote on it now. */
  vote: z.boolean(),
});
export const agendaRow = z.object({
  key: z.string(),
  title: z.string(),
  body: role,
  meetsOn: localDate,
  state: z.enum(agendaStates),
  items: count,
  /** By the body that meets. */
  decided: count,
  withdrawn: count,
  /** Ended in an earlier stage, before the body's turn. */
  ended: count,
  /** Still to be decided. */
  left: count,
  /** Of these, awaiting the reader. */
  waiting: count,
  abilities: z.object({ edit: z.boolean(), send: z.boolean(), close: z.boolean() }),
});
export type AgendaRow = z.output<typeof agendaRow>;
export const agendaView = agendaRow.extend({
  etag: z.string(),
  note: z.string(),
  /** For information, with their pages. */
  papers: z.array(z.object({ key: z.string(), path: z.string() })),
  list: z.array(agendaItem),
  madeBy: personRef,
  sentAt: moment.optional(),
  /** When its card leaves, while it waits for working hours. */
  cardsAt: moment.optional(),
  /** May be put on it: open with this body and on no other agenda. For those who may edit. */
  candidates: z.array(approvalRow),
  freshness,
});
export type AgendaView = z.output<typeof agendaView>;

export const agendaBody = z.object({
  title: oneLine.min(1).max(200),
  body: role,
  meetsOn: day(),
  note: z.string().trim().max(4_000).default(''),
  requestKeys: z.array(z.string().max(255)).max(60),
});

/** Each item has its own result: one closed in between does not stop the rest. */
export const agendaVoteAnswer = z.object({
  agenda: agendaView,
  results: z.array(z.object({ requestKey: z.string(), code: z.string().optional(), message: z.string().optional() })),
});

/** Agendas of meetings. */
export const agendaContract = {
  'GET /api/agendas': {
    summary: 'Agendas of meetings, newest first',
    answer: z.object({ agendas: z.array(agendaRow), abilities: z.object({ make: z.boolean() }), freshness }),
  },
  'POST /api/agendas': { summary: 'Make an agenda', body: agendaBody, answer: agendaView },
  'GET /api/agendas/:agendaKey': { summary: 'One agenda with its items', answer: agendaView },
  'PUT /api/agendas/:agendaKey': {
    summary: 'Change an agenda that is not closed',
    body: agendaBody.extend({ expected }),
    answer: agendaView,
  },
  'POST /api/agendas/:agendaKey/send': {
    summary: 'Send it to the members: one card for all of it',
    answer: agendaView,
  },
  'POST /api/agendas/:agendaKey/close': { summary: 'The meeting has been held', answer: agendaView },
  'POST /api/agendas/:agendaKey/vote': {
    summary: 'Decide several items together',
    body: z.object({
      votes: z
        .array(voteBody.extend({ requestKey: z.string().max(255) }))
        .min(1)
        .max(60),
    }),
    answer: agendaVoteAnswer,
  },
} satisfies Endpoints;
