import { describe, expect, it } from 'vitest';
import { capacityFor, sizes } from '../../../teams-app/commands/docs/capacity-table.ts';

describe('the capacity by size', () => {
  it('is counted from the limits of Microsoft and the rate of the gate', () => {
    expect(capacityFor(2_300)).toMatchObject({ unitsPerMinute: 2_500, backgroundUnits: 1_875, blocks: 12 });
    const large = capacityFor(50_000);
    expect(large.receiptsPerSecond).toBeCloseTo(37.5);
    expect(large.firstSendMinutes).toBeCloseTo(41.7, 1);
    expect(large.sendMinutes).toBeCloseTo(20.8, 1);
  });

  it('says that every size is started, sent and signed within a working day', () => {
    for (const size of sizes) {
      const { loadUnits, backgroundUnits, firstSendMinutes, receiptMinutes } = capacityFor(size);
      expect(loadUnits).toBeLessThan(backgroundUnits);
      expect(firstSendMinutes).toBeLessThan(8 * 60);
      expect(receiptMinutes).toBeLessThan(8 * 60);
    }
  });
});
