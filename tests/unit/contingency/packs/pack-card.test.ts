import { describe, expect, it } from 'vitest';
import { continuePacks, PackPlacements } from '../../../../api/contingency/index.ts';
import { Campaigns, Cursors, DeliveryBlocks } from '../../../../api/deliveries/index.ts';
import { createPackFollower, offlinePackCardFor, verbs } from '../../../../bot/index.ts';
import { person, the } from '../../organisation/builders.ts';
import { lintCard, textsOf } from '../../bot/lint-card.ts';
import { aPaperTown, aVitalSystem } from '../documents/papers.ts';
import { aNewVersion, retire, theLatest } from './pack-town.ts';

async function aTownWithPack() {
  const { context } = await aPaperTown();
  await aVitalSystem(context, 'journal', { title: 'Omsorgsjournal' });
  await continuePacks(context);
  const card = (who = 'isk-nord', key = theLatest(context).key) => offlinePackCardFor(context, key, person(who));
  const press = (place?: string, who = 'isk-nord', packKey = theLatest(context).key) => {
    const button = verbs['contingency.placePack']?.read({ packKey, ...(place === undefined ? {} : { place }) });
    if (!button) throw new Error('no such button');
    return button.run(context, the(context, who));
  };
  return { context, card, press };
}
const words = (message: Parameters<typeof textsOf>[0]) => textsOf(message).join('\n').replaceAll('\u200b', '');

describe('the card about a pack', () => {
  it('says what is new, by when, why me, and asks where it is', async () => {
    const { card } = await aTownWithPack();
    expect(lintCard(card())).toEqual([]);
    expect(words(card())).toContain('Nødprocedure for Omsorgsjournal');
    expect(words(card())).toContain('Print den, og læg den på plads senest 8. december.');
    expect(words(card())).toContain('ISK eller centerchef i Center for nord');
  });

  it('turns into the receipt when the button is pressed, once however often', async () => {
    const { context, card, press } = await aTownWithPack();
    const receipt = words(await press('Skabet på vagtstuen'));
    expect(receipt).toContain('Skabet på vagtstuen');
    await press('Skabet på vagtstuen');
    expect(context.list(PackPlacements).all()).toHaveLength(1);
    expect(words(card('manager-nord'))).toContain('Nødplanerne er på plads');
  });

  it('changes nothing when another has placed it, says who, and follows on the other cards', async () => {
    const { context, press } = await aTownWithPack();
    const { key } = theLatest(context);
    await context.list(Cursors).create({ key: 'pack-placements', title: 'x', position: 0 });
    const edited: string[] = [];
    const follower = createPackFollower(context, async (subjectKey, personId, message) => {
      edited.push(`${subjectKey} ${personId} ${words(message)}`);
      return 'edited';
    });
    await context.list(DeliveryBlocks).create({
      ...{ key: 'block', title: 'x', campaignKey: context.list(Campaigns).all()[0]?.key ?? '', position: 1 },
      recipients: [{ person: person('manager-nord'), state: 'sent', activity: 'a1' }],
    });
    await press('Rød mappe');
    await follower.process();
    expect(edited).toEqual([expect.stringContaining(`${key} manager-nord Nødplanerne er på plads`)]);
    const second = words(await press('Skuffen', 'manager-nord'));
    for (const said of ['har allerede lagt den på plads', 'Rød mappe']) expect(second).toContain(said);
    expect(context.list(PackPlacements).all()).toMatchObject([{ place: 'Rød mappe', by: 'isk-nord' }]);
    // The own press again is thanked for as the first.
    expect(words(await press('Rød mappe'))).not.toContain('allerede');
  });

  it('asks for the place when none is written', async () => {
    const { context, press } = await aTownWithPack();
    expect(words(await press())).toContain('Skriv, hvor den ligger');
    expect(context.list(PackPlacements).all()).toEqual([]);
  });

  it('shows the newest when the one pressed has been replaced', async () => {
    const { context, press } = await aTownWithPack();
    const old = theLatest(context).key;
    await aNewVersion(context, 'plan-journal');
    await continuePacks(context);
    expect(words(await press('Skabet', 'isk-nord', old))).toContain('Den nyeste er nr. 2');
    expect(context.list(PackPlacements).all()).toEqual([]);
  });

  it('is nothing for others, for who reads only, and after the last plan is retired', async () => {
    const { context, card, press } = await aTownWithPack();
    expect(words(card('isk-syd'))).toContain('Pakken er ikke din mere');
    expect(words(await press('Skabet', 'auditor'))).toContain('Det er centrets ISK og centerchef');
    await retire(context, 'plan-journal');
    expect(() => card()).not.toThrow();
  });
});
