import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import type { Instant, PersonId } from '../../../api/kernel/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { trailQuery } from '../../../api/trail/contract.ts';
import { trailWorkbook } from '../../../api/trail/views/trail-workbook.ts';
import { memoryContext } from '../../support/memory-context.ts';

async function rowsOf(moments: readonly string[]) {
  const context: Context = { ...memoryContext().context, texts: translator };
  const entry = { title: 'changeAsset', subjectKey: 'x', actorId: 'ciso' as PersonId, details: {} };
  const entries = context.list(AuditEntries);
  await Promise.all(moments.map((at, place) => entries.create({ key: `e${place}`, ...entry, at: at as Instant })));
  const reader = { personId: 'ciso' as PersonId, name: 'Camilla', language: 'da' as const, roles: [] };
  const { bytes } = await trailWorkbook(context, reader, [], trailQuery.parse({}));
  const [sheet] = await readXlsxFile(Buffer.from(bytes));
  return sheet?.data ?? [];
}

describe('the trail as a workbook', () => {
  it('says when each act was in Danish time, and as it is sealed', async () => {
    const [heads, ...rows] = await rowsOf(['2026-12-31T23:30:00.000Z', '2026-06-30T22:15:00.000Z']);
    expect(heads?.slice(0, 2)).toEqual(['Tidspunkt', 'Tidspunkt (UTC)']);
    expect(rows.map((cells) => cells.slice(0, 2))).toEqual([
      ['2027-01-01 00:30', '2026-12-31T23:30:00.000Z'],
      ['2026-07-01 00:15', '2026-06-30T22:15:00.000Z'],
    ]);
  });

  it('says below what it leaves out', async () => {
    const rows = await rowsOf(Array.from({ length: 20_002 }, () => '2026-11-24T09:00:00.000Z'));
    expect(rows).toHaveLength(1 + 20_000 + 1);
    expect(rows.at(-1)?.[0]).toBe('Her er de nyeste 20.000 af 20.002 handlinger. Vælg en måned for at få resten.');
  });
});
