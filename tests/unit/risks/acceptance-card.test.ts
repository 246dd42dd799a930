import { describe, expect, it } from 'vitest';
import { approvalView } from '../../../api/approvals/views/approval-view.ts';
import { stageKey } from '../../../api/approvals/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { addAction } from '../../../api/risks/treatment/save-action.ts';
import { approvalCardFor } from '../../../bot/index.ts';
import { lintCard, textsOf } from '../bot/lint-card.ts';
import { person, the } from '../organisation/builders.ts';
import { aStage } from './register-world.ts';
import { anAcceptedTown, aRiskyTown, ask, assessAgain, requestOf, usual, type RiskyTown } from './treatment-world.ts';

const cardOf = (town: RiskyTown, who = 'manager-nord') =>
  approvalCardFor(town.context, stageKey(requestOf(town), 1), person(who));
const inEnglish = ({ context }: RiskyTown, who = 'manager-nord') =>
  context.list(People).update(who, () => ({ language: 'en' }));

describe('the card that asks for a risk to be accepted', () => {
  it('says the risk, its levels in words, why, until when and why me', async () => {
    const town = await aRiskyTown();
    await ask(town);
    const card = cardOf(town);
    expect(lintCard(card)).toEqual([]);
    expect(textsOf(card)).toEqual([
      'Til godkendelse: Accept af risiko – Trussel nedetid – Journalsystemet',
      'Fra Mette Sørensen · Center for nord',
      'Nu: Middel (konsekvens 3 af 4 – Meget alvorlig, sandsynlighed 3 af 4 – Sandsynligt). Når planen er gennemført: Lav.',
      'Leverandøren kan først rette det til foråret.',
      'Accepten gælder til og med 24. november 2027. Den bortfalder, hvis risikoen ændrer sig.',
      'Tag stilling senest 1. december (om 7 dage).',
      'Du får kortet, fordi du er centerchef i Center for nord.',
      expect.stringMatching(/^Vil du afvise den helt/),
    ]);
  });

  it('says all but the writer’s own words in English to whoever reads English, on the card and in the tab', async () => {
    const town = await aRiskyTown();
    await ask(town);
    await inEnglish(town);
    const lines = [
      'Current: Medium (consequence 3 of 4 – Very serious, likelihood 3 of 4 – Likely). When the plan has been carried out: Low.',
      'Leverandøren kan først rette det til foråret.',
      'The acceptance is valid up to and including 24 November 2027. It lapses if the risk changes.',
    ];
    expect(lintCard(cardOf(town))).toEqual([]);
    expect(textsOf(cardOf(town))).toEqual(expect.arrayContaining(lines));
    expect(textsOf(cardOf(town))[0]).toBe('For approval: Risk acceptance – Trussel nedetid – Journalsystemet');
    const view = approvalView(town.context, the(town.context, 'manager-nord'), requestOf(town));
    expect(view.summary.split('\n')).toEqual(lines);
    expect(view).toMatchObject({
      path: `/risks/register/${town.riskKey}`,
      abilities: { vote: true, seeSubject: true },
    });
  });

  it('tells that the risk has changed since it was accepted, and how the words differ', async () => {
    const town = await anAcceptedTown();
    await assessAgain(town, { ...usual, current: aStage(4, 4) });
    await ask(town);
    const texts = textsOf(cardOf(town));
    expect(lintCard(cardOf(town))).toEqual([]);
    expect(texts).toContain('Risikoen er ændret, siden den blev accepteret.');
    expect(texts.some((text) => text.startsWith('Siden forrige runde: '))).toBe(true);
    expect(texts.join()).toContain('Nu: Høj');
  });

  it('stays small and whole however much has been written, and says when it cannot be approved any more', async () => {
    const long = 'Ét meget langt ord efter et andet, så det fylder. '.repeat(60);
    const town = await aRiskyTown({
      said: { existing: long, vulnerability: long, treatmentNote: long },
      asset: { title: 'J'.repeat(200) },
    });
    for (let number = 0; number < 40; number += 1)
      await addAction(town.context, the(town.context, 'isk-nord'), town.riskKey, {
        ...{ title: `Handling ${number} ${'x'.repeat(150)}`, ownerId: 'bo', due: '2027-01-01' },
      });
    await ask(town, 'isk-nord', { reason: `${long}\n\n${long}`.slice(0, 2_000) });
    expect(lintCard(cardOf(town))).toEqual([]);
    expect(textsOf(cardOf(town)).join()).toContain('Accepten gælder til og med');
    await assessAgain(town, { current: aStage(4, 4) });
    expect(lintCard(cardOf(town))).toEqual([]);
    expect(textsOf(cardOf(town))[0]).toMatch(/^Kan ikke godkendes: /);
  });
});
