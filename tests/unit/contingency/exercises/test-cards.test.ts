import { describe, expect, it } from 'vitest';
import { ContingencyLog, ContingencyTests } from '../../../../api/contingency/index.ts';
import { Campaigns, DeliveryBlocks } from '../../../../api/deliveries/index.ts';
import { nowOf } from '../../../../api/kernel/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { closeTest, saveEvaluation } from '../../../../api/contingency/exercises/evaluate-test.ts';
import { cancelTest, endTest, startTest } from '../../../../api/contingency/exercises/move-test.ts';
import { changeTest } from '../../../../api/contingency/exercises/plan-test.ts';
import { writeLog } from '../../../../api/contingency/exercises/write-log.ts';
import { injectSubject } from '../../../../api/contingency/exercises/inject-keys.ts';
import {
  invitationCampaignKey,
  invitationSubject,
  testInvitationKind,
} from '../../../../api/contingency/exercises/test-campaigns.ts';
import { injectCardFor, testInvitationCardFor, verbs } from '../../../../bot/index.ts';
import type { ChatMessage } from '../../../../bot/sending/chat-port.ts';
import { person } from '../../organisation/builders.ts';
import { buttonsOf, lintCard, textsOf } from '../../bot/lint-card.ts';
import {
  aBody,
  anEndedTest,
  aRunningTest,
  aTestedTown,
  atFirstInject,
  campaigns,
  isk,
  testNow,
  whole,
  type TestedTown,
} from './tested-town.ts';

const words = (card: ChatMessage) => textsOf(card).join('\n');
const anne = person('anne');

const invitation = (town: TestedTown, key: string, who = anne) =>
  testInvitationCardFor(town.context, invitationSubject(town.context, key), who);

/** The invitation is in their chats from now on. */
async function invite(town: TestedTown, ...people: string[]) {
  const [campaign] = await campaigns(town, testInvitationKind);
  await town.context.list(DeliveryBlocks).create({
    ...{ key: 'block', title: 'x', campaignKey: campaign?.key ?? '', position: 1 },
    recipients: people.map((who) => ({
      ...{ person: person(who), state: 'sent', activity: `card-${who}`, at: nowOf(town.context.clock) },
    })),
  });
}

describe('the card that invites', () => {
  it('says when, who leads, which plan, and links to the plan and the test', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan();
    const card = invitation(town, key);
    expect(lintCard(card)).toEqual([]);
    expect(card.summary).toBe('Du er med i afprøvningen En morgen uden journal tirsdag 8. december kl. 09.00.');
    expect(words(card)).toContain('Du er med tirsdag 8. december kl. 09.00.');
    expect(words(card)).toContain('Mette Sørensen');
    expect(words(card)).toContain('Nødprocedure p1');
    expect(words(card)).toContain('Journalen svarer ikke.');
    expect(buttonsOf(card)).toEqual(['Læs planen', 'Åbn afprøvningen']);
    expect(words(invitation(town, key, person('isk-nord')))).toContain('Du leder den tirsdag 8. december');
  });

  it('does not give away what happens on the way', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan();
    expect(JSON.stringify(invitation(town, key))).not.toContain('En pårørende ringer');
  });

  it('says that it was moved, and from when, to whoever was invited before', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan();
    await invite(town, 'anne');
    town.setNow('2026-11-25T09:00:00.000Z');
    await changeTest(town.context, isk(town), key, aBody({ on: '2026-12-10', participantIds: ['anne', 'bo'] }));
    const moved = invitation(town, key);
    expect(lintCard(moved)).toEqual([]);
    expect(words(moved)).toContain('Flyttet: Den skulle have været tirsdag 8. december kl. 09.00.');
    expect(words(moved)).toContain('Du er med torsdag 10. december kl. 09.00.');
    expect(words(invitation(town, key, person('bo')))).not.toContain('Flyttet');
    await changeTest(town.context, isk(town), key, aBody({ on: '2026-12-10', title: 'Uden journal' }));
    expect(words(invitation(town, key))).toContain('Den skulle have været tirsdag 8. december');
  });

  it('says that it runs, with the way to the log, that it was held, and how it went', async () => {
    const town = await aTestedTown();
    const key = await aRunningTest(town);
    const running = invitation(town, key);
    expect(lintCard(running)).toEqual([]);
    expect(words(running)).toContain('Den begyndte 8. dec. 2026 kl. 09.00.');
    expect(buttonsOf(running)).toEqual(['Åbn loggen']);
    town.setNow('2026-12-08T09:30:00.000Z');
    await endTest(town.context, isk(town), key);
    const held = invitation(town, key);
    expect(lintCard(held)).toEqual([]);
    expect(words(held)).toContain('Resultatet kommer på kortet, når Mette Sørensen har evalueret den.');
    expect(words(invitation(town, key, person('isk-nord')))).toContain('Du skal evaluere den');
    expect(JSON.stringify(held.card)).not.toContain('Action.Execute');
    await saveEvaluation(town.context, isk(town), key, whole);
    await closeTest(town.context, isk(town), key);
    const closed = invitation(town, key);
    expect(lintCard(closed)).toEqual([]);
    expect(words(closed)).toContain('Den blev bestået.');
    expect(words(closed)).toContain('I var i gang igen efter 1 time og 30 minutter.');
    expect(buttonsOf(closed)).toEqual(['Se, hvordan det gik']);
  });

  it('says how many points were met when it was not passed, also of figures that somebody mistyped', async () => {
    const town = await aTestedTown();
    const key = await anEndedTest(town);
    const tests = town.context.list(ContingencyTests);
    await tests.update(key, () => ({ ...whole, state: 'closed', passed: false, recovery: 9 }));
    expect(words(invitation(town, key))).toContain('Den blev ikke bestået. 1 af 2 punkter lykkedes.');
    await tests.update(key, () => ({ recovery: -9, criteria: [], results: [] }));
    expect(lintCard(invitation(town, key))).toEqual([]);
  });

  it('says that it is called off and why, as plain words, and when it is gone', async () => {
    const town = await aTestedTown();
    const key = await aRunningTest(town);
    await cancelTest(town.context, isk(town), key, '**Brand** i [køkkenet](http://x)');
    const cancelled = invitation(town, key);
    expect(lintCard(cancelled)).toEqual([]);
    expect(words(cancelled)).toContain('Hvorfor: ');
    expect(words(cancelled)).not.toContain('**Brand**');
    const gone = testInvitationCardFor(town.context, 'nothing', anne);
    expect(lintCard(gone)).toEqual([]);
    expect(words(gone)).toContain('Afprøvningen findes ikke mere');
  });

  it('says to whoever is taken off the list that there is nothing to do, in the reader’s language', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan();
    await changeTest(town.context, isk(town), key, aBody({ participantIds: ['manager-nord'] }));
    const removed = invitation(town, key);
    expect(lintCard(removed)).toEqual([]);
    expect(words(removed)).toContain('Du er ikke længere med i afprøvningen');
    await town.context.list(People).update('anne', () => ({ language: 'en' }));
    expect(words(invitation(town, key))).toContain('You are no longer taking part in the test');
  });

  it('is known by the name that it was sent under when each time had an invitation of its own', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan();
    const subjectKey = `${key}_invitation_20261208080000000`;
    await town.context.list(Campaigns).create({
      ...{ key: invitationCampaignKey(subjectKey), title: 'x', kind: 'testInvitation', subjectKey, state: 'finished' },
      ...{ startedAt: nowOf(town.context.clock), startedBy: anne },
    });
    expect(await campaigns(town, testInvitationKind)).toMatchObject([
      { subjectKey, audience: ['anne', 'isk-nord', 'manager-nord'] },
    ]);
    expect(words(testInvitationCardFor(town.context, subjectKey, anne))).toContain('Du er med tirsdag 8. december');
  });
});

describe('the card of an inject', () => {
  const card = async (town: TestedTown, key: string) => injectCardFor(town.context, injectSubject(key, 'first'), anne);

  it('says that it is an exercise and what happens, and asks what one does', async () => {
    const town = await aTestedTown();
    const key = await atFirstInject(town);
    const sent = await card(town, key);
    expect(lintCard(sent)).toEqual([]);
    expect(words(sent)).toContain('Det her er en øvelse: En morgen uden journal');
    expect(words(sent)).toContain('En pårørende ringer');
    expect(JSON.stringify(sent.card)).toContain('Hvad gør I?');
    expect(buttonsOf(sent)).toEqual(['Skriv i loggen', 'Åbn afprøvningen']);
  });

  it('stays under the limits with the longest of everything', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan({
      ...{ title: 'Ø'.repeat(200), scenario: 'å\n'.repeat(2_000) },
      injects: [{ key: 'first', minute: 0, text: 'æ '.repeat(500) }],
    });
    await startTest(town.context, isk(town), key);
    for (let number = 0; number < 6; number += 1)
      await town.context.list(ContingencyLog).create({
        ...{ key: `log-${number}`, title: 'x', subjectKey: key, kind: 'decision', text: 'ø'.repeat(2_000) },
        ...{ at: testNow(town, key).changedAt, by: anne },
      });
    expect(lintCard(await card(town, key))).toEqual([]);
    expect(lintCard(invitation(town, key))).toEqual([]);
  });

  it('says when the test is over what was written on it, and on no other, and takes nothing more', async () => {
    const town = await aTestedTown();
    const key = await atFirstInject(town);
    const write = (injectKey: string, text: string) =>
      writeLog(town.context, isk(town, 'anne'), {
        ...{ subjectKey: injectSubject(key, injectKey), kind: 'decision', text },
        occasion: injectSubject(key, injectKey),
      });
    for (const text of ['Vi *ringer* rundt', 'Vi kører ud', 'Vi låner en bil', 'Vi er fremme'])
      await write('first', text);
    await write('later', 'Vi venter');
    await writeLog(town.context, isk(town), { subjectKey: key, kind: 'decision', text: 'Skrevet i fanen' });
    await endTest(town.context, isk(town), key);
    const over = await card(town, key);
    expect(lintCard(over)).toEqual([]);
    expect(words(over)).toContain('Der kan ikke skrives mere her.');
    expect(words(over)).toContain('Det her var minut 10 i øvelsen En morgen uden journal:');
    expect(words(over)).toContain('Det skrev I på kortet:');
    expect(words(over).match(/Anne Aagaard: /g)).toHaveLength(3);
    expect(words(over)).toContain('1 mere står i loggen.');
    expect(words(over)).not.toMatch(/Vi venter|Skrevet i fanen/);
    expect(JSON.stringify(over.card)).not.toMatch(/Input.Text|Action.Execute/);
    await town.context.list(ContingencyTests).update(key, () => ({ state: 'cancelled', cancelledReason: 'Brand' }));
    const cancelled = await card(town, key);
    expect(lintCard(cancelled)).toEqual([]);
    expect(words(cancelled)).toContain('Afprøvningen er aflyst, mens den var i gang.');
    expect(words(cancelled)).toContain('Hvorfor: Brand');
  });

  it('tells nothing to somebody who may not see the test', async () => {
    const town = await aTestedTown();
    const key = await atFirstInject(town);
    const seen = injectCardFor(town.context, injectSubject(key, 'first'), person('bo'));
    expect(lintCard(seen)).toEqual([]);
    expect(words(seen)).toContain('Du er ikke med i afprøvningen');
    expect(words(seen)).not.toContain('En pårørende ringer');
  });

  it('is in the reader’s language', async () => {
    const town = await aTestedTown();
    const key = await atFirstInject(town);
    await town.context.list(People).update('anne', () => ({ language: 'en' }));
    const sent = await card(town, key);
    expect(lintCard(sent)).toEqual([]);
    expect(words(sent)).toContain('This is an exercise');
    expect(words(sent)).not.toMatch(/øvelse|afprøvning/i);
    await endTest(town.context, isk(town), key);
    expect(words(await card(town, key))).toContain('Nothing more can be written here.');
  });
});

describe('the button that writes in the log', () => {
  const press = (town: TestedTown, key: string, text: string, who = 'anne') => {
    const button = verbs['contingency.logDecision']?.read({ subjectKey: injectSubject(key, 'first'), text });
    if (!button) throw new Error('no such button');
    return button.run(town.context, isk(town, who));
  };
  const decisions = ({ context }: TestedTown) =>
    context
      .list(ContingencyLog)
      .all()
      .map(({ kind, text, by, subjectKey }) => ({ kind, text, by, subjectKey }));

  it('writes what was decided once, and the same card comes back with it', async () => {
    const town = await aTestedTown();
    const key = await atFirstInject(town);
    const back = await press(town, key, 'Vi ringer rundt');
    await press(town, key, 'Vi ringer rundt');
    expect(decisions(town)).toEqual([{ kind: 'decision', text: 'Vi ringer rundt', by: 'anne', subjectKey: key }]);
    expect(lintCard(back)).toEqual([]);
    expect(words(back)).toContain('Det står i loggen nu.');
    expect(words(back)).toContain('Anne Aagaard: Vi ringer rundt');
    await press(town, key, 'Og kører ud', 'isk-nord');
    expect(decisions(town)).toHaveLength(2);
  });

  it('asks for words when there are none', async () => {
    const town = await aTestedTown();
    const key = await atFirstInject(town);
    expect(words(await press(town, key, '  '))).toContain('Skriv først, hvad I gør');
    expect(decisions(town)).toEqual([]);
  });

  it('says why it is not taken: by somebody who takes no part, or of a test that does not run', async () => {
    const town = await aTestedTown();
    const key = await atFirstInject(town);
    expect(words(await press(town, key, 'Hej', 'bo'))).toContain('Kun dem, der er med, kan skrive i loggen.');
    await cancelTest(town.context, isk(town), key, 'Brand');
    const late = await press(town, key, 'Hej');
    expect(lintCard(late)).toEqual([]);
    expect(words(late)).toContain('Loggen er lukket.');
    expect(buttonsOf(late)).toEqual(['Åbn afprøvningen']);
    expect(decisions(town)).toEqual([]);
  });

  it('takes what is written just after the end, for the evaluation', async () => {
    const town = await aTestedTown();
    const key = await atFirstInject(town);
    await endTest(town.context, isk(town), key);
    const late = await press(town, key, 'Vi var på vej');
    expect(decisions(town)).toHaveLength(1);
    expect(lintCard(late)).toEqual([]);
    expect(words(late)).toContain('Afprøvningen var slut, men det står i loggen nu.');
    expect(words(late)).toContain('Anne Aagaard: Vi var på vej');
    expect(words(await press(town, key, ''))).not.toContain('Skriv først');
    expect(buttonsOf(late)).toEqual(['Åbn afprøvningen']);
  });

  it('answers on a stale card in the language of whoever presses, with the test as it is now', async () => {
    const town = await aTestedTown();
    const key = await anEndedTest(town);
    await town.context.list(People).update('anne', () => ({ language: 'en' }));
    await town.context.list(ContingencyTests).update(key, () => ({ state: 'closed', passed: true }));
    const late = await press(town, key, 'On our way');
    expect(lintCard(late)).toEqual([]);
    expect(words(late)).toContain('The log is closed. Nothing more can be written in it.');
    expect(words(late)).toContain('The test is over');
    expect(decisions(town)).toEqual([]);
  });
});
