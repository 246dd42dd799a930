import { beforeAll, describe, expect, it } from 'vitest';
import { walk, type WalkCounts } from '../walk/walk.ts';

/** `npm run walk` runs two months with more people. */
const days = 12;

describe('working days of people of every role', () => {
  let counts: WalkCounts;
  beforeAll(async () => {
    counts = await walk({ days, people: 60, personas: 40 });
  }, 300_000);

  it('bring no card whose number is another in the tab, in the workbook or in the lists, and nothing twice a week', () => {
    expect(counts.wrong).toEqual([]);
  });

  it('are days with numbers on cards', () => {
    expect(counts).toMatchObject({ days });
    expect(counts.cards).toBeGreaterThan(20);
    expect(counts.leaders).toBeGreaterThan(3);
    expect(counts.tab).toBeGreaterThan(20);
    expect(counts.workbook).toBeGreaterThan(5);
    expect(counts.raw).toBeGreaterThan(200);
    expect(counts.told).toBeGreaterThan(20);
    expect(counts.presses).toBeGreaterThan(5);
  });
});
