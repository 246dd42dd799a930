import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import type { CentreId } from '../../../api/kernel/index.ts';
import { overdueByCentre } from '../../../api/obligations/index.ts';
import { digestsOf } from '../../../api/reminders/index.ts';
import { defaultCadence } from '../../../api/reminders/cadence.ts';
import { day } from '../organisation/builders.ts';
import { aTownThatOwes, danish, goesOnLeave, said, wasTold, type Owed } from './builders.ts';

/** Tuesday 24 November 2026; the town's clock is at nine that day. */
const tuesday = '2026-11-24';
const task = (key: string, changes: Partial<Owed> = {}): Owed => ({
  key,
  kind: 'doWheelTask',
  personId: 'anne',
  since: '2026-06-01',
  due: tuesday,
  ...changes,
});

describe('telling it further', () => {
  const { coordinatorAfter = 0, managerAfter = 0, committeeAfter = 0 } = defaultCadence('doWheelTask');
  /** Followers-up are told on Mondays. */
  const monday = '2026-11-23';
  const overdueBy = (days: number, changes: Partial<Owed> = {}): Owed => {
    const due = new Date(Date.parse(`${monday}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
    return task('late', { due, ...changes });
  };
  const toldOn = async (owes: Owed[], change?: (context: Context) => Promise<unknown>) => {
    const { context } = await aTownThatOwes(owes);
    await change?.(context);
    return digestsOf(context, day(monday)).flatMap(({ personId, escalations }) =>
      escalations.map(({ level }) => `${personId}: ${level}`),
    );
  };
  const leave = { absentFrom: day('2026-11-20'), absentTo: day('2026-12-20') };

  it('goes to the ISK, then the manager, then the chair of the committee', async () => {
    expect(await toldOn([overdueBy(coordinatorAfter - 1)])).toEqual([]);
    expect(await toldOn([overdueBy(coordinatorAfter)])).toEqual(['isk-nord: coordinator']);
    expect(await toldOn([overdueBy(managerAfter)])).toEqual(['isk-nord: coordinator', 'manager-nord: manager']);
    expect(await toldOn([overdueBy(committeeAfter)])).toEqual([
      'committee: committee',
      'isk-nord: coordinator',
      'manager-nord: manager',
    ]);
  });

  it('passes by whoever owes it', async () => {
    expect(await toldOn([overdueBy(coordinatorAfter, { personId: 'isk-nord' })])).toEqual(['manager-nord: manager']);
    expect(await toldOn([overdueBy(managerAfter, { personId: 'manager-nord' })])).toEqual([
      'committee: committee',
      'isk-nord: coordinator',
    ]);
    expect(await toldOn([overdueBy(committeeAfter, { personId: 'committee' })])).toContain('ciso: committee');
  });

  it('goes one level up where nobody is at work', async () => {
    const away = (who: string) => (context: Context) => goesOnLeave(context, who, leave);
    expect(await toldOn([overdueBy(coordinatorAfter)], away('isk-nord'))).toEqual(['manager-nord: manager']);
    const bothAway = async (context: Context) => {
      await away('isk-nord')(context);
      await away('manager-nord')(context);
    };
    expect(await toldOn([overdueBy(coordinatorAfter)], bothAway)).toEqual(['committee: committee']);
    expect(await toldOn([overdueBy(committeeAfter, { centreId: 'whole' })], away('committee'))).toEqual([
      'ciso: committee',
    ]);
  });

  it('tells of work of the whole organisation only the committee', async () => {
    expect(await toldOn([overdueBy(managerAfter, { centreId: 'whole' })])).toEqual([]);
    expect(await toldOn([overdueBy(committeeAfter, { centreId: 'whole' })])).toEqual(['committee: committee']);
  });

  it('tells all that is overdue in the centre, once a week, in the card of the day', async () => {
    const { context, digest, setNow } = await aTownThatOwes(
      [
        overdueBy(coordinatorAfter),
        task('new', { personId: 'team', due: '2026-11-22' }),
        task('own', { personId: 'isk-nord', due: monday }),
      ],
      danish(monday, 9),
    );
    const nord = overdueByCentre(context, day(monday))
      .get('nord' as CentreId)
      ?.obligations.map(({ key }) => key);
    expect(said(digest('isk-nord', monday))).toEqual([
      'onTheDay own',
      ...(nord ?? []).map((key) => `coordinator ${key}`),
    ]);
    expect(nord).toContain('late');
    await wasTold(context, monday, ['isk-nord'], 'sent', { keys: ['own'], others: true });
    for (const later of [tuesday, '2026-11-25', '2026-11-26', '2026-11-27']) {
      setNow(danish(later, 9));
      expect(digest('isk-nord', later)).toBeUndefined();
    }
    setNow(danish('2026-11-30', 9));
    expect(said(digest('isk-nord', '2026-11-30'))).toContain('overdue own');
    expect(said(digest('isk-nord', '2026-11-30'))).toContain('coordinator late');
  });

  it('comes late, once, when the day of the week was missed', async () => {
    const { digest, context, setNow } = await aTownThatOwes([overdueBy(coordinatorAfter)]);
    expect(said(digest('isk-nord', tuesday))).toEqual(['coordinator late']);
    await wasTold(context, tuesday, ['isk-nord'], 'sent', { others: true });
    setNow(danish('2026-11-30', 9));
    expect(digest('isk-nord', '2026-11-30')).toBeUndefined();
    setNow(danish('2026-12-01', 9));
    expect(said(digest('isk-nord', '2026-12-01'))).toEqual(['coordinator late']);
  });

  it('goes to the committee for every centre, and names the whole organisation apart', async () => {
    const { digest } = await aTownThatOwes(
      [
        overdueBy(committeeAfter),
        { ...overdueBy(1, { personId: 'bo' }), key: 'south' },
        { ...overdueBy(1, { centreId: 'whole' }), key: 'whole' },
      ],
      danish(monday, 9),
    );
    const told = digest('committee', monday)?.escalations.map(({ centreId, obligations }) => [
      centreId,
      obligations.map(({ key }) => key),
    ]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['nord', ['late']],
        ['syd', ['south']],
        [undefined, ['whole']],
      ]),
    );
  });

  it('leaves out what has been done since the day was planned', async () => {
    const owes = [overdueBy(coordinatorAfter)];
    const { context, digest } = await aTownThatOwes(owes);
    expect(digestsOf(context, day(monday))).toHaveLength(2);
    owes[0] = overdueBy(coordinatorAfter, { isDone: true });
    expect(digest('isk-nord', monday)).toBeUndefined();
  });
});
