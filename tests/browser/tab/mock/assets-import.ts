import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import type { assetsContract } from '../../../../api/assets/contract.ts';
import { centres } from './people.ts';

type Contract = typeof assetsContract;
type Answer<Name extends keyof Contract> = Contract[Name] extends { answer: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : undefined;
/** What there is of assets, by key. */
type Known = ReadonlyMap<string, { title: string; supplier?: string | undefined }>;

interface Sent {
  fileName: string;
  base64: string;
  mapping: {
    columns: Record<string, string>;
    kind: 'system' | 'workProcess';
    source: 'own' | 'os2kitos' | 'os2compliance';
  };
}
const rowsOf = ({ base64 }: Sent): Record<string, string>[] =>
  parse(Buffer.from(base64, 'base64').toString('utf8'), { columns: true, delimiter: ';', skip_empty_lines: true });

function whatOf(known: Known, title: string, supplier: string | undefined): 'add' | 'change' | 'same' {
  const found = [...known.values()].find((one) => one.title === title);
  if (!found) return 'add';
  return supplier === undefined || found.supplier === supplier ? 'same' : 'change';
}

/** Knows an asset by its name; a row without one is left out, an unknown centre a warning. */
function check(known: Known, sent: Sent): Answer<'POST /api/assets/imports/check'> {
  const { columns } = sent.mapping;
  const problems: Answer<'POST /api/assets/imports/check'>['problems'] = [];
  const sample: Answer<'POST /api/assets/imports/check'>['sample'] = [];
  const counts = { added: 0, changed: 0, unchanged: 0, leftOut: 0 };
  const rows = rowsOf(sent);
  rows.forEach((row, position) => {
    const line = position + 2;
    const title = row[columns['title'] ?? ''] ?? '';
    const centre = row[columns['centre'] ?? ''] ?? '';
    if (title === '') {
      counts.leftOut += 1;
      problems.push({
        line,
        lines: 1,
        severity: 'error',
        code: 'noTitle',
        text: 'Rækken har intet navn. Skriv det i filen.',
      });
      return;
    }
    if (centre !== '' && !centres.some((one) => one.title === centre))
      problems.push({
        ...{ line, lines: 1, severity: 'warning', code: 'unknownCentre' },
        text: `Centret ${centre} findes ikke. Ret navnet, eller vælg centret bagefter.`,
      });
    const what = whatOf(known, title, columns['supplier'] === undefined ? undefined : row['Leverandør']);
    counts[({ add: 'added', change: 'changed', same: 'unchanged' } as const)[what]] += 1;
    sample.push({ line, title, what, fields: what === 'same' ? [] : Object.keys(columns) });
  });
  const count = (severity: 'error' | 'warning') => problems.filter((one) => one.severity === severity).length;
  const sums = { errors: count('error'), warnings: count('warning'), words: [] };
  problems.sort((one, other) => one.severity.localeCompare(other.severity));
  return { rows: rows.length, ...counts, problems, problemCount: problems.length, ...sums, sample };
}

export const assetImportHandlers = (known: Known) => ({
  'POST /api/assets/imports/read': ({ body }: { body: unknown }): Answer<'POST /api/assets/imports/read'> => {
    const rows = rowsOf(body as Sent);
    const headings = Object.keys(rows[0] ?? {});
    const guessed = Object.entries({ title: 'Navn', centre: 'Center', supplier: 'Leverandør', externalId: 'UUID' });
    const columns = Object.fromEntries(guessed.filter(([, heading]) => headings.includes(heading)));
    return {
      guesses: {
        own: { source: 'own', kind: 'system', columns: {} },
        os2kitos: { source: 'os2kitos', kind: 'system', columns },
        os2compliance: { source: 'os2compliance', kind: 'system', columns: { title: 'Navn' } },
      },
      headings,
      rows: rows.length,
      sample: rows.slice(0, 5).map((row) => Object.values(row)),
      guess: {
        source: headings.includes('UUID') ? 'os2kitos' : 'own',
        kind: 'system',
        columns,
      },
    };
  },
  'POST /api/assets/imports/check': ({ body }: { body: unknown }) => check(known, body as Sent),
  'POST /api/assets/imports': ({ body }: { body: unknown }) => {
    const checked = check(known, body as Sent);
    return { ...checked, written: checked.added + checked.changed, left: 0 };
  },
  'GET /api/asset-imports': () => ({ imports: [] }),
  'POST /api/assets/imports/:importKey/undo': () => ({ undone: 0, left: [] }),
  'GET /api/assets/imports/running': () => ({}),
});
