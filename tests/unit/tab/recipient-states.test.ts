import { describe, expect, it } from 'vitest';
import { recipientStates } from '../../../api/deliveries/delivery-lists.ts';
import { countsInOrder, dealtWith, notYet, stateOrder } from '../../../tab/deliveries/parts/recipient-states.ts';
import { deliveries } from '../../../api/texts/da/deliveries.ts';
import { operations } from '../../../api/texts/da/operations.ts';
import { deliveries as english } from '../../../api/texts/en/deliveries.ts';
import { operations as englishOperations } from '../../../api/texts/en/operations.ts';

describe('recipient states in the tab', () => {
  it('knows every state of the ledger, and has words for it', () => {
    expect([...stateOrder].sort()).toEqual([...recipientStates, 'sentAgain'].sort());
    for (const state of stateOrder) expect(deliveries.state).toHaveProperty(state);
  });

  it('counts each recipient as dealt with or not yet, never both', () => {
    const counts = Object.fromEntries(recipientStates.map((state, position) => [state, position + 1]));
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(dealtWith(counts) + notYet(counts)).toBe(all);
    expect(notYet(counts)).toBe((counts['waiting'] ?? 0) + (counts['reserved'] ?? 0));
  });

  it('tells what is sent first, leaves empty states out and keeps one nobody has heard of', () => {
    expect(countsInOrder({ new: 1, blocked: 2, sent: 9, failed: 0 }).map(({ state }) => state)).toEqual([
      'sent',
      'blocked',
      'new',
    ]);
  });

  it('marks those somebody must tell in another way', () => {
    const needing = countsInOrder({ sent: 1, notNeeded: 1, blocked: 1, uncertain: 1, notApplicable: 1 });
    expect(needing.filter((row) => row.needsSomebody).map(({ state }) => state)).toEqual([
      'uncertain',
      'notApplicable',
      'blocked',
    ]);
  });

  it('says in words why a sending stopped, the same on its page and in Drift, and never a bare code', () => {
    const codes = ['BotDisabledByAdmin', 'tooManyFailures', 'teamsAway', 'other'] as const;
    for (const [progress, stopped] of [
      [deliveries.progress, operations.campaignStopped],
      [english.progress, englishOperations.campaignStopped],
    ] as const)
      for (const code of codes) {
        expect(progress.stoppedWhy[code]).toBe(stopped.why[code]);
        expect(progress.stoppedWhy[code]).not.toContain('{{');
      }
  });
});
