import { z } from 'zod';

/** Bytes of a request with a file of 10 MB in base64. */
export const fileBytes = 14_500_000;
/** A file, base64: CSV in any form Danish Excel writes, or XLSX. */
export const givenFile = { fileName: z.string().trim().min(1).max(200), base64: z.string().min(1).max(14_000_000) };
/** A heading of the file. */
export const heading = z.string().max(500);
/** The columns of a file, and its first rows. */
export const fileHead = { headings: z.array(z.string()), rows: z.number().int(), sample: z.array(z.array(z.string())) };
/**
 * A running import, or the latest result. `problem`: error code, if interrupted; the same file again writes the rest.
 */
export const importProgress = {
  total: z.number().int(),
  running: z.boolean(),
  problem: z.string().optional(),
};
