import { describe, expect, it } from 'vitest';
import { hasContentChanged } from '../../../api/approvals/index.ts';
import { Assets } from '../../../api/assets/index.ts';
import { Risks } from '../../../api/risks/index.ts';
import { knownRisks, riskItemKey } from '../../../api/risks/known-risks.ts';
import { chooseTreatment } from '../../../api/risks/treatment/choose-treatment.ts';
import { riskView } from '../../../api/risks/register/risk-view.ts';
import { addAction } from '../../../api/risks/treatment/save-action.ts';
import { refusal, the } from '../organisation/builders.ts';
import { aStage, asBefore } from './register-world.ts';
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
  type RiskyTown,
} from './treatment-world.ts';

describe('a vote on a risk that has moved meanwhile', () => {
  const isRefused = async (town: RiskyTown) => {
    expect(hasContentChanged(town.context, requestOf(town))).toBe(true);
    expect(await refusal(() => vote(town, 'manager-nord'))).toBe('approvals.contentChanged');
  };

  it('is refused when it stands elsewhere, is treated otherwise or should end elsewhere', async () => {
    const moved = await aRiskyTown();
    await ask(moved);
    await assessAgain(moved, { current: aStage(4, 4) });
    await isRefused(moved);

    const treated = await aRiskyTown();
    await ask(treated);
    const isk = the(treated.context, 'isk-nord');
    await chooseTreatment(treated.context, isk, treated.riskKey, { treatment: 'avoid', note: '' });
    await isRefused(treated);

    const aimed = await aRiskyTown({ said: { treatment: 'accept' } });
    await ask(aimed);
    await chooseTreatment(aimed.context, isk, aimed.riskKey, { treatment: 'accept', note: '', target: aStage(1, 1) });
    await isRefused(aimed);
  });

  it('is refused when the asset is retired or the threat is not relevant any more', async () => {
    const retired = await aRiskyTown();
    await ask(retired);
    await retired.context.list(Assets).update('journal', () => ({ state: 'retired' }));
    await isRefused(retired);

    const gone = await aRiskyTown();
    await ask(gone);
    const item = riskItemKey(gone.assessment.key, 'nedetid');
    await gone.context.list(Risks).update(item, () => ({ notRelevant: 'Systemet er på papir' }));
    expect(knownRisks(gone.context).size).toBe(0);
    await isRefused(gone);
  });

  it('is taken when only names and actions have changed', async () => {
    const town = await aRiskyTown();
    const { context, riskKey } = town;
    await ask(town);
    await context.list(Assets).update('journal', () => ({ title: 'Det nye journalsystem' }));
    await addAction(context, the(context, 'isk-nord'), riskKey, {
      title: 'Øv nødplanen',
      ownerId: 'bo',
      due: '2027-03-01',
    });
    await assessAgain(town, usual);
    expect(hasContentChanged(context, requestOf(town))).toBe(false);
    await vote(town, 'manager-nord');
    await vote(town, 'ciso');
    expect(acceptanceNow(town).state).toBe('accepted');
  });

  it('never comes from whoever asked', async () => {
    const town = await aRiskyTown({ said: { current: aStage(1, 1), target: asBefore } });
    await ask(town, 'manager-nord');
    expect(requestOf(town).stages.map(({ body }) => body)).toEqual(['ciso']);
    expect(await refusal(() => vote(town, 'manager-nord'))).toBe('approvals.ownSubmission');
  });
});

describe('an acceptance as the page shows it', () => {
  it('tells who would decide, what was asked, and which of it is stale', async () => {
    const town = await anAcceptedTown();
    const look = () => riskView(town.context, the(town.context, 'auditor'), town.riskKey);
    expect(look()).toMatchObject({
      acceptance: { state: 'accepted', until },
      way: [
        { body: 'centreManager', people: [{ id: 'manager-nord' }] },
        { body: 'ciso', people: [{ id: 'ciso' }] },
      ],
      acceptances: [
        {
          reason,
          until,
          stale: false,
          level: { word: 'Middel', tone: 'yellow' },
          approval: { state: 'approved', round: 1 },
        },
      ],
      abilities: { treat: false, addAction: false, accept: false },
    });
    await assessAgain(town, { current: aStage(4, 4) });
    expect(look()).toMatchObject({
      acceptance: { state: 'stale' },
      acceptances: [{ stale: true, level: { word: 'Middel' } }],
      way: [{ body: 'centreManager' }, { body: 'securityCommittee' }],
      history: [
        { number: 2, stages: { current: { consequence: 4, level: { word: 'Høj' } } } },
        { number: 1, stages: { current: { consequence: 3, level: { word: 'Middel' } } } },
      ],
    });
  });
});
