import { z } from 'zod';
import { oneLine } from '../http/input.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { fileBytes, givenFile, importProgress } from '../imports/contract.ts';

const count = z.number().int();
/** `title` names a table's standard; a library has its own. */
const given = z.object({ ...givenFile, title: oneLine.max(200).optional() });

const standardImportCheck = z.object({
  /** `xlsx`/`csv`: a table of number, title and section; `yaml`: a library in CISO Assistant's open format. */
  format: z.enum(['table', 'yaml']),
  standard: z.object({ key: z.string(), title: z.string(), version: z.string() }),
  requirements: count,
  added: count,
  changed: count,
  unchanged: count,
  /** In the standard but not in the file; they stay. */
  gone: count,
  /** `line`: table row, or number in a library. */
  problems: z.array(
    z.object({ line: count, code: z.enum(['noRef', 'noTitle', 'refTwice', 'refTooLong']), text: z.string() }),
  ),
  sample: z.array(z.object({ ref: z.string(), title: z.string(), section: z.string() })),
});
export type StandardImportCheck = z.output<typeof standardImportCheck>;

/** Imported standards: requirements from a table or a YAML library. Idempotent by standard and number. */
export const standardImportContract = {
  'POST /api/standards/imports/check': {
    summary: 'A dry run: which standard it is, and what is wrong',
    body: given,
    bodyBytes: fileBytes,
    answer: standardImportCheck,
  },
  'POST /api/standards/imports': {
    summary: 'Write the standard and its requirements',
    body: given,
    bodyBytes: fileBytes,
    /** `left`: still being written after the answer. */
    answer: standardImportCheck.extend({ written: count, left: count }),
  },
  'GET /api/standard-imports/running': {
    summary: 'The import that is being written, or how the latest ended',
    answer: z.object({
      run: z.object({ ...importProgress, standardKey: z.string(), written: count }).optional(),
    }),
  },
} satisfies Endpoints;
