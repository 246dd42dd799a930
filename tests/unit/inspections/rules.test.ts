import { describe, expect, it } from 'vitest';
import { findingState, reasonsFrom, shippedChecklists, weightOf } from '../../../api/inspections/index.ts';
import type { Instant, LocalDate, PersonId } from '../../../api/kernel/index.ts';
import { knownRequirements } from '../../../api/standards/index.ts';
import { memoryContext } from '../../support/memory-context.ts';

const today = '2026-11-24' as LocalDate;
const at = (day: string) => `${day}T09:00:00.000Z` as Instant;
const an = (due: string, done?: string) => ({
  ...{ due: due as LocalDate, changedAt: at('2026-10-01') },
  ...(done === undefined ? {} : { doneAt: at(done) }),
});
const recheck = (day: string) => ({ at: at(day), by: 'bo' as PersonId, effect: 'none' as const, note: 'Nej' });

describe('a finding', () => {
  const deviation = { grade: 'smallDeviation', rechecks: [] } as const;

  it.each([
    ['a deviation that nobody does anything about', deviation, [], 'noAction'],
    [
      'one whose only action is given up',
      deviation,
      [{ ...an('2026-12-01'), cancelledAt: at('2026-11-01') }],
      'noAction',
    ],
    ['one that is being put right', deviation, [an('2026-12-01')], 'open'],
    ['one of whose actions the last is late', deviation, [an('2026-12-01', '2026-11-01'), an('2026-11-01')], 'overdue'],
    ['one whose actions are all done', deviation, [an('2026-11-01', '2026-11-02')], 'toRecheck'],
    [
      'one that was looked at again and does not work',
      { ...deviation, rechecks: [recheck('2026-11-10')] },
      [an('2026-11-01', '2026-11-02')],
      'noAction',
    ],
    [
      'one where something was done after that',
      { ...deviation, rechecks: [recheck('2026-11-10')] },
      [an('2026-11-01', '2026-11-12')],
      'toRecheck',
    ],
    ['a strength', { grade: 'strength', rechecks: [] } as const, [], 'noted'],
    [
      'an observation that something was done about',
      { grade: 'observation', rechecks: [] } as const,
      [an('2026-11-01', '2026-11-02')],
      'toRecheck',
    ],
    ['one that is closed', { ...deviation, closedAt: at('2026-11-20') }, [an('2026-11-01')], 'closed'],
  ] as const)('%s', (_name, finding, actions, state) => {
    const whole = actions.map((action) => ({ cancelledAt: undefined, doneAt: undefined, ...action }));
    expect(findingState({ closedAt: undefined, ...finding, rechecks: [...finding.rechecks] }, whole, today)).toBe(
      state,
    );
  });
});

describe('why a unit is visited', () => {
  const calm = { redRisks: 0, oldFindings: 0, incidents: 0, lastHeldOn: '2026-05-01' as LocalDate };

  it('is nothing where it was visited lately and nothing is wrong, and each thing that speaks for it otherwise', () => {
    expect(reasonsFrom(calm, today)).toEqual([]);
    expect(reasonsFrom({ ...calm, redRisks: 2, incidents: 1, lastHeldOn: undefined }, today)).toEqual([
      { kind: 'neverVisited' },
      { kind: 'redRisks', count: 2 },
      { kind: 'incidents', count: 1 },
    ]);
    expect(reasonsFrom({ ...calm, lastHeldOn: '2024-11-01' as LocalDate }, today)).toEqual([{ kind: 'longAgo' }]);
    expect(reasonsFrom({ ...calm, lastHeldOn: '2025-01-01' as LocalDate }, today)).toEqual([]);
  });

  it('weighs more the more there is', () => {
    const [few, many] = [1, 4].map((oldFindings) => weightOf(reasonsFrom({ ...calm, oldFindings }, today)));
    expect(many).toBeGreaterThan(few ?? 0);
  });
});

it('the shipped checklists are eight, in both languages, and lean on requirements that are there', () => {
  expect(shippedChecklists.map(({ key }) => key)).toEqual([
    ...['procedures', 'logs', 'leavers', 'cleanDesk', 'deletion', 'processors', 'contingency', 'course'],
  ]);
  const known = knownRequirements(memoryContext().context);
  const items = shippedChecklists.flatMap((one) => one.items);
  expect(items.flatMap((item) => item.requirementKeys).filter((key) => !known.has(key))).toEqual([]);
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  for (const { question, criterion } of items)
    expect([question.en, criterion.en].filter((text) => !text || text === question.da)).toEqual([]);
});
