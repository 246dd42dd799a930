import { z } from 'zod';
import { fileView } from '../../approvals/contract.ts';
import { centreRef, freshness, personRef } from '../../http/contract.ts';
import type { Endpoints } from '../../http/endpoint.ts';
import { day } from '../../http/input.ts';
import { packChanges, packStatuses } from '../vocabulary.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One pack: a PDF to print and an HTML file to carry. */
const packView = z.object({
  key: z.string(),
  number: count,
  madeAt: moment,
  /** As printed on every page: `3F2A 91BC`. */
  code: z.string(),
  /** Plans in it. */
  plans: count,
  changes: z.array(z.object({ title: z.string(), what: z.enum(packChanges) })),
  pdf: fileView,
  html: fileView,
});
export type PackView = z.output<typeof packView>;

/** The place of a printed pack. */
const packPlacementView = z.object({
  place: z.string(),
  placedOn: localDate,
  by: personRef,
  at: moment,
  /** Number of the placed pack. */
  number: count.optional(),
});
export type PackPlacementView = z.output<typeof packPlacementView>;

export const packRow = z.object({
  centre: centreRef,
  status: z.enum(packStatuses),
  latest: packView.optional(),
  placement: packPlacementView.optional(),
  /** A plan has changed: a new pack will be made. */
  isComing: z.boolean(),
  abilities: z.object({ place: z.boolean(), make: z.boolean() }),
});
export type PackRow = z.output<typeof packRow>;

const packsView = z.object({
  /** Most urgent first. */
  rows: z.array(packRow),
  counts: z.record(z.enum(packStatuses), count),
  freshness,
});
export type PacksView = z.output<typeof packsView>;

export const packHistory = z.object({
  centre: centreRef,
  /** Newest first. */
  packs: z.array(packView),
  placements: z.array(packPlacementView),
});
export type PackHistory = z.output<typeof packHistory>;

/** Copies independent of Microsoft 365 (R5). */
export const packsContract = {
  'GET /api/contingency/packs': {
    summary: 'Which centres have the newest plans printed and in place, of those that the reader may see.',
    answer: packsView,
  },
  'GET /api/contingency/packs.xlsx': { summary: 'The same as an Excel workbook.', file: workbook },
  'GET /api/contingency/packs/:centreId/history': {
    summary: 'Every pack of a centre, and where they were put.',
    answer: packHistory,
  },
  'POST /api/contingency/packs/:centreId/make': {
    summary: 'Makes the pack of a centre at once when a plan has changed; otherwise the latest stays.',
    answer: packRow,
  },
  'GET /api/contingency/packs/:packKey/pdf': {
    summary: 'A pack to print: A4, tagged, byte for byte as it was made.',
    file: 'application/pdf',
  },
  'GET /api/contingency/packs/:packKey/html': {
    summary: 'A pack to carry: one file that works from a USB stick or phone. Always a download.',
    file: 'application/octet-stream',
  },
  'POST /api/contingency/packs/:packKey/placed': {
    summary: 'Says where the newest pack of a centre has been put, and when.',
    body: z.object({ place: z.string().trim().min(1).max(200), placedOn: day() }),
    answer: packRow,
  },
} satisfies Endpoints;
