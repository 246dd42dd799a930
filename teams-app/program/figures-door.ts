import type { RequestHandler, Response } from 'express';
import type { Context } from '../../api/context.ts';
import { feedColumns, figuresFeed, type FeedRow } from '../../api/figures/index.ts';
import { safeText } from '../../api/files/workbook/index.ts';
import { AppError } from '../../api/kernel/index.ts';

/**
 * `GET /figures-feed/<secret>.json` or `.csv`: Power BI cannot sign in, so the secret alone opens the door. It is never
 * logged.
 */
export const figuresDoor =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const file = request.params['file'];
    const [, secret, kind] = typeof file === 'string' ? (/^([\w-]{20,100})\.(json|csv)$/.exec(file) ?? []) : [];
    const rows = secret === undefined ? undefined : await rowsOf(context, secret);
    response.set({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' });
    if (rows === undefined) response.status(404).type('text/plain').send('Not found');
    else if (kind === 'csv') sendCsv(response, rows);
    else response.json({ value: rows });
  };

async function rowsOf(context: Context, secret: string): Promise<readonly FeedRow[] | undefined> {
  try {
    return await figuresFeed(context, secret);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.kind === 'missing') return undefined;
    throw thrown;
  }
}

const sendCsv = (response: Response, rows: readonly FeedRow[]): void =>
  void response.type('text/csv; charset=utf-8').send(csvOf(rows));

/** Semicolons, decimal commas and a byte order mark, for Danish Excel; a text is never a formula. */
export function csvOf(rows: readonly FeedRow[]): string {
  const lines = rows.map((row) => feedColumns.map((column) => cell(row[column])).join(';'));
  return `\uFEFF${[feedColumns.join(';'), ...lines].join('\r\n')}\r\n`;
}
const cell = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = safeText(value);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
