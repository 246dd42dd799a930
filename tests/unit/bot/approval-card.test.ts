import { beforeEach, describe, expect, test } from 'vitest';
import {
  approvalCampaignKey,
  ApprovalRequests,
  recordDecision,
  stageKey,
  withdrawApproval,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { unavailable, type LocalDate } from '../../../api/kernel/index.ts';
import { approvalCardFor } from '../../../bot/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import { the } from '../organisation/builders.ts';
import {
  aCommittee,
  aStage,
  cardOf,
  changeSeat,
  council,
  management,
  managers,
  onLeave,
  person,
  press,
  procedure,
  removeMember,
  sentTo,
  submit,
  vote,
} from './an-approval.ts';
import { buttonsOf, lintCard, textsOf } from './lint-card.ts';

let context: Context;
let setNow: (moment: string) => void;
let thing: Awaited<ReturnType<typeof aCommittee>>['thing'];
beforeEach(async () => {
  ({ context, setNow, thing } = await aCommittee());
});
const words = (message: ChatMessage) => textsOf(message).join('\n');
const stored = (key: string) => context.list(ApprovalRequests).get(key);

describe('the question', () => {
  test('says what, from whom, how far, by when and why, and is answered by one press', async () => {
    const request = await submit(context);
    await vote(context, request, 'mia', 'approve');
    await vote(context, request, 'nils', 'askChanges');
    const card = cardOf(context, request, 'chair');
    expect(lintCard(card)).toEqual([]);
    expect(textsOf(card)).toEqual([
      'Til godkendelse: Lokal procedure – Udlevering af journaler',
      'Fra Mette Sørensen · Center for nord',
      'Nyt: vi spørger om legitimation.',
      '2 af 5 har stemt. Flertallet afgør det, når mindst 3 har stemt for eller imod, og de, der mangler, ikke kan ændre det.',
      'Mia Lund',
      'har godkendt',
      'Nils Bach',
      'vil have ændringer',
      'Tag stilling senest 1. december (om 7 dage).',
      'Du får kortet, fordi du er formand for Informationssikkerhedsudvalget.',
      expect.stringMatching(/^Vil du afvise den helt, eller er du inhabil\? Det gør du \[under Godkendelser\]\(https:/),
    ]);
    expect(card.summary).toBe(
      'Til godkendelse: Lokal procedure – Udlevering af journaler, senest 1. december (om 7 dage)',
    );
    expect(buttonsOf(card)).toEqual(['Godkend', 'Send tilbage', 'Se det hele']);
  });

  test('carries ids and the hash and nothing else', async () => {
    const request = await submit(context);
    const { actions } = cardOf(context, request, 'chair').card as { actions: { data?: object }[] };
    expect(actions[0]?.data).toEqual({
      requestKey: request.key,
      stage: '1',
      contentHash: request.contentHash,
      choice: 'approve',
    });
  });

  test('counts what has changed against what is in force, and against the round before', async () => {
    thing.inForce = { ...procedure, text: 'Vi udleverer til alle.\n\nGammelt afsnit helt for sig.' };
    const first = await submit(context);
    expect(words(cardOf(context, first, 'mia'))).toContain('I forhold til det, der gælder nu: ');
    for (const who of ['chair', 'mia', 'nils']) await vote(context, first, who, 'askChanges');
    const text = `${procedure.text}\n\nVi skriver ned, hvem der fik den.`;
    thing.content = { ...procedure, text };
    const second = await submit(context, [aStage()], { content: thing.content });
    const card = cardOf(context, second, 'mia');
    expect(words(card)).toContain('Siden forrige runde: 1 nyt afsnit.');
    expect(words(card)).toContain('Fra Mette Sørensen · Center for nord · 2. runde');
    expect(lintCard(card)).toEqual([]);
  });

  test('tells a deputy in whose place it is', async () => {
    await changeSeat(context, 'mia', { deputyId: person('deputy') });
    await onLeave(context, 'mia');
    const request = await submit(context);
    const card = cardOf(context, request, 'deputy');
    expect(words(card)).toContain('Du får kortet som stedfortræder for Mia Lund.');
    const { message } = await press(context, 'deputy', card, 'Godkend');
    expect(words(message)).toContain('Det tæller som en stemme fra Mia Lund.');
    expect(words(message)).toContain('har godkendt (ved Dorte Juul)');
    expect(words(cardOf(context, request, 'mia'))).toContain('Dorte Juul stemmer som din stedfortræder');
    expect(lintCard(message)).toEqual([]);
  });

  test('says to the CISO that the centre has no manager who can decide', async () => {
    await onLeave(context, 'manager');
    const request = await submit(context, [managers]);
    expect(words(cardOf(context, request, 'ciso'))).toContain('Center for nord ikke har en centerchef');
  });

  test('asks nobody when the content has been changed since it was sent', async () => {
    const request = await submit(context);
    const card = cardOf(context, request, 'mia');
    thing.content = { ...procedure, text: 'Noget helt andet.' };
    const { message, settled } = await press(context, 'mia', card, 'Godkend');
    expect(settled).toBe(true);
    expect(words(message)).toContain('Indholdet er ændret, efter at den blev sendt. Mette Sørensen skal trække');
    expect(buttonsOf(message)).toEqual(['Se det hele']);
    expect(lintCard(message)).toEqual([]);
    expect(stored(request.key)?.stages[0]?.votes).toEqual([]);
  });

  test('keeps long and nasty texts harmless and small', async () => {
    const nasty = `**Fed** [klik](javascript:alert(1)) <b>ø</b> 🙂 ${'å'.repeat(200)}`;
    const request = await submit(context, [aStage()], {
      content: (thing.content = { title: nasty, text: nasty }),
      summary: Array.from({ length: 9 }, () => `# {{navn}} ${nasty}`).join('\n'),
    });
    await context.list(ApprovalRequests).update(request.key, () => ({ title: nasty }));
    for (const who of ['mia', 'nils']) await vote(context, request, who, 'approve');
    for (const who of ['chair', 'mia']) {
      const card = cardOf(context, request, who);
      expect(lintCard(card)).toEqual([]);
      expect(words(card)).not.toContain('](javascript:');
      expect(words(card)).not.toContain('**Fed**');
    }
  });
});

describe('a press', () => {
  test('approves, and the card becomes the receipt that may be changed', async () => {
    const request = await submit(context);
    const { message, settled } = await press(context, 'mia', cardOf(context, request, 'mia'), 'Godkend');
    expect(settled).toBe(true);
    expect(lintCard(message)).toEqual([]);
    expect(message.summary).toBe('Du godkendte Lokal procedure – Udlevering af journaler den 24. nov. 2026 kl. 10.00.');
    expect(textsOf(message)[0]).toBe('Tak, Mia');
    expect(words(message)).toContain('Du kan ændre din stemme, indtil afstemningen er slut.');
    expect(buttonsOf(message)).toEqual(['Skift til Send tilbage', 'Se det hele']);
    expect(stored(request.key)?.stages[0]?.votes).toMatchObject([{ seat: 'mia', choice: 'approve', via: 'card' }]);
  });

  test('twice gives one vote and the same receipt', async () => {
    const request = await submit(context);
    const card = cardOf(context, request, 'mia');
    await press(context, 'mia', card, 'Godkend');
    const { message, settled } = await press(context, 'mia', card, 'Godkend');
    expect(settled).toBe(true);
    expect(words(message)).toContain('Din stemme var allerede registreret.');
    expect(stored(request.key)?.stages[0]?.votes).toHaveLength(1);
  });

  test('on Send tilbage without a comment gives the same card, which says what is missing', async () => {
    const request = await submit(context);
    const card = cardOf(context, request, 'mia');
    const { message, settled } = await press(context, 'mia', card, 'Send tilbage', { comment: '  ' });
    expect(settled).toBe(true);
    expect(textsOf(message)[0]).toContain('Skriv i feltet, hvad der skal ændres');
    expect(buttonsOf(message)).toEqual(buttonsOf(card));
    expect(stored(request.key)?.stages[0]?.votes).toEqual([]);
    expect(lintCard(message)).toEqual([]);
    const sent = await press(context, 'mia', message, 'Send tilbage', { comment: 'Skriv hvem' });
    expect(words(sent.message)).toContain('Du skrev: Skriv hvem');
    expect(buttonsOf(sent.message)).toEqual(['Skift til Godkend', 'Se det hele']);
  });

  test('may be changed until the stage closes', async () => {
    const request = await submit(context);
    const first = await press(context, 'mia', cardOf(context, request, 'mia'), 'Send tilbage', { comment: 'Vent' });
    const { message } = await press(context, 'mia', first.message, 'Skift til Godkend');
    expect(message.summary).toContain('Du godkendte');
    expect(stored(request.key)?.stages[0]?.votes.map(({ choice }) => choice)).toEqual(['askChanges', 'approve']);
  });

  test('that closes the stage answers with the result and what comes next', async () => {
    const request = await submit(context, [aStage(), management, council]);
    await vote(context, request, 'chair', 'approve');
    await vote(context, request, 'nils', 'reject');
    await vote(context, request, 'ole', 'approve');
    const { message } = await press(context, 'mia', cardOf(context, request, 'mia'), 'Godkend');
    expect(textsOf(message)).toEqual([
      'Godkendt: Lokal procedure – Udlevering af journaler',
      'Informationssikkerhedsudvalget godkendte den 24. nov. 2026 kl. 10.00.',
      'Stemmerne: 3 for, 1 imod.',
      'Du godkendte.',
      'Nils Bach: Der mangler et afsnit',
      'Nu skal Koncernledelsen tage stilling.',
    ]);
    expect(lintCard(message)).toEqual([]);
  });

  test('of an earlier body says what a later one has decided since', async () => {
    const request = await submit(context, [aStage(), management]);
    for (const who of ['chair', 'mia', 'nils']) await vote(context, request, who, 'approve');
    for (const who of ['anna', 'bent']) await vote(context, request, who, 'reject', 2);
    expect(textsOf(cardOf(context, request, 'mia')).slice(-2)).toEqual([
      'Koncernledelsen afviste den 24. nov. 2026 kl. 10.00.',
      'Der skal ikke gøres mere.',
    ]);
    expect(textsOf(cardOf(context, request, 'anna', 2)).join()).not.toContain(
      'Informationssikkerhedsudvalget godkendte',
    );
  });

  test('after the close is the result, and says that it came too late', async () => {
    const request = await submit(context);
    const card = cardOf(context, request, 'pia');
    for (const who of ['chair', 'mia', 'nils']) await vote(context, request, who, 'approve');
    const { message, settled } = await press(context, 'pia', card, 'Send tilbage', { comment: 'Nej' });
    expect(settled).toBe(true);
    expect(textsOf(message)[0]).toBe('Afstemningen var slut, før dit tryk nåede frem. Det har ikke ændret noget.');
    expect(words(message)).toContain('Hermed er den endeligt godkendt.');
    expect(buttonsOf(message)).toEqual(['Se det hele']);
    expect(lintCard(message)).toEqual([]);
  });

  test('on the card of an older round says so and leads to the newer one', async () => {
    const first = await submit(context);
    const card = cardOf(context, first, 'pia');
    for (const who of ['chair', 'mia', 'nils']) await vote(context, first, who, 'askChanges');
    const second = await submit(context);
    const { message, settled } = await press(context, 'pia', card, 'Godkend');
    expect(settled).toBe(true);
    expect(textsOf(message)[0]).toBe('Den er sendt igen. Det er 2. runde, der gælder nu.');
    expect(buttonsOf(message)).toEqual(['Se 2. runde']);
    expect(JSON.stringify(message.card)).toContain(encodeURIComponent(`/approvals/${second.key}`));
    expect(stored(second.key)?.stages[0]?.votes).toEqual([]);
    expect(lintCard(message)).toEqual([]);
  });

  test('on a round that was approved shows that it was, also when it is up for renewal', async () => {
    const first = await submit(context, [managers]);
    const card = cardOf(context, first, 'manager');
    await vote(context, first, 'manager', 'approve');
    await submit(context, [managers], { purpose: 'renewal' });
    const { message } = await press(context, 'manager', card, 'Godkend');
    expect(textsOf(message)[0]).toContain('Godkendt: ');
  });

  test('of a member who was removed changes nothing and says it plainly', async () => {
    const request = await submit(context);
    const card = cardOf(context, request, 'mia');
    await sentTo(context, approvalCampaignKey(stageKey(request, 1)), 'mia');
    await removeMember(context, 'mia');
    const { message, settled } = await press(context, 'mia', card, 'Godkend');
    expect(settled).toBe(true);
    expect(words(message)).toContain('Du er ikke længere med til at afgøre den.');
    expect(stored(request.key)?.stages[0]?.votes).toEqual([]);
    expect(lintCard(message)).toEqual([]);
  });

  test('of a removed member’s earlier vote stays counted, and the card says so', async () => {
    const request = await submit(context);
    await vote(context, request, 'mia', 'approve');
    await removeMember(context, 'mia');
    expect(words(cardOf(context, request, 'mia'))).toContain(
      'Din stemme fra 24. nov. 2026 kl. 10.00 tæller stadig med.',
    );
  });

  test('of the one who sent it is refused with the reason', async () => {
    const request = await submit(context, [aStage()], { by: 'mia' });
    const card = cardOf(context, request, 'chair');
    const { message } = await press(context, 'mia', card, 'Godkend');
    expect(words(message)).toContain('Du har selv sendt den, og ingen afgør sin egen sag.');
    expect(lintCard(message)).toEqual([]);
  });

  test('while SharePoint is away can be tried again, and nothing is counted', async () => {
    const request = await submit(context);
    const card = cardOf(context, request, 'mia');
    const list = context.list(ApprovalRequests);
    const away: Context = {
      ...context,
      list: ((definition) =>
        definition === (ApprovalRequests as unknown)
          ? { ...list, update: () => Promise.reject(unavailable('sharepoint.away')) }
          : context.list(definition)) as Context['list'],
    };
    const { message, settled } = await press(away, 'mia', card, 'Godkend');
    expect(settled).toBe(false);
    expect(buttonsOf(message)[0]).toBe('Prøv igen');
    const { message: after } = await press(context, 'mia', message, 'Prøv igen');
    expect(after.summary).toContain('Du godkendte');
    const back = await press(away, 'nils', cardOf(context, request, 'nils'), 'Send tilbage', {
      comment: 'Hvem gør det?',
    });
    await press(context, 'nils', back.message, 'Prøv igen');
    expect(stored(request.key)?.stages[0]?.votes[1]).toMatchObject({ choice: 'askChanges', reason: 'Hvem gør det?' });
  });

  test('of another card’s making is refused like any other', async () => {
    const request = await submit(context);
    const card = cardOf(context, request, 'mia');
    const { message } = await press(context, 'mia', card, 'Godkend', { choice: 'everything' });
    expect(textsOf(message)[0]).toBe('Kortet passer ikke mere');
    const changed = await press(context, 'mia', card, 'Godkend', { contentHash: 'another' });
    expect(stored(request.key)?.stages[0]?.votes).toEqual([]);
    expect(changed.settled).toBe(true);
  });
});

describe('what became of it', () => {
  test('withdrawn, with by whom and why', async () => {
    const request = await submit(context);
    await withdrawApproval(context, the(context, 'isk'), { requestKey: request.key, reason: 'Fejl i *teksten*' });
    const card = cardOf(context, request, 'mia');
    expect(textsOf(card)[0]).toBe('Trukket tilbage: Lokal procedure – Udlevering af journaler');
    expect(words(card)).toContain('Mette Sørensen trak den tilbage den 24. nov. 2026 kl. 10.00.');
    expect(lintCard(card)).toEqual([]);
  });

  test('decided in a meeting, with its date and item; nobody votes on it by card', async () => {
    const request = await submit(context, [council]);
    expect(words(cardOf(context, request, 'chair'))).toContain('Den bliver afgjort i et møde');
    await recordDecision(context, the(context, 'secretary'), {
      requestKey: request.key,
      stage: 1,
      meetingOn: '2026-11-23' as LocalDate,
      itemNumber: '7',
      outcome: 'returned',
      note: 'Udvalget skal se på den igen',
    });
    const card = cardOf(context, request, 'chair');
    expect(words(card)).toContain('Byrådet sendte den tilbage den 23. nov. 2026.');
    expect(words(card)).toContain('Besluttet i mødet 23. nov. 2026, punkt 7.');
    expect(words(card)).toContain('Mette Sørensen kan rette den og sende den igen.');
    expect(lintCard(card)).toEqual([]);
  });

  test('one person’s decision bears the name', async () => {
    const request = await submit(context, [managers]);
    const card = cardOf(context, request, 'manager');
    expect(words(card)).toContain('Du får kortet, fordi du er centerchef i Center for nord.');
    const { message } = await press(context, 'manager', card, 'Godkend');
    expect(words(message)).toContain('Bo Ærø godkendte den 24. nov. 2026 kl. 10.00.');
    expect(words(message)).not.toContain('Stemmerne');
  });

  test('decided before its turn came, waiting, late, and gone', async () => {
    const request = await submit(context, [aStage(), management]);
    expect(words(cardOf(context, request, 'anna', 2))).toContain('Du får et kort, når det er Koncernledelsen');
    setNow('2026-12-01T10:00:00Z');
    await vote(context, request, 'mia', 'approve');
    expect(words(cardOf(context, request, 'chair'))).toContain('senest 1. december (i dag)');
    for (const who of ['chair', 'nils', 'ole']) await vote(context, request, who, 'reject');
    for (const card of [cardOf(context, request, 'anna', 2), approvalCardFor(context, 'nothing_s1', person('mia'))])
      expect(lintCard(card)).toEqual([]);
    expect(textsOf(cardOf(context, request, 'anna', 2))[0]).toContain('Afvist: ');
    expect(textsOf(approvalCardFor(context, 'nothing_s1', person('mia')))[0]).toBe('Den findes ikke mere');
  });
});

test('every state is complete in English', async () => {
  ({ context, setNow, thing } = await aCommittee('en'));
  await changeSeat(context, 'pia', { deputyId: person('deputy') });
  await onLeave(context, 'pia');
  const request = await submit(context, [aStage(), management]);
  const key = stageKey(request, 1);
  const cards: ChatMessage[] = [];
  const note = () =>
    cards.push(
      ...['chair', 'mia', 'isk', 'pia', 'deputy', 'other'].map((who) => approvalCardFor(context, key, person(who))),
    );
  note();
  await vote(context, request, 'mia', 'askChanges');
  await vote(context, request, 'deputy', 'abstain');
  note();
  for (const who of ['chair', 'nils']) await vote(context, request, who, 'askChanges');
  note();
  const second = await submit(context);
  note();
  await withdrawApproval(context, the(context, 'isk'), { requestKey: second.key });
  cards.push(cardOf(context, second, 'mia'));
  for (const card of cards) {
    expect(lintCard(card)).toEqual([]);
    expect(words(card)).not.toMatch(/[Dd]u |stemt|senest|udvalget (s|g)|kortet/);
  }
});
