import { beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../../api/kernel/index.ts';
import { latestNudges, nudgedAfter, Nudges, recordNudge } from '../../../api/obligations/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import { aTown, centre, day, person, the } from '../organisation/builders.ts';
import { nord } from './a-workplace.ts';

let town: Awaited<ReturnType<typeof aTown>>;
const nudge = (kind: string, ...people: string[]) =>
  recordNudge(town.context, the(town.context, 'isk-nord'), {
    kind,
    subjectKey: 'round-2026',
    centreId: nord,
    people: people.map(person),
  });

beforeEach(async () => {
  town = await aTown('2026-11-24T09:00:00.000Z');
});

describe('nudges', () => {
  it('are remembered by person and kind, the latest counts', async () => {
    await nudge('takeCourse', 'anne', 'bo');
    town.setNow('2026-11-27T12:00:00.000Z');
    await nudge('takeCourse', 'bo');
    expect([...latestNudges(town.context, 'takeCourse')]).toEqual([
      ['anne', '2026-11-24T09:00:00.000Z'],
      ['bo', '2026-11-27T12:00:00.000Z'],
    ]);
    expect(latestNudges(town.context, 'acknowledgePolicy').size).toBe(0);
  });

  it('are found after a day or a moment', async () => {
    await nudge('takeCourse', 'anne');
    const after = (when: string) => nudgedAfter(town.context, person('anne'), when as Instant).length;
    expect([after('2026-11-23'), after('2026-11-24')]).toEqual([1, 0]);
    expect([after('2026-11-24T08:59:59.999Z'), after('2026-11-24T09:00:00.000Z')]).toEqual([1, 0]);
    expect(nudgedAfter(town.context, person('bo'), day('2026-01-01'))).toEqual([]);
  });

  it('of two centres about the same thing in one press are two in the trail, each with its people', async () => {
    const by = { ...the(town.context, 'isk-nord'), idempotencyKey: 'one-press' };
    const about = { kind: 'takeCourse', subjectKey: 'round-2026' };
    for (let times = 0; times < 2; times += 1) {
      await recordNudge(town.context, by, { ...about, centreId: nord, people: [person('anne'), person('bo')] });
      await recordNudge(town.context, by, { ...about, centreId: centre('syd'), people: [person('dorte')] });
    }
    const entries = town.context.list(AuditEntries).all();
    expect(entries.map(({ details }) => [details['centreId'], details['people']])).toEqual([
      ['nord', 2],
      ['syd', 1],
    ]);
    expect(town.context.list(Nudges).all()).toHaveLength(2);
  });

  it('of a large centre take several items and count as one press', async () => {
    await nudge('takeCourse', ...Array.from({ length: 1201 }, (_, place) => `p${place}`));
    expect(
      town.context
        .list(Nudges)
        .all()
        .map(({ people }) => people.length),
    ).toEqual([500, 500, 201]);
    expect(latestNudges(town.context, 'takeCourse').size).toBe(1201);
  });
});
