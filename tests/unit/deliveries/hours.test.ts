import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declareCampaignKinds, leavesAt, mayLeaveNow, type Campaign } from '../../../api/deliveries/index.ts';
import type { Instant, PersonId } from '../../../api/kernel/index.ts';
import { workingTimeFrom } from '../../../api/working-days.ts';
import { campaignKinds } from '../../../teams-app/program/card-kinds.ts';
import { atDanishTime } from '../../support/danish-time.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { day } from '../organisation/builders.ts';

const inUse = readFileSync(join(import.meta.dirname, '../../../docs/in-use.md'), 'utf8');
const a = (kind: string): Campaign => ({
  ...{ key: kind, kind, title: kind, subjectKey: 'nothing', state: 'sending' },
  ...{ startedAt: '2026-11-20T09:00:00.000Z' as Instant, startedBy: 'ciso' as PersonId },
});

/** Outside working hours, each for another reason, and their next start. */
const closed = [
  ['a Saturday', '2026-11-28', '10:00', '2026-11-30'],
  ['a Sunday', '2026-11-29', '11:00', '2026-11-30'],
  ['a night', '2026-11-25', '00:20', '2026-11-25'],
  ['a minute before eight', '2026-11-25', '07:59', '2026-11-25'],
  ['four in the afternoon', '2026-11-25', '16:00', '2026-11-26'],
  ['the evening before a weekend', '2026-11-27', '21:00', '2026-11-30'],
  ['Christmas Eve at night', '2026-12-24', '22:00', '2026-12-28'],
  ['Christmas Day', '2026-12-25', '10:00', '2026-12-28'],
  ['New Year', '2027-01-01', '10:00', '2027-01-04'],
  ['Easter', '2027-03-26', '10:00', '2027-03-30'],
  ['the night when summer begins', '2027-03-28', '03:30', '2027-03-30'],
  ['the night when it ends', '2027-10-31', '02:30', '2027-11-01'],
] as const;

describe.each(closed)('%s', (_, date, time, next) => {
  const moment = atDanishTime(day(date), time);

  it.each(campaignKinds.map((kind) => [kind.kind, kind] as const))(
    '%s leaves only when the docs name it',
    (_kind, kind) => {
      const { context } = memoryContext(moment);
      const named = inUse.includes(kind.hours.because);
      const campaign = a(kind.kind);
      if (kind.hours.when === 'working') expect(mayLeaveNow(context, kind, campaign)).toBe(false);
      else expect(named, `docs/in-use.md says nothing of: ${kind.hours.because}`).toBe(true);
      if (kind.hours.when === 'itself') expect(kind.audience(context, date)).toEqual([]);
      if (typeof kind.hours.when === 'function') expect(mayLeaveNow(context, kind, campaign)).toBe(false);
    },
  );

  it('ends at eight on the next working day', () => {
    expect(workingTimeFrom(new Date(moment))).toBe(atDanishTime(day(next), '08:00'));
    const { context } = memoryContext(moment);
    declareCampaignKinds(context, campaignKinds);
    expect(leavesAt(context, a('approval'))).toBe(atDanishTime(day(next), '08:00'));
    expect(leavesAt(context, a('downtime'))).toBeUndefined();
  });
});

describe('working hours', () => {
  it.each(['08:00', '12:00', '15:59'] as const)('let every kind leave at %s', (time) => {
    const { context } = memoryContext(atDanishTime(day('2026-11-25'), time));
    expect(campaignKinds.filter((kind) => !mayLeaveNow(context, kind, a(kind.kind)))).toEqual([]);
  });
});
