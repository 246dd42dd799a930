import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../api/deliveries/index.ts';
import { emptyTally, systemicStop, tallied, type Tally } from '../../../bot/sending/run-campaign.ts';

const after = (...outcomes: Outcome[]): Tally => outcomes.reduce(tallied, emptyTally);
const times = (count: number, outcome: Outcome): Outcome[] => Array.from({ length: count }, () => outcome);
const sent: Outcome = { state: 'sent' };
const failed: Outcome = { state: 'failed', code: 'NotEnoughPermissions' };
const uncertain: Outcome = { state: 'uncertain', code: 'http504' };
const disabled: Outcome = { state: 'policyBlocked', code: 'BotDisabledByAdmin' };

describe('when a campaign stops itself', () => {
  it('at the third identical answer that our message is malformed', () => {
    expect(systemicStop({ ...emptyTally, wrongPayload: { BadArgument: 2, BadSyntax: 1 } })).toBeUndefined();
    expect(systemicStop({ ...emptyTally, wrongPayload: { BadArgument: 3 } })).toBe('BadArgument');
  });

  it('when the first twenty are all blocked by an admin, not when nineteen are', () => {
    expect(systemicStop(after(...times(20, disabled)))).toBe('BotDisabledByAdmin');
    expect(systemicStop(after(sent, ...times(19, disabled)))).toBeUndefined();
  });

  it('when more than a fifth of the first fifty fail, and not for the same share later', () => {
    expect(systemicStop(after(...times(39, sent), ...times(11, failed)))).toBe('tooManyFailures');
    expect(systemicStop(after(...times(40, sent), ...times(10, failed)))).toBeUndefined();
    expect(systemicStop(after(...times(60, sent), ...times(11, failed)))).toBeUndefined();
  });

  it('when most of the latest answers are lost', () => {
    expect(systemicStop(after(...times(500, sent), ...times(14, uncertain)))).toBeUndefined();
    expect(systemicStop(after(...times(500, sent), ...times(15, uncertain)))).toBe('teamsAway');
  });

  it('never for people who are not installed, have blocked the bot, or need nothing', () => {
    const named: Outcome[] = ['notInstalled', 'blocked', 'notNeeded', 'left', 'notApplicable', 'waiting'].map(
      (state) => ({ state }) as Outcome,
    );
    expect(systemicStop(after(...named.flatMap((outcome) => times(60, outcome))))).toBeUndefined();
  });
});
