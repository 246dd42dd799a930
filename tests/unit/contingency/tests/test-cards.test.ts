import { describe, expect, it } from 'vitest';
import { ContingencyLog } from '../../../../api/contingency/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { cancelTest, endTest, startTest } from '../../../../api/contingency/tests/move-test.ts';
import { changeTest } from '../../../../api/contingency/tests/plan-test.ts';
import { injectSubject } from '../../../../api/contingency/tests/inject-keys.ts';
import { invitationSubject } from '../../../../api/contingency/tests/test-campaigns.ts';
import { injectCardFor, testInvitationCardFor, verbs } from '../../../../bot/index.ts';
import type { ChatMessage } from '../../../../bot/sending/chat-port.ts';
import { person } from '../../organisation/builders.ts';
import { buttonsOf, lintCard, textsOf } from '../../bot/lint-card.ts';
import { aBody, aRunningTest, aTestedTown, isk, testNow, type TestedTown } from './tested-town.ts';

const words = (card: ChatMessage) => textsOf(card).join('\n');
const anne = person('anne');

const invitation = (town: TestedTown, key: string, who = anne) =>
  testInvitationCardFor(town.context, invitationSubject(testNow(town, key)), who);

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

  it('says on the old card that the time is another, and that a test is called off, running or held', async () => {
    const town = await aTestedTown();
    const { context } = town;
    const { key } = await town.plan();
    const subject = invitationSubject(testNow(town, key));
    await changeTest(context, isk(town), key, aBody({ on: '2026-12-10' }));
    expect(words(testInvitationCardFor(context, subject, anne))).toContain('Tiden er ændret');
    await startTest(context, isk(town), key);
    expect(words(testInvitationCardFor(context, subject, anne))).toContain('Afprøvningen er i gang');
    await cancelTest(context, isk(town), key, '**Brand** i [køkkenet](http://x)');
    const cancelled = invitation(town, key);
    expect(lintCard(cancelled)).toEqual([]);
    expect(words(cancelled)).toContain('Du skal ikke gøre noget.');
    expect(words(cancelled)).not.toContain('**Brand**');
    const gone = testInvitationCardFor(context, 'nothing', anne);
    expect(lintCard(gone)).toEqual([]);
    expect(words(gone)).toContain('Afprøvningen findes ikke mere');
  });
});

describe('the card of an inject', () => {
  const card = async (town: TestedTown, key: string) => injectCardFor(town.context, injectSubject(key, 'first'), anne);

  it('says that it is an exercise and what happens, and asks what one does', async () => {
    const town = await aTestedTown();
    const key = await aRunningTest(town);
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

  it('is in the reader’s language', async () => {
    const town = await aTestedTown();
    const key = await aRunningTest(town);
    await town.context.list(People).update('anne', () => ({ language: 'en' }));
    const sent = await card(town, key);
    expect(lintCard(sent)).toEqual([]);
    expect(words(sent)).toContain('This is an exercise');
    expect(words(sent)).not.toMatch(/øvelse|afprøvning/i);
  });
});

describe('the button that writes in the log', () => {
  const press = (town: TestedTown, key: string, text: string, who = 'anne') => {
    const verb = verbs['contingency.logDecision'];
    if (!verb) throw new Error('no such button');
    return verb.run(town.context, isk(town, who), { subjectKey: injectSubject(key, 'first'), text });
  };
  const decisions = ({ context }: TestedTown) =>
    context
      .list(ContingencyLog)
      .all()
      .map(({ kind, text, by, subjectKey }) => ({ kind, text, by, subjectKey }));

  it('writes what was decided once, and the same card comes back with it', async () => {
    const town = await aTestedTown();
    const key = await aRunningTest(town);
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
    const key = await aRunningTest(town);
    expect(words(await press(town, key, '  '))).toContain('Skriv først, hvad I gør');
    expect(decisions(town)).toEqual([]);
  });

  it('says why it is not taken: by somebody who takes no part, or of a test that does not run', async () => {
    const town = await aTestedTown();
    const key = await aRunningTest(town);
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
    const key = await aRunningTest(town);
    await endTest(town.context, isk(town), key);
    await press(town, key, 'Vi var på vej');
    expect(decisions(town)).toHaveLength(1);
  });
});
