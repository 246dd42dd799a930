import { describe, expect, it } from 'vitest';
import { People } from '../../../api/organisation/index.ts';
import { reapprovePolicy } from '../../../api/policy/index.ts';
import { reportModel } from '../../../api/reports/model/report-model.ts';
import { reportRecords } from '../../../api/reports/model/report-records.ts';
import { saidIn, sectionsOf } from '../../../api/reports/model/report-words.ts';
import { translator } from '../../../api/texts/translate.ts';
import { day, the } from '../organisation/builders.ts';
import { aGoverningTown, approveAll, submitted } from '../policy/approval-builders.ts';
import { publish } from '../policy/builders.ts';

describe('what a report says of the policy', () => {
  it('is when the version in force was approved, and of the next that it is approved and on its way', async () => {
    const { context, setNow } = await aGoverningTown('2026-11-02T09:00:00.000Z');
    const ciso = the(context, 'ciso');
    const told = (language: 'da' | 'en' = 'da') => {
      const records = reportRecords(context, 2026, day('2026-11-30'));
      const model = reportModel({
        year: 2026,
        now: { day: day('2026-11-30'), owners: new Map() },
        figures: [],
        records,
      });
      const sections = sectionsOf(saidIn({ texts: translator }, language), model, { texts: [], off: [] });
      return sections.find(({ key }) => key === 'policy')?.text;
    };
    await publish(context, ciso, { number: '4.0' });
    setNow('2026-11-16T09:00:00.000Z');
    await reapprovePolicy(context, ciso, { note: '' });
    await approveAll(context);
    setNow('2026-11-20T09:00:00.000Z');
    await submitted(context, { number: '5.0', effectiveOn: day('2027-01-15') });
    await approveAll(context);
    setNow('2026-11-30T09:00:00.000Z');
    expect(told()).toBe(
      'Politikkens version 4.0 gælder fra 2. nov. 2026. Den er sidst godkendt 16. nov. 2026. ' +
        'Version 5.0 er godkendt 20. nov. 2026 og gælder fra 15. jan. 2027. ' +
        'Politikken skal godkendes igen senest 20. nov. 2027.',
    );
    expect(told('en')).toContain('It was last approved on 16 Nov 2026. Version 5.0 was approved on 20 Nov 2026');
  });

  it('is not the approval of an earlier version where the one in force was published without', async () => {
    const { context, setNow } = await aGoverningTown('2026-03-02T09:00:00.000Z');
    await submitted(context, { number: '4.0' });
    await approveAll(context);
    setNow('2026-06-01T09:00:00.000Z');
    await publish(context, the(context, 'ciso'), { number: '4.1', effectiveOn: day('2026-06-01') });
    setNow('2026-11-30T09:00:00.000Z');
    expect(reportRecords(context, 2026, day('2026-11-30')).policy).toEqual({
      ...{ number: '4.1', validFrom: '2026-06-01', nextDue: '2027-03-02' },
    });
  });
});

describe('what a report says of the committee', () => {
  it('is who sat in it on its day, without those who had left by then', async () => {
    const { context } = await aGoverningTown('2026-12-31T09:00:00.000Z');
    const seated = (on: string) =>
      reportRecords(context, 2026, day(on)).tables.appointments?.rows.flatMap(([name]) =>
        name && 'text' in name ? [name.text] : [],
      );
    expect(seated('2026-11-30')).toEqual(['Person committee', 'Person ciso']);
    await context.list(People).update('committee', () => ({ leftOn: day('2026-12-01') }));
    expect(seated('2026-11-30')).toEqual(['Person committee', 'Person ciso']);
    expect(seated('2026-12-31')).toEqual(['Person ciso']);
  });
});
