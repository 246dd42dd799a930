import { beforeEach, describe, expect, test } from 'vitest';
import { Agendas, ApprovalRequests, type Agenda } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { nowOf, unavailable, type LocalDate } from '../../../api/kernel/index.ts';
import { agendaCardFor } from '../../../bot/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import {
  aCommittee,
  aStage,
  changeSeat,
  management,
  onLeave,
  person,
  press,
  procedure,
  submit,
  vote,
} from './an-approval.ts';
import { buttonsOf, lintCard, textsOf } from './lint-card.ts';

let context: Context;
let thing: Awaited<ReturnType<typeof aCommittee>>['thing'];
beforeEach(async () => {
  ({ context, thing } = await aCommittee());
});
const words = (message: ChatMessage) => textsOf(message).join('\n');
const card = (who = 'mia') => agendaCardFor(context, 'moede-1', person(who));
const requests = async (count: number, stages = [aStage()]) => {
  const made = [];
  for (let number = 1; number <= count; number += 1)
    made.push(await submit(context, stages, { subjectKey: `sag-${number}` }));
  return made;
};
const anAgenda = (requestKeys: string[], changes: Partial<Agenda> = {}) =>
  context.list(Agendas).create({
    ...{ key: 'moede-1', title: 'Novembermøde', body: 'securityCommittee', meetsOn: '2026-12-01' as LocalDate },
    ...{ note: 'Læs nr. 2 grundigt', requestKeys, state: 'sent', madeBy: person('ciso') },
    madeAt: nowOf(context.clock),
    ...changes,
  });
const choices = (key: string) =>
  context
    .list(ApprovalRequests)
    .get(key)
    ?.stages[0]?.votes.map(({ choice }) => choice);

describe('the card of a meeting', () => {
  test('names its day, every item with how it stands, and approves them all by one press', async () => {
    const [one, two, three] = await requests(3, [aStage(), management]);
    await anAgenda([one!.key, two!.key, three!.key, 'gone']);
    await vote(context, two!, 'mia', 'askChanges');
    for (const who of ['chair', 'nils', 'ole']) await vote(context, three!, who, 'approve');
    expect(lintCard(card())).toEqual([]);
    const title = 'Lokal procedure – Udlevering af journaler';
    expect(textsOf(card()).map((text) => text.replace('\u200b', ''))).toEqual([
      'Dagsorden til 1. december: Novembermøde',
      '4 sager i Informationssikkerhedsudvalget',
      'Læs nr. 2 grundigt',
      `1. ${title}`,
      'mangler din stemme · 0 af 5 har stemt',
      `2. ${title}`,
      'du vil have ændringer · 1 af 5 har stemt',
      `3. ${title}`,
      'godkendt 24. november',
      '4. Sagen findes ikke mere',
      'Er der noget, du ikke vil godkende, så tag det for sig i dagsordenen.',
    ]);
    expect(buttonsOf(card())).toEqual(['Godkend den ene', 'Se dagsordenen']);
    expect(card().summary).toBe('Dagsorden til 1. december: 1 sag venter på dig');
  });

  test('approves what is open and mine, leaves what I answered, and is done', async () => {
    const [one, two, three] = await requests(3);
    await anAgenda([one!.key, two!.key, three!.key]);
    await vote(context, two!, 'mia', 'askChanges');
    const { message, settled } = await press(context, 'mia', card(), 'Godkend alle 2');
    expect(settled).toBe(true);
    expect(textsOf(message)[0]).toBe('Tak, Mia. Du godkendte 2 sager.');
    expect([one, two, three].map((each) => choices(each!.key))).toEqual([['approve'], ['askChanges'], ['approve']]);
    expect(buttonsOf(message)).toEqual(['Se dagsordenen']);
    expect(lintCard(message)).toEqual([]);
  });

  test('tells a deputy in whose place it is, and counts the votes there', async () => {
    await changeSeat(context, 'mia', { deputyId: person('deputy') });
    await onLeave(context, 'mia');
    const [one] = await requests(1);
    await anAgenda([one!.key]);
    expect(words(card('deputy'))).toContain('Du får kortet som stedfortræder for Mia Lund.');
    await press(context, 'deputy', card('deputy'), 'Godkend den ene');
    expect(context.list(ApprovalRequests).get(one!.key)?.stages[0]?.votes).toMatchObject([
      { seat: 'mia', by: 'deputy', choice: 'approve' },
    ]);
    expect(buttonsOf(card('mia'))).toEqual(['Se dagsordenen']);
  });

  test('pressed twice gives one vote each', async () => {
    const [one, two] = await requests(2);
    await anAgenda([one!.key, two!.key]);
    const shown = card();
    await press(context, 'mia', shown, 'Godkend alle 2');
    const { message } = await press(context, 'mia', shown, 'Godkend alle 2');
    expect(words(message)).toContain('Du har svaret på det hele.');
    expect(choices(one!.key)).toEqual(['approve']);
  });

  test('that was changed since comes back changed, and nothing is approved', async () => {
    const [one, two, three] = await requests(3);
    await anAgenda([one!.key, two!.key]);
    const shown = card();
    await context.list(Agendas).update('moede-1', () => ({ requestKeys: [one!.key, two!.key, three!.key] }));
    const { message, settled } = await press(context, 'mia', shown, 'Godkend alle 2');
    expect(settled).toBe(true);
    expect(textsOf(message)[0]).toContain('Dagsordenen er ændret, siden kortet kom.');
    expect(choices(one!.key)).toEqual([]);
    expect(buttonsOf(message)).toEqual(['Godkend alle 3', 'Se dagsordenen']);
    await press(context, 'mia', message, 'Godkend alle 3');
    expect(choices(three!.key)).toEqual(['approve']);
  });

  test('of which others decided one in between still approves the rest', async () => {
    const [one, two] = await requests(2);
    await anAgenda([one!.key, two!.key]);
    const shown = card();
    for (const who of ['chair', 'nils', 'ole']) await vote(context, one!, who, 'askChanges');
    const { message } = await press(context, 'mia', shown, 'Godkend alle 2');
    expect(textsOf(message)[0]).toBe('Tak, Mia. Du godkendte 1 sag.');
    expect(words(message)).toContain('sendt tilbage 24. november');
  });

  test('says of an item whose content was changed that it cannot be approved', async () => {
    const [one] = await requests(1);
    await anAgenda([one!.key]);
    const shown = card();
    thing.content = { ...procedure, text: 'Andet' };
    const { message } = await press(context, 'mia', shown, 'Godkend den ene');
    expect(words(message)).toContain('kan ikke godkendes, fordi indholdet er ændret');
    expect(choices(one!.key)).toEqual([]);
  });

  test('asks nothing of somebody who is no member, nor when the meeting has been held or the agenda is gone', async () => {
    const [one] = await requests(1);
    await anAgenda([one!.key]);
    const shown = card();
    // Nor a way to a page that is closed to them.
    expect(buttonsOf(card('other'))).toEqual([]);
    await press(context, 'other', shown, 'Godkend den ene');
    expect(choices(one!.key)).toEqual([]);
    await context.list(Agendas).update('moede-1', () => ({ state: 'closed' }));
    const { message } = await press(context, 'mia', shown, 'Godkend den ene');
    expect(words(message)).toContain('Mødet er holdt.');
    await context.list(Agendas).remove('moede-1');
    expect(lintCard((await press(context, 'mia', shown, 'Godkend den ene')).message)).toEqual([]);
  });

  test('can be pressed again when SharePoint was away, for all or for the rest', async () => {
    const [one, two] = await requests(2);
    await anAgenda([one!.key, two!.key]);
    const shown = card();
    const list = context.list(ApprovalRequests);
    const awayFor = (...keys: string[]): Context => ({
      ...context,
      list: ((definition) =>
        definition === (ApprovalRequests as unknown)
          ? {
              ...list,
              all: () => list.all(),
              update: ((key, change) =>
                keys.includes(key)
                  ? Promise.reject(unavailable('sharepoint.away'))
                  : list.update(key, change)) as typeof list.update,
            }
          : context.list(definition)) as Context['list'],
    });
    const none = await press(awayFor(one!.key, two!.key), 'mia', shown, 'Godkend alle 2');
    expect(none.settled).toBe(false);
    expect(buttonsOf(none.message)[0]).toBe('Prøv igen');
    const { message } = await press(awayFor(two!.key), 'mia', shown, 'Godkend alle 2');
    expect(textsOf(message)[0]).toContain('Du godkendte 1 sag. 1 sag nåede vi ikke');
    expect(buttonsOf(message)).toEqual(['Godkend den ene', 'Se dagsordenen']);
    await press(context, 'mia', message, 'Godkend den ene');
    expect([one, two].map((each) => choices(each!.key))).toEqual([['approve'], ['approve']]);
  });

  test.each(['da', 'en'] as const)('is small and complete in %s with 60 long items', async (language) => {
    ({ context, thing } = await aCommittee(language));
    const made = await requests(60);
    const title = `**Fed** [x](javascript:y) 🙂 ${'å'.repeat(220)}`;
    for (const { key } of made) await context.list(ApprovalRequests).update(key, () => ({ title }));
    await anAgenda(
      made.map(({ key }) => key),
      { title, note: `# ${title}\n`.repeat(9) },
    );
    await vote(context, made[0]!, 'mia', 'abstain');
    expect(lintCard(card())).toEqual([]);
    expect(words(card())).not.toContain('](javascript:');
  });
});
