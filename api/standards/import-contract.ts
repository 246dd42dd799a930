import { z } from 'zod';
import type { Endpoints } from '../http/endpoint.ts';

const count = z.number().int();
/** Bytes of a request with a file of 10 MB in base64. */
const fileBytes = 14_500_000;
const file = { fileName: z.string().trim().min(1).max(200), base64: z.string().min(1).max(14_000_000) };

export const standardImportCheck = z.object({
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
    /** `title` names a table's standard; a library has its own. */
    body: z.object({ ...file, title: z.string().trim().max(200).optional() }),
    bodyBytes: fileBytes,
    answer: standardImportCheck,
  },
  'POST /api/standards/imports': {
    summary: 'Write the standard and its requirements',
    body: z.object({ ...file, title: z.string().trim().max(200).optional() }),
    bodyBytes: fileBytes,
    /** `left`: still being written after the answer. */
    answer: standardImportCheck.extend({ written: count, left: count }),
  },
  'GET /api/standard-imports/running': {
    summary: 'The import that is being written, or how the latest ended',
    answer: z.object({
      run: z
        .object({
          standardKey: z.string(),
          total: count,
          written: count,
          running: z.boolean(),
          /** Error code, if interrupted. */
          problem: z.string().optional(),
        })
        .optional(),
    }),
  },
} satisfies Endpoints;
