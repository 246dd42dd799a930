import { z } from 'zod';
import { personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { fileBytes, fileHead, givenFile, heading, importProgress } from '../imports/contract.ts';

const count = z.number().int();
/** Most unknown words to ask about. */
export const mostWords = 100;

/** Sources with known columns; `own`: our export, or any file by the reader's mapping. */
export const importSources = ['own', 'os2kitos', 'os2compliance'] as const;
/** Fields of a column. */
export const importFields = [
  ...(['title', 'kind', 'description', 'centre', 'owner', 'usedBy', 'supplier', 'personalData'] as const),
  ...(['dataSubjects', 'criticality', 'hosting', 'state', 'dependsOn', 'links', 'externalId'] as const),
  ...(['score', 'scoredOn', 'agreement', 'agreementOn'] as const),
] as const;

/** Fields with our vocabularies, whose words must be understood. */
export const wordFields = [
  'kind',
  'criticality',
  'hosting',
  'state',
  'personalData',
  'dataSubjects',
  'score',
  'agreement',
] as const;

/** Heading of each field's column; fields without a column stay unchanged. */
export const assetMapping = z.object({
  source: z.enum(importSources),
  columns: z.partialRecord(z.enum(importFields), heading),
  /** What rows are when no column says. */
  kind: z.enum(['system', 'workProcess']).default('system'),
  /** Meanings of unknown words: one of our values, or '' for nothing. */
  words: z
    .array(z.object({ field: z.enum(wordFields), word: z.string().max(100), means: z.string().max(40) }))
    .max(mostWords)
    .default([]),
});
export type AssetMapping = z.output<typeof assetMapping>;

const assetImportProblem = z.object({
  /** Line in the file, the heading is 1; the first of several with the same problem. */
  line: count,
  lines: count,
  /** `error`: the row is skipped; `warning`: the field is empty. */
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  text: z.string(),
});
const assetImportCheck = z.object({
  rows: count,
  added: count,
  changed: count,
  unchanged: count,
  leftOut: count,
  problems: z.array(assetImportProblem),
  /** Distinct problems; the list has the worst. */
  problemCount: count,
  /** Skipped rows and fields. */
  errors: count,
  warnings: count,
  /** Words without a meaning, most frequent first. */
  words: z.array(z.object({ field: z.enum(wordFields), word: z.string(), rows: count })),
  sample: z.array(
    z.object({ line: count, title: z.string(), what: z.enum(['add', 'change', 'same']), fields: z.array(z.string()) }),
  ),
});
export type AssetImportCheck = z.output<typeof assetImportCheck>;
const assetImportRun = z.object({
  ...importProgress,
  written: count,
  startedAt: z.iso.datetime(),
});

/** Imports, their actors, and whether undone. */
export const assetImports = z.object({
  imports: z.array(
    z.object({
      key: z.string(),
      at: z.iso.datetime(),
      by: personRef,
      source: z.string(),
      added: count,
      changed: count,
      undone: z.boolean(),
    }),
  ),
});
export type AssetImports = z.output<typeof assetImports>;
/**
 * `changed`: changed since; `referred`: an assessment, control or plan is about it; `needed`: `by`, which stays,
 * depends on it.
 */
const assetImportUndone = z.object({
  undone: count,
  left: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      why: z.enum(['changed', 'referred', 'needed']),
      by: z.string().optional(),
    }),
  ),
});
export type AssetImportUndone = z.output<typeof assetImportUndone>;

const given = z.object({ ...givenFile, mapping: assetMapping });

/** Assets from XLSX or CSV: our export, and those of OS2kitos and OS2compliance. Idempotent. */
export const assetImportContract = {
  'POST /api/assets/imports/read': {
    summary: 'The headings of a file, whose file it looks like, and a guess at what they mean',
    body: z.object(givenFile),
    bodyBytes: fileBytes,
    answer: z.object({
      ...fileHead,
      guess: assetMapping,
      /** The same for each source the reader may choose. */
      guesses: z.record(z.enum(importSources), assetMapping),
    }),
  },
  'POST /api/assets/imports/check': {
    summary: 'A dry run: what would be added and changed, and what is wrong by line',
    body: given,
    bodyBytes: fileBytes,
    answer: assetImportCheck,
  },
  'POST /api/assets/imports': {
    summary: 'Write the assets of a file; a repeat changes nothing twice',
    body: given,
    bodyBytes: fileBytes,
    /** `left`: still being written after the answer; see `GET /api/assets/imports/running`. */
    answer: assetImportCheck.extend({ written: count, left: count }),
  },
  'GET /api/asset-imports': { summary: 'The latest imports, each of which can be undone', answer: assetImports },
  'POST /api/assets/imports/:importKey/undo': {
    summary: 'Undo a whole import; what was changed since, or is referred to, is left and told of',
    answer: assetImportUndone,
  },
  'GET /api/assets/imports/running': {
    summary: 'How a large import goes that is still being written, or how the latest ended',
    answer: z.object({ run: assetImportRun.optional() }),
  },
} satisfies Endpoints;
