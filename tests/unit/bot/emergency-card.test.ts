import { beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../api/kernel/index.ts';
import { actorOf } from '../../../api/organisation/index.ts';
import { answerCommand } from '../../../bot/commands/index.ts';
import { aCentre, anne, aPerson, aRole, botContext, mette, voksne } from './bot-context.ts';
import { lintCard, textsOf } from './lint-card.ts';

let context: ReturnType<typeof botContext>['context'];
const omar = '33333333-0000-4000-8000-000000000001' as PersonId;
const answer = (text: string) => {
  const actor = actorOf(context, anne);
  if (!actor) throw new Error('not employed');
  return answerCommand(context, actor, text);
};

beforeEach(async () => {
  ({ context } = botContext());
  await aCentre(context, voksne, 'Center for Voksne og Velfærd');
  await aPerson(context, anne);
  await aPerson(context, mette, { title: 'Mette Sørensen', mail: 'mette@ishoj.example', phone: '43 57 62 01' });
  await aPerson(context, omar, { title: 'Omar Hassan', mail: 'omar_h@ishoj.example' });
  await aRole(context, mette, 'coordinator', voksne);
  await aRole(context, omar, 'coordinator', voksne);
});

describe('“det er nede” where there is no plan yet', () => {
  test('says so, and gives the ISK’s phone, or else the mail', () => {
    const card = answer('det er nede');
    expect(card.summary).toBe('Der er ingen nødprocedurer til dig endnu');
    const shown = textsOf(card).join('\n');
    expect(shown).toContain('Mette Sørensen ([43 57 62 01](tel:43576201))');
    expect(shown).not.toContain('mette@ishoj.example');
    expect(shown).toMatch(/Omar Hassan \(omar\\?_h@ishoj\.example\)/);
  });

  test('is a card that Teams takes, in both languages', () => {
    for (const text of ['det er nede', 'it is down']) expect(lintCard(answer(text))).toEqual([]);
  });
});
