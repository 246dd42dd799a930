import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { allFigures, Figures, type Counted } from '../../../api/figures/index.ts';
import { asAppError, assignableRoles, type Actor } from '../../../api/kernel/index.ts';
import { RoleAssignments } from '../../../api/organisation/index.ts';
import { reportModel, type FrozenDay } from '../../../api/reports/model/report-model.ts';
import { modelOf } from '../../../api/reports/reports.ts';
import { YearlyReports, type YearlyReport } from '../../../api/reports/report-list.ts';
import { changeReport, keepTemplate, makeReport, takeFigures } from '../../../api/reports/save-report.ts';
import { sectionKeys } from '../../../api/reports/vocabulary.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { aSeededTown } from '../../support/seeded-town.ts';
import { centre, day, the } from '../organisation/builders.ts';

type Written = Pick<YearlyReport, 'texts' | 'off' | 'decisions'>;
const sections = fc.constantFrom(...sectionKeys);
const word = fc.constantFrom('Fint', 'To\nlinjer', '"<b>" & {{title}}', 'æøå', '- punkt');
const written: fc.Arbitrary<Written> = fc.record({
  texts: fc.uniqueArray(fc.record({ key: sections, text: word }), { maxLength: 4, selector: ({ key }) => key }),
  off: fc.uniqueArray(sections, { maxLength: 4 }),
  decisions: fc.array(
    fc.record({
      ...{ title: word, why: fc.oneof(fc.constant(''), word) },
      role: fc.constantFrom(...assignableRoles.filter((role) => role !== 'auditor')),
      due: fc.constantFrom(day('2027-02-01'), day('2027-12-31')),
    }),
    { maxLength: 3 },
  ),
});
const template = fc.option(
  fc.record({
    ...{ id: fc.constantFrom('a', 'b'), versionId: fc.constantFrom('1.0', '2.0'), hash: fc.constant('0'.repeat(64)) },
    ...{ name: fc.constant('Skabelon.docx'), size: fc.constant(9), type: fc.constant('application/x') },
  }),
  { nil: undefined },
);

async function aReport() {
  const { context, setNow } = await aSeededTown();
  const roles = context.list(RoleAssignments).all();
  const inRole = (role: string) => the(context, roles.find((one) => one.role === role)?.personId ?? '');
  const [ciso, team] = [inRole('ciso'), inRole('securityTeam')];
  const { key } = await makeReport(context, ciso, 2026);
  let minute = 0;
  const later = () => setNow(new Date(Date.parse('2026-11-24T11:00:00.000Z') + (minute += 1) * 60_000).toISOString());
  const now = () => context.list(YearlyReports).get(key);
  const save = (actor: Actor, body: Written, expected = now()?.changedAt ?? '') => {
    later();
    return changeReport(context, actor, key, { ...body, expected }).then(
      () => 'saved',
      (thrown: unknown) => asAppError(thrown).code,
    );
  };
  const keep = (kept: YearlyReport['template']) => {
    later();
    return keepTemplate(context, ciso, key, kept);
  };
  return { context, ciso, team, now, save, keep, setNow };
}
const contentOf = (report: YearlyReport | undefined) => ({ ...report, changedAt: 0, changedBy: 0, item: 0 });
const audited = (context: Context) => context.list(AuditEntries).all().length;

describe('a yearly report', () => {
  it('is the same after it was written otherwise, given another template, and written back, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(written, written, template, template, fc.boolean(), async (body, other, kept, own, first) => {
        const { context, ciso, now, save, keep } = await aReport();
        await save(ciso, body);
        await keep(kept);
        const before = contentOf(now());
        const acts = [() => save(ciso, other), () => keep(own)];
        for (const act of first ? acts : acts.toReversed()) await act();
        const back = [() => save(ciso, body), () => keep(kept)];
        for (const act of first ? back : back.toReversed()) await act();
        expect(contentOf(now())).toEqual(before);

        const [stored, entries] = [now(), audited(context)];
        for (const act of back) await act();
        expect([now(), audited(context)]).toEqual([stored, entries]);
      }),
      { numRuns: 6 },
    );
  });

  it('written by two at once is as the first wrote it, until the second has seen that', async () => {
    await fc.assert(
      fc.asyncProperty(written, written, async (one, other) => {
        const { ciso, team, now, save } = await aReport();
        await save(ciso, { texts: [{ key: 'summary', text: 'Før' }], off: [], decisions: [] });
        const seen = now()?.changedAt;
        expect(await save(ciso, one, seen)).toBe('saved');
        expect(await save(team, other, seen)).toBe('reports.changedMeanwhile');
        expect(now()).toMatchObject(one);
        expect(await save(ciso, one, seen)).toBe('saved');
        expect(await save(team, other)).toBe('saved');
        expect(now()).toMatchObject(other);
      }),
      { numRuns: 6 },
    );
  });

  it('is saved with what its writer saw though another gave it a template or newer figures meanwhile, and the other way round', async () => {
    await fc.assert(
      fc.asyncProperty(written, template, async (body, own) => {
        const { context, ciso, team, now, save, keep, setNow } = await aReport();
        const seen = now()?.changedAt;
        await keep(own);
        setNow('2026-12-05T09:00:00.000Z');
        await takeFigures(context, ciso, now()?.key ?? '', false);
        expect(await save(team, body, seen)).toBe('saved');
        expect(now()).toMatchObject({ ...body, asOf: '2026-12-04' });
        await keep(undefined);
        expect(now()).toMatchObject(body);
      }),
      { numRuns: 3 },
    );
  });

  it('whose figures were deleted by hand says so, and has its words still', async () => {
    const { context, now } = await aReport();
    const report = now();
    if (!report) throw new Error('no report');
    expect(modelOf(context, report).year).toBe(2026);
    await context.list(Figures).remove(report.figuresKey);
    expect(() => modelOf(context, report)).toThrow(expect.objectContaining({ code: 'reports.figuresGone' }));
    expect(now()).toEqual(report);
  });

  it('is read as it was stored, with columns that nobody knows beside it, and set aside with a section that nobody knows', async () => {
    const { now, save, ciso } = await aReport();
    const { encode, decode } = codecOf(YearlyReports);
    await fc.assert(
      fc.asyncProperty(written, async (body) => {
        await save(ciso, body);
        const record = now();
        if (!record) throw new Error('no report');
        const fields = encode(record);
        expect(decode({ ...fields, Skabelonnavn: 'Ny', '@odata.etag': '"1"' })).toMatchObject({
          record: { ...body, year: record.year, figuresKey: record.figuresKey },
        });
        expect('record' in decode({ ...fields, Off: '["findes ikke"]' })).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('has a bar for each centre with a number on either day, says which were closed or opened, and no other number', () => {
    const value = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });
    const owners = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value);
    const frozen = (on: string, of: Record<string, number | undefined>): FrozenDay => ({
      day: day(on),
      owners: new Map(
        ['whole', ...Object.keys(of)].map((owner) => {
          const counted: Counted = { numerator: 1, ...(of[owner] === undefined ? {} : { value: of[owner] }) };
          return [
            owner === 'whole' ? owner : centre(owner),
            { title: `Før ${owner}`, values: new Map([['wheelDone', counted]]) },
          ];
        }),
      ),
    });
    fc.assert(
      fc.property(owners, owners, fc.subarray(['a', 'b', 'c', 'd']), (is, was, kept) => {
        const records = { tables: {}, centres: kept.map((key) => ({ key, title: `Nu ${key}` })) };
        const [now, before] = [frozen('2026-12-31', is), frozen('2025-12-31', was)];
        const { sections: all } = reportModel({ year: 2026, now, before, figures: allFigures, records });
        const bars = all.find(({ key }) => key === 'wheel')?.chart?.bars ?? [];
        const told = bars.map((bar) => [bar.title, bar.now?.value, bar.before?.value, bar.note]);
        const wanted = ['a', 'b', 'c', 'd'].flatMap((key) => {
          if (is[key] === undefined && was[key] === undefined) return [];
          const opened = key in was ? undefined : 'opened';
          const note = key in is ? opened : 'closed';
          return [[`${kept.includes(key) ? 'Nu' : 'Før'} ${key}`, is[key], was[key], note]];
        });
        expect(told.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });
});
