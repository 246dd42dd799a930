import { describe, expect, it } from 'vitest';
import { continueApprovals, withdrawApproval } from '../../../api/approvals/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import { addDays } from '../../../api/kernel/index.ts';
import { RiskAcceptances } from '../../../api/risks/index.ts';
import { fiveByFive } from '../../../api/risks/scales/shipped/five-by-five.ts';
import { riskView } from '../../../api/risks/register/risk-view.ts';
import { addAction } from '../../../api/risks/treatment/save-action.ts';
import { day, refusal, the } from '../organisation/builders.ts';
import { aStage } from './register-world.ts';
import {
  acceptanceNow,
  anAcceptedTown,
  aRiskyTown,
  ask,
  assessAgain,
  reason,
  requestOf,
  until,
  usual,
  vote,
} from './treatment-world.ts';

const passed = (date: string) => `${date}T09:00:00.000Z`;

describe('asking for a risk to be accepted', () => {
  it('goes to those whose level it is, with all that they must know, and is waited for', async () => {
    const town = await aRiskyTown({
      said: { existing: 'Kopi hver nat', treatmentNote: 'Ny aftale', treatment: 'mitigate' },
    });
    const { context, riskKey } = town;
    expect(acceptanceNow(town)).toEqual({ state: 'none' });
    await addAction(context, the(context, 'isk-nord'), riskKey, {
      ...{ title: 'Forhandl en ny aftale', ownerId: 'bo', due: '2027-03-01' },
    });
    await ask(town);
    const request = requestOf(town);
    expect(request).toMatchObject({
      ...{ subjectKind: 'riskAcceptance', subjectKey: riskKey, centreId: 'nord', round: 1, state: 'open' },
      title: 'Trussel nedetid – Journalsystemet',
    });
    expect(request.stages.map(({ body, rule, centreId }) => [body, rule, centreId])).toEqual([
      ['centreManager', 'one', 'nord'],
      ['ciso', 'one', undefined],
    ]);
    const words = [
      reason,
      '24. november 2027',
      'It-system: Journalsystemet',
      'Center: Center for nord',
      'Trussel: Trussel nedetid',
      'Uden kontroller: Høj (konsekvens 4 af 4 – Graverende, sandsynlighed 4 af 4 – Forventet)',
      'Nu: Middel (konsekvens 3 af 4 – Meget alvorlig, sandsynlighed 3 af 4 – Sandsynligt)',
      'Når planen er gennemført: Lav (konsekvens 2 af 4 – Mindre alvorlig, sandsynlighed 2 af 4 – Mindre sandsynligt)',
      'Det værste tæller',
      'Kopi hver nat',
      'Nedbring',
      'Ny aftale',
      'Forhandl en ny aftale: Bo Ærø, senest 1. marts 2027, 0 % gjort',
    ];
    for (const word of words) expect(request.content).toContain(word);
    expect(request.summary.split('\n')).toEqual([
      'Nu: Middel (konsekvens 3 af 4 – Meget alvorlig, sandsynlighed 3 af 4 – Sandsynligt). Når planen er gennemført: Lav.',
      reason,
      'Accepten gælder til og med 24. november 2027. Den bortfalder, hvis risikoen ændrer sig.',
    ]);
    expect(acceptanceNow(town)).toEqual({ state: 'waiting', until });
  });

  it('needs a last day that is to come, and two years away at most', async () => {
    const town = await aRiskyTown();
    const asking = (last: string) => refusal(() => ask(town, 'isk-nord', { until: day(last) }));
    expect(await asking('2026-11-24')).toBe('risks.untilInPast');
    expect(await asking('2028-11-25')).toBe('risks.untilTooFar');
    expect(town.context.list(RiskAcceptances).all()).toEqual([]);
    await ask(town, 'isk-nord', { until: day('2028-11-24') });
    expect(acceptanceNow(town).state).toBe('waiting');
  });

  it('is for those who treat the risk, and for nobody else', async () => {
    const town = await aRiskyTown();
    for (const who of ['bo', 'isk-syd', 'committee', 'auditor', 'management'])
      expect(await refusal(() => ask(town, who)), who).toBe('risks.mayNotTreat');
    await ask(town, 'anne');
    expect(requestOf(town).submittedBy).toBe('anne');
  });

  it('asked twice in the same words is asked once, and in others refused while somebody decides', async () => {
    const town = await aRiskyTown();
    await ask(town);
    await ask(town);
    expect(await refusal(() => ask(town, 'anne', { until: day('2027-12-24') }))).toBe('approvals.alreadyOpen');
    expect(town.context.list(RiskAcceptances).all()).toHaveLength(1);
    expect(requestOf(town).round).toBe(1);
    expect(riskView(town.context, the(town.context, 'anne'), town.riskKey).abilities.accept).toBe(false);
  });

  it('is one item and one request, whoever asks at once in the same words, while SharePoint takes its time', async () => {
    const town = await aRiskyTown();
    const asks = [ask(town), ask(town, 'anne'), ask(town, 'anne', { reason: 'Det er dyrt at gøre noget ved.' })];
    const answers = await Promise.allSettled([...asks, ask(town)]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(town.context.list(RiskAcceptances).all()).toMatchObject([{ reason }]);
    expect(requestOf(town).round).toBe(1);
  });

  it('gives one request with its own words when two ask at once for different things', async () => {
    const town = await aRiskyTown();
    const both = await Promise.allSettled([ask(town, 'anne', { reason: 'Det er dyrt at gøre noget ved.' }), ask(town)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [view] = riskView(town.context, the(town.context, 'ciso'), town.riskKey).acceptances;
    expect(requestOf(town).content).toContain(view?.reason);
    expect(town.context.list(RiskAcceptances).all()).toHaveLength(1);
  });
});

describe('an acceptance that is decided', () => {
  it('is accepted when both have said yes, and expires after its last day', async () => {
    const town = await aRiskyTown();
    await ask(town);
    await vote(town, 'manager-nord');
    expect(acceptanceNow(town).state).toBe('waiting');
    await vote(town, 'ciso');
    expect(acceptanceNow(town)).toEqual({ state: 'accepted', until });
    town.setNow(passed(until));
    expect(acceptanceNow(town).state).toBe('accepted');
    town.setNow(passed(addDays(until, 1)));
    expect(acceptanceNow(town)).toEqual({ state: 'expired', until });
    await continueApprovals(town.context);
    const acts = town.context
      .list(AuditEntries)
      .all()
      .map(({ title }) => title);
    expect(acts.filter((act) => act === 'acceptRisk' || act === 'askAcceptance')).toEqual([
      'askAcceptance',
      'acceptRisk',
    ]);
  });

  it.each([
    ['reject', 'rejected'],
    ['askChanges', 'returned'],
  ] as const)('tells when somebody says %s', async (choice, told) => {
    const town = await aRiskyTown();
    await ask(town);
    await vote(town, 'manager-nord', choice);
    expect(acceptanceNow(town)).toEqual({ state: told, until });
    await ask(town, 'isk-nord', { reason: 'Nu er der også en nødprocedure på papir.' });
    expect(requestOf(town)).toMatchObject({ round: 2, state: 'open' });
    expect(acceptanceNow(town).state).toBe('waiting');
  });

  it('is as before when the asking is taken back', async () => {
    const town = await aRiskyTown();
    await ask(town);
    await withdrawApproval(town.context, the(town.context, 'isk-nord'), {
      requestKey: requestOf(town).key,
      reason: '',
    });
    expect(acceptanceNow(town)).toEqual({ state: 'none' });
    await ask(town);
    expect(requestOf(town).round).toBe(2);
    expect(town.context.list(RiskAcceptances).all()).toHaveLength(1);
  });

  it('stays accepted while somebody asks for longer, also when the answer is no', async () => {
    const town = await anAcceptedTown();
    town.setNow(passed('2027-11-01'));
    await ask(town, 'isk-nord', { until: day('2028-11-01') });
    expect(requestOf(town)).toMatchObject({ round: 2, purpose: 'renewal' });
    expect(acceptanceNow(town)).toEqual({ state: 'accepted', until });
    await vote(town, 'manager-nord', 'reject');
    expect(acceptanceNow(town)).toEqual({ state: 'accepted', until });
    town.setNow(passed('2027-11-25'));
    expect(acceptanceNow(town).state).toBe('rejected');
  });

  it('is stale when the risk rises, falls or is measured with another scale, and not when words about it change', async () => {
    const same = await anAcceptedTown();
    await assessAgain(same, { ...usual, vulnerability: 'Én leverandør' });
    expect(acceptanceNow(same).state).toBe('accepted');
    for (const current of [aStage(4, 3), aStage(3, 2), aStage(2, 3)]) {
      const town = await anAcceptedTown();
      await assessAgain(town, { current });
      expect(acceptanceNow(town)).toEqual({ state: 'stale', until });
    }
    const other = await anAcceptedTown();
    await assessAgain(other, usual, { scale: fiveByFive });
    expect(acceptanceNow(other).state).toBe('stale');
    await ask(other);
    expect(requestOf(other)).toMatchObject({ round: 2, purpose: 'riskMoved' });
    expect(acceptanceNow(other).state).toBe('waiting');
  });

  it('holds again when the risk is back where it stood', async () => {
    const town = await anAcceptedTown();
    await assessAgain(town, { current: aStage(4, 4) });
    expect(acceptanceNow(town).state).toBe('stale');
    await assessAgain(town, usual);
    expect(acceptanceNow(town).state).toBe('accepted');
  });
});
