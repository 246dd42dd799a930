import { beforeEach, describe, expect, test } from 'vitest';
import type { Language, PersonId } from '../../../api/kernel/index.ts';
import { actorOf, People } from '../../../api/organisation/index.ts';
import { acknowledgePolicy } from '../../../api/policy/index.ts';
import { answerCommand, groupCard } from '../../../bot/commands/index.ts';
import { coordinatorCard, welcomeCard } from '../../../bot/organisation/index.ts';
import { aCentre, anne, aPerson, aPolicy, aRole, born, botContext, mette, voksne } from './bot-context.ts';
import { buttonsOf, lintCard, textsOf } from './lint-card.ts';

let context: ReturnType<typeof botContext>['context'];
const person = (number: number) => `22222222-0000-4000-8000-${String(number).padStart(12, '0')}` as PersonId;
const ask = (text: string, who = anne) => {
  const actor = actorOf(context, who);
  if (!actor) throw new Error('not employed');
  return answerCommand(context, actor, text);
};
const shown = (text: string, who?: PersonId) => textsOf(ask(text, who)).join('\n');

beforeEach(async () => {
  ({ context } = botContext());
  await aCentre(context, voksne, 'Center for Voksne og Velfærd');
  await aCentre(context, born, 'Center for *Børn* og Unge');
  await aPerson(context, anne);
  await aPerson(context, mette, { title: 'Mette Sørensen', jobTitle: 'Konsulent', mail: 'mette_s@ishoj.example' });
  await aRole(context, mette, 'coordinator', voksne);
});

describe('answerCommand', () => {
  test('answers in the language of the command', () => {
    expect(ask('my tasks').summary).toBe('You are up to date');
    expect(ask('mine opgaver').summary).toBe('Du er færdig');
    expect(ask('hvem er min ISK').summary).toBe('Din ISK er Mette Sørensen');
    expect(ask('who is my ISK').summary).toBe('Your ISK is Mette Sørensen');
  });

  test('answers in the person’s own language when the words belong to both', async () => {
    await context.list(People).update(anne, () => ({ language: 'en' }));
    expect(ask('ISK').summary).toBe('Your ISK is Mette Sørensen');
  });

  test('answers anything else with what can be asked', () => {
    expect(ask('kan jeg få kaffe').summary).toContain('Det forstod jeg ikke');
    expect(shown('kan jeg få kaffe')).toContain('mine opgaver');
  });

  test('lists what is owed with its date, and nothing that is done', async () => {
    await aPolicy(context);
    expect(ask('mine opgaver').summary).toBe('Du har 1 opgave om informationssikkerhed');
    expect(shown('mine opgaver')).toContain('senest 12. december (om 18 dage)');
    const actor = actorOf(context, anne);
    if (!actor) throw new Error('not employed');
    await acknowledgePolicy(context, actor, { versionKey: 'policy-4.0', channel: 'tab' });
    expect(ask('mine opgaver').summary).toBe('Du er færdig');
  });

  test('says where reminders are chosen, and that some cannot be switched off', () => {
    expect(JSON.stringify(ask('stop').card)).toContain('tasks%2Freminders');
    expect(shown('skriv ikke til mig mere')).toContain('kan ikke slås fra');
    expect(shown('stop writing to me')).toContain('cannot be switched off');
    expect(shown('hjælp')).toContain('**påmindelser**');
  });

  test('suggests status only to those who may see it', () => {
    expect(shown('hjælp')).not.toContain('**status**');
    expect(shown('hjælp', mette)).toContain('**status**');
  });
});

describe('status', () => {
  beforeEach(async () => {
    await aPolicy(context);
    for (let number = 0; number < 10; number += 1)
      await aPerson(context, person(number), { title: `Person ${number}`, centreId: number < 6 ? born : voksne });
    for (const number of [0, 1, 2, 6]) {
      const actor = actorOf(context, person(number));
      if (actor) await acknowledgePolicy(context, actor, { versionKey: 'policy-4.0', channel: 'tab' });
    }
  });

  test('is a polite no to an employee, without a number', () => {
    expect(shown('status')).not.toMatch(/\d+ ?%/);
    expect(ask('status').summary).toContain('Tallene er for ledere');
  });

  test('shows an ISK the own centre only', () => {
    expect(ask('status', mette).summary).toBe('16,6\u00a0% har bekræftet politikken. 5 mangler.');
    expect(shown('status', mette)).not.toContain('Unge');
  });

  test('shows the CISO the whole, with most missing first', async () => {
    await aRole(context, anne, 'ciso');
    expect(ask('status').summary).toBe('33,3\u00a0% har bekræftet politikken. 8 mangler.');
    expect(shown('status')).toMatch(/flest i Center for Voksne og Velfærd/);
    expect(shown('status')).toContain('Center for \\*Børn\\* og Unge');
  });

  test('shows everything to a coordinator who is on the committee too', async () => {
    await aRole(context, mette, 'securityCommittee');
    expect(shown('status', mette)).toContain('Unge');
  });

  test('has nothing to count in a centre without employees', async () => {
    await aPerson(context, person(99), { title: 'Leder', centreId: voksne });
    await aRole(context, person(99), 'centreManager', 'empty' as never);
    expect(ask('status', person(99)).summary).toBe('Der er ingen at tælle endnu');
  });
});

describe.each(['da', 'en'] as const)('every card of the bot in %s', (language: Language) => {
  const name = '[Åse](https://evil.example) "O’Brien" **Bølle** 🙂 <b>x</b>';
  beforeEach(async () => {
    await context.list(People).update(anne, () => ({ language, title: name }));
    await context.list(People).update(mette, () => ({ title: name, jobTitle: name.repeat(3) }));
  });

  test('passes the lint', async () => {
    await aPolicy(context, { title: name });
    await aRole(context, anne, 'ciso');
    const commands =
      language === 'da'
        ? ['hjælp', 'mine opgaver', 'politik', 'hvem er min isk', 'hvad er status', 'kan du danse']
        : ['help', 'my tasks', 'policy', 'who is my isk', 'what is the status', 'can you dance'];
    const cards = [
      ...commands.map((text) => ask(text)),
      welcomeCard(context, anne, language),
      welcomeCard(context, undefined, language),
      groupCard(context, language),
    ];
    expect(cards.flatMap(lintCard)).toEqual([]);
    for (const { card } of cards) expect(card).toMatchObject({ lang: language });
    expect(cards.flatMap(textsOf).join('\n')).not.toContain('[Åse](');
  });

  test('passes the lint without ISK, manager or centre, and names whom to ask', async () => {
    await context.list(People).update(anne, () => ({ centreId: born }));
    const none = coordinatorCard(context, anne, language);
    await aRole(context, mette, 'centreManager', born);
    const manager = coordinatorCard(context, anne, language);
    await context.list(People).update(anne, () => ({ centreId: undefined as never }));
    const nowhere = coordinatorCard(context, anne, language);
    expect([none, manager, nowhere].flatMap(lintCard)).toEqual([]);
    expect(buttonsOf(manager)).toHaveLength(2);
    expect(new Set([none, manager, nowhere].map(({ summary }) => summary)).size).toBe(2);
  });

  test('passes the lint with several ISKs', async () => {
    for (let number = 0; number < 5; number += 1) {
      await aPerson(context, person(number), { title: `${name} ${number}`, jobTitle: 'Rådgiver' });
      await aRole(context, person(number), 'coordinator', voksne);
    }
    const card = coordinatorCard(context, anne, language);
    expect(lintCard(card)).toEqual([]);
    expect(buttonsOf(card)).toHaveLength(3);
  });
});
