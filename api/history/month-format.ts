import { z } from 'zod';

/** The first line of a file of history. */
export const monthHead = z.object({
  format: z.literal('history'),
  version: z.literal(1),
  list: z.string(),
  month: z.string(),
  part: z.number(),
  items: z.number().int().min(0),
  /** Of the lines after this one, hex. */
  sha256: z.string(),
});

/** A list item as in SharePoint, sufficient to restore it. */
export const historyItem = z.object({
  id: z.string(),
  etag: z.string(),
  modified: z.string(),
  fields: z.record(z.string(), z.unknown()),
});
export type HistoryItem = z.output<typeof historyItem>;
