import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, id, idOrNone } from '../http/input.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();

/** Kinds of obligations that a signature settles. */
export const signedKinds = ['acknowledgePolicy', 'acknowledgeProcedure', 'takeCourse'] as const;
/** A sheet signed at a meeting, or a letter returned signed. */
export const signedWays = ['meeting', 'letter'] as const;
/** People on one sheet. */
export const mostOnSheet = 200;
/** Hours in which a tick can be removed; then it becomes a receipt. */
export const hoursToUndo = 24;

/** What may be signed for: owed by the reader's people. */
export const subjectView = z.object({
  kind: z.enum(signedKinds),
  key: z.string(),
  title: z.string(),
  /** How many of the reader's people owe it. */
  people: count,
  /** Of these, not reached by the bot. */
  unreached: count,
});
export type SubjectView = z.output<typeof subjectView>;

/** `open`: not signed. `ticked`: signed, can be undone. `recorded`: has the receipt. `done`: done in another way. */
export const signedStates = ['open', 'ticked', 'recorded', 'done'] as const;
export const sheetRow = z.object({
  key: z.string(),
  title: z.string(),
  kind: z.enum(signedKinds),
  way: z.enum(signedWays),
  heldOn: localDate,
  place: z.string(),
  madeBy: personRef,
  counts: z.object({ people: count, ticked: count, recorded: count, done: count }),
});
export type SheetRow = z.output<typeof sheetRow>;

export const sheetView = sheetRow.extend({
  people: z.array(
    z.object({
      person: personRef,
      state: z.enum(signedStates),
      /** Who ticked it, and when. */
      by: personRef.optional(),
      at: moment.optional(),
    }),
  ),
  /** When ticks become receipts automatically. */
  recordedAt: moment.optional(),
  /** The day has come: ticking is possible. */
  held: z.boolean(),
  organisation: z.string(),
  /** Version and Markdown text of the subject; a course has its description. */
  text: z.string(),
  fileName: z.string().optional(),
  /** For people with an account: a link, and the path of its QR code in a square of so many units. */
  link: z.string(),
  qr: z.object({ size: count, path: z.string() }),
  abilities: z.object({ tick: z.boolean() }),
  freshness,
});
export type SheetView = z.output<typeof sheetView>;

export const sheetBody = z.object({
  kind: z.enum(signedKinds),
  subjectKey: id,
  way: z.enum(signedWays),
  heldOn: day(60),
  place: z.string().trim().max(200).default(''),
  personIds: z.array(id).min(1).max(mostOnSheet),
});
export type SheetBody = z.input<typeof sheetBody>;

export const signSheetsContract = {
  'GET /api/sign-sheets': {
    summary: 'Sheets of the reader’s people, and what may be signed for',
    answer: z.object({
      sheets: z.array(sheetRow),
      subjects: z.array(subjectView),
      /** People not reached by the bot who owe something that may be signed for. */
      unreached: count,
      abilities: z.object({ make: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/sign-sheet-people': {
    summary: 'Who of the reader’s people owes something that may be signed for on paper',
    query: z.object({ kind: z.enum(signedKinds), subjectKey: id, centreId: idOrNone.optional() }),
    answer: z.object({
      people: z.array(personRef.extend({ centreId: z.string().optional(), reason: z.string().optional() })),
      centres: z.array(centreRef),
      most: count,
      today: localDate,
      freshness,
    }),
  },
  'POST /api/sign-sheets': { summary: 'Make a sheet for a meeting, or letters', body: sheetBody, answer: sheetView },
  'GET /api/sign-sheets/:sheetKey': { summary: 'One sheet, to print and to tick', answer: sheetView },
  'PUT /api/sign-sheets/:sheetKey/signed': {
    summary: 'Tick who has signed, or take a tick back',
    body: z.object({ personIds: z.array(id).min(1).max(mostOnSheet), signed: z.boolean() }),
    answer: sheetView,
  },
  'POST /api/sign-sheets/:sheetKey/record': {
    summary: 'Make receipts of what is ticked, now',
    answer: sheetView,
  },
} satisfies Endpoints;
