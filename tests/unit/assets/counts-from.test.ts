import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import { reviewTerm } from '../../../api/critical-services/review-obligation.ts';
import type { Instant, LocalDate } from '../../../api/kernel/index.ts';
import { assessAssetSource } from '../../../api/risks/obligations/assess-asset.ts';
import { add, anAsset, aRegister } from './builders.ts';

describe('the day that time is counted from', () => {
  it.each(['2026-12-01', '2099-01-01', '2099-12-31'])(
    'hides no assessment that is owed when somebody writes %s into the list by hand',
    async (day) => {
      const { context } = await aRegister('2026-11-30');
      const key = await add(context, anAsset());
      const owed = () => assessAssetSource.work(context, '2026-12-24' as LocalDate).map(({ due }) => due);
      expect(owed()).toEqual(['2026-12-30']);
      await context.list(Assets).update(key, () => ({ countsFrom: day as LocalDate }));
      expect(owed()).toEqual(['2026-12-30']);
    },
  );

  it('is that of the latest change at the latest, also for a critical service', () => {
    const changedAt = '2026-11-30T09:00:00.000Z' as Instant;
    const service = { mtd: undefined, reviewedAt: changedAt, reviewMonths: 12, changedAt };
    const term = (countsFrom: string) => reviewTerm({ ...service, countsFrom: countsFrom as LocalDate });
    expect(term('2099-01-01')).toEqual({ since: '2026-11-30', due: '2026-12-30' });
    expect(term('2026-11-02')).toEqual({ since: '2026-11-02', due: '2026-12-02' });
  });
});
