import { describe, expect, it } from 'vitest';
import { Acknowledgements } from '../../../../api/acknowledgements/index.ts';
import type { Context } from '../../../../api/context.ts';
import { continuePlanParts, ContingencyPlans } from '../../../../api/contingency/index.ts';
import { nowOf, todayOf } from '../../../../api/kernel/index.ts';
import { obligationsOf } from '../../../../api/obligations/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { runAction } from '../../../../bot/actions/index.ts';
import { answerCommand } from '../../../../bot/commands/index.ts';
import { confirmPartAct, confirmPartPress } from '../../../../bot/contingency/index.ts';
import { partCardFor, verbs } from '../../../../bot/index.ts';
import type { ChatMessage } from '../../../../bot/sending/chat-port.ts';
import { receiptCardFor } from '../../../../teams-app/program/card-kinds.ts';
import { buttonsOf, lintCard, textsOf } from '../../bot/lint-card.ts';
import { person, the } from '../../organisation/builders.ts';
import { annesContent, aPocket, nextVersion } from './a-pocket.ts';
import { toldByCard } from '../../bot/told-by-card.ts';

const said = (message: ChatMessage): string => {
  expect(lintCard(message)).toEqual([]);
  return textsOf(message).join('\n');
};
const card = (context: Context, versionKey = 'p1-v1', who = 'anne') => partCardFor(context, versionKey, person(who));
const pressed = (context: Context, versionKey = 'p1-v1', who = 'anne') =>
  runAction(
    context,
    verbs,
    { verb: 'plan.confirmPart', data: { versionKey } },
    { personId: person(who), locale: 'da' },
  );

describe('the card about a part in a plan', () => {
  it('says which plan, what you do, by when and why you, and asks for one press', async () => {
    const { context } = await aPocket();
    expect(said(card(context))).toBe(
      [
        'Din del af “Nødprocedure p1”',
        'Omsorgsjournalen · gælder fra 20. nov. 2026',
        'Du er: Vagthavende',
        'Når det er nede, gør du det her:',
        '1) Tag den røde mappe frem',
        'Bekræft senest 4. december, at du kender din del.',
        'Du får kortet, fordi du er nævnt i planen.',
        'Spørgsmål? Din ISK er Mette Sørensen.',
      ].join('\n'),
    );
    expect(buttonsOf(card(context))).toEqual(['Jeg kender min del', 'Læs planen']);
  });

  it('shows three steps and how many more, is plain with hostile words, late, and in English', async () => {
    const { context, setNow } = await aPocket();
    await context.list(People).update('anne', () => ({ language: 'en' }));
    const firstHour = ['**[Klik](https://ond.example)**', 'b', 'c', 'd', 'e'].map((text, place) => ({
      ...{ key: `s${place}`, text, role: '', personId: 'anne' },
    }));
    const versionKey = await nextVersion(context, annesContent({ firstHour, contacts: [] }));
    setNow('2027-01-10T09:00:00.000Z');
    const text = said(card(context, versionKey));
    expect(text).toContain('Your part has changed');
    expect(text).toContain('You are a contact in the plan.');
    expect(text).toContain('There are 2 more steps in the plan.');
    expect(text).toContain('The due date was 8 December.');
    expect(text).not.toContain('[Klik](');
  });

  it('turns into its receipt, the first one also at the second press, and when it was confirmed in the tab', async () => {
    const { context, setNow } = await aPocket();
    const first = await pressed(context);
    expect(said(first.message)).toBe(
      ['Tak, Anne', 'Du bekræftede den 24. nov. 2026 kl. 10.00, at du kender din del af “Nødprocedure p1”.'].join('\n'),
    );
    setNow('2026-11-25T09:00:00.000Z');
    expect(said((await pressed(context)).message)).toContain('Du har allerede bekræftet.');
    expect(said(receiptCardFor(context, 'p1-v1', person('anne')))).toContain('24. nov. 2026 kl. 10.00');
  });

  it('answers an old card with the version in force, and says when there is nothing to do', async () => {
    const { context } = await aPocket();
    const versionKey = await nextVersion(context, annesContent({ firstHour: [], steps: [] }));
    expect(said((await pressed(context)).message)).toContain('er ændret, siden du fik kortet');
    expect(context.list(Acknowledgements).all()).toEqual([]);
    expect(said((await pressed(context, versionKey, 'bo')).message)).toContain('Knappen gælder ikke længere for dig');
    await toldByCard(context, versionKey, 'bo');
    expect(said((await pressed(context, versionKey, 'bo')).message)).toContain('Du er ikke nævnt i planen mere');
    expect(said(card(context, 'p1-v9'))).toContain('Planen findes ikke mere');
    await context.list(ContingencyPlans).update('p1', () => ({ retiredAt: nowOf(context.clock) }));
    expect(said(card(context, versionKey))).toContain('er taget ud af brug');
  });

  it('becomes its receipt when the version is replaced or out of use before the card is edited', async () => {
    const { context } = await aPocket();
    const receipt = said((await pressed(context)).message);
    await nextVersion(context, annesContent({ firstHour: [], steps: [] }));
    expect(said(card(context))).not.toBe(receipt);
    expect(said(receiptCardFor(context, 'p1-v1', person('anne')))).toBe(receipt);
    await context.list(ContingencyPlans).update('p1', () => ({ retiredAt: nowOf(context.clock) }));
    expect(said(receiptCardFor(context, 'p1-v1', person('anne')))).toBe(receipt);
  });

  it('says that a part that is the same need not be confirmed again', async () => {
    const { context } = await aPocket();
    await pressed(context);
    const versionKey = await nextVersion(context, annesContent());
    await continuePlanParts(context);
    expect(said(card(context, versionKey))).toContain('er den samme som før');
  });

  it('is done from the digest by one press', async () => {
    const { context } = await aPocket();
    const [owed] = obligationsOf(context, person('anne')).filter(({ kind }) => kind === 'confirmPart');
    if (!owed) throw new Error('nothing is owed');
    const t = context.texts('da');
    const wording = { language: 'da' as const, t };
    expect(confirmPartAct(context, owed, { ...wording, alone: true })?.title).toBe('Jeg kender min del');
    expect(confirmPartAct(context, owed, { ...wording, alone: false })?.title).toBe(
      'Jeg kender min del: Nødprocedure p1',
    );
    const thanks = await confirmPartPress.read({ versionKey: 'p1-v1' })?.run(context, the(context, 'anne'));
    expect(thanks?.text).toContain('Du bekræftede din del af “Nødprocedure p1”');
    expect(todayOf(context.clock)).toBe('2026-11-24');
  });
});

describe('"det er nede" in the chat', () => {
  it.each(['det er nede', 'nødprocedure', 'journalen er nede'])(
    '%s is answered with plans, phones and people',
    async (text) => {
      const { context } = await aPocket();
      const answer = said(answerCommand(context, the(context, 'isk-nord'), text));
      expect(answer).toContain('Her er din nødprocedure');
      expect(answer).toContain('Gør først: Tag den røde mappe frem');
      expect(answer).toContain('Anne Aagaard: [43 57 00 00](tel:43570000)');
      expect(answer).toContain('Mette Sørensen');
    },
  );

  it('is as plain in English, and when there is no plan', async () => {
    const { context } = await aPocket();
    expect(said(answerCommand(context, the(context, 'anne'), 'emergency'))).toContain(
      'Here is your emergency procedure',
    );
    expect(said(answerCommand(context, the(context, 'bo'), 'det er nede'))).toContain(
      'Der er ingen nødprocedurer til dig',
    );
  });
});
