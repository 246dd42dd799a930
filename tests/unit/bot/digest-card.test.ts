import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { Completions } from '../../../api/awareness/index.ts';
import { WheelTasks } from '../../../api/annual-wheel/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { instant, nowOf, type PersonId } from '../../../api/kernel/index.ts';
import { actorOf, People } from '../../../api/organisation/index.ts';
import { HandOvers } from '../../../api/obligations/index.ts';
import { acknowledgePolicy } from '../../../api/policy/index.ts';
import { planDigests } from '../../../api/reminders/index.ts';
import { pressOfInvoke, runAction } from '../../../bot/actions/index.ts';
import { createDigestFollowers, digestCardFor, verbs } from '../../../bot/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import { aCourseDue, aDay, aPolicyDue, aTaskDue, bo, cardOf, day } from './a-day-of-digests.ts';
import { anne, aRole, mette, voksne } from './bot-context.ts';
import { buttonsOf, lintCard, textsOf } from './lint-card.ts';

let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => {
  ({ context, setNow } = await aDay());
});

interface Button {
  type: string;
  title: string;
  verb?: string;
  data?: Record<string, string>;
  url?: string;
}
const buttonIn = (message: ChatMessage, title: string): Button => {
  const found = (message.card as { actions: Button[] }).actions.find((button) => button.title === title);
  if (!found) throw new Error(`no button ${title}, only ${buttonsOf(message).join(', ')}`);
  return found;
};
/** Presses a button as Teams does: what was filled in comes with its data. */
const press = async (person: PersonId, message: ChatMessage, title: string, inputs: Record<string, string> = {}) => {
  const { verb, data } = buttonIn(message, title);
  const pressed = pressOfInvoke({ action: { verb, data: { ...data, ...inputs } } });
  if (!pressed) throw new Error('not a press');
  return runAction(context, verbs, pressed, { personId: person, locale: 'da-DK' });
};
const words = (message: ChatMessage) => textsOf(message).join('\n');
const taken = () => context.list(Completions).all();

describe('the digest of a day', () => {
  test('names all whom one may ask where a centre has several', async () => {
    await aPolicyDue(context);
    await aRole(context, bo, 'coordinator', voksne);
    expect(textsOf(await cardOf(context, anne)).at(-1)).toBe('Spørgsmål? Dine ISK’er er Bo Lund og Mette Sørensen.');
  });

  test('says how many things, what and by when, the most pressing first, and whom to ask', async () => {
    await aPolicyDue(context);
    await aCourseDue(context);
    await aTaskDue(context, '2026-11-24');
    const card = await cardOf(context, anne);
    expect(lintCard(card)).toEqual([]);
    expect(card.summary).toBe(
      'Du har 3 ting på informationssikkerhed: Gennemgå brugeradgange, senest 24. november (i dag)',
    );
    const rows = textsOf(card);
    expect(rows[0]).toBe('Du har 3 ting på informationssikkerhed');
    expect(rows.filter((row) => /^(Gennemgå|Læs og|Tag kurset)/.test(row))).toEqual([
      'Gennemgå brugeradgange',
      'Læs og bekræft Informationssikkerhedspolitik 4.0',
      'Tag kurset GDPR i hverdagen',
    ]);
    expect(words(card)).toContain('senest 1. december (om 7 dage)');
    expect(rows.at(-1)).toBe('Spørgsmål? Din ISK er Mette Sørensen.');
    expect(buttonsOf(card)).toEqual([
      'Udført: Gennemgå brugeradgange',
      'Jeg har læst og følger den',
      'Se alle opgaver',
    ]);
  });

  test('is the course’s own card when that is all there is', async () => {
    await aCourseDue(context);
    const card = await cardOf(context, anne);
    expect(lintCard(card)).toEqual([]);
    expect(textsOf(card)[0]).toBe('Dit kursus: GDPR i hverdagen (25 min.)');
    expect(words(card)).toContain('Tag det senest 8. december (om 14 dage)');
    expect(buttonsOf(card)).toEqual(['Åbn kurset', 'Jeg har taget det', 'Se alle opgaver']);
    expect(buttonIn(card, 'Åbn kurset').url).toBe('https://laering.example/gdpr');
  });

  test('says of a course that is late that its deadline was', async () => {
    await aCourseDue(context, { dueOn: day('2026-11-17') });
    const card = await cardOf(context, anne);
    expect(words(card)).toContain('persondata, og fristen var 17. november (for 7 dage siden).');
    expect(card.summary).toBe('Dit kursus: GDPR i hverdagen (25 min.): fristen var 17. november (for 7 dage siden)');
  });

  test('does not ask for one’s own word where the round does not believe it', async () => {
    await aCourseDue(context, { selfDeclared: false });
    const card = await cardOf(context, anne);
    expect(buttonsOf(card)).toEqual(['Åbn kurset', 'Se alle opgaver']);
    expect(words(card)).toContain('Det bliver noteret af sig selv');
    expect(lintCard(card)).toEqual([]);
  });

  test('says why a task that was somebody else’s is mine', async () => {
    await aRole(context, mette, 'securityTeam');
    await aTaskDue(context, '2026-11-24', { personId: bo, role: 'securityTeam' });
    await context.list(People).update(bo, () => ({ absentFrom: day('2026-11-01'), absentTo: day('2026-12-31') }));
    await planDigests(context);
    const card = digestCardFor(context, day('2026-11-24'), mette);
    expect(words(card)).toContain('Den er gået videre til dig, fordi Bo Lund er på orlov.');
    expect(lintCard(card)).toEqual([]);
  });

  test('keeps nasty and long texts harmless and small, with many things', async () => {
    const title = `**Fed** [klik](javascript:alert(1)) ${'å'.repeat(150)}`;
    for (let number = 10; number < 24; number += 1)
      await aTaskDue(context, `2026-11-${number}`, { title, evidence: 'x'.repeat(300) });
    const card = await cardOf(context, anne);
    expect(lintCard(card)).toEqual([]);
    expect(words(card)).toContain('og 8 til');
    expect(words(card)).not.toContain('**Fed**');
    expect((card.card as { body: { type: string }[] }).body.filter(({ type }) => type === 'Input.Text')).toHaveLength(
      1,
    );
  });

  test('is complete in English', async () => {
    await context.list(People).update(anne, () => ({ language: 'en' }));
    await aPolicyDue(context);
    await aTaskDue(context, '2026-11-20');
    const card = await cardOf(context, anne);
    expect(lintCard(card)).toEqual([]);
    expect(words(card)).toContain('the deadline was 20 November (4 days ago)');
    expect(words(card)).not.toMatch(/Åbn|senest|Spørgsmål|fristen/);
  });
});

describe('a press on a digest', () => {
  test('marks the task as done with its note, and the same card comes back with what is left', async () => {
    await aPolicyDue(context);
    await aTaskDue(context, '2026-11-24');
    const card = await cardOf(context, anne);
    const { message, settled } = await press(anne, card, 'Udført: Gennemgå brugeradgange', { note: 'Lukkede to.' });
    expect(settled).toBe(true);
    expect(context.list(WheelTasks).all()).toMatchObject([{ state: 'done', note: 'Lukkede to.', doneBy: anne }]);
    expect(message.summary).toBe('Tak, Anne. Opgaven Gennemgå brugeradgange er markeret som udført.');
    expect(buttonsOf(message)).toEqual(['Jeg har læst og følger den', 'Se alle opgaver']);
    expect(words(message)).toContain('Du har 1 ting på informationssikkerhed');
    expect(lintCard(message)).toEqual([]);
  });

  test('becomes a receipt when nothing is left, and says so again on the second press', async () => {
    await aPolicyDue(context);
    const card = await cardOf(context, anne);
    const { message } = await press(anne, card, 'Jeg har læst og følger den');
    expect(context.list(Acknowledgements).all()).toMatchObject([{ channel: 'card', personId: anne }]);
    expect(words(message)).toContain('Du bekræftede version 4.0 den 24. nov. 2026 kl. 10.00.');
    expect(textsOf(message)[0]).toBe('Tak, Anne');
    expect(buttonsOf(message)).toEqual(['Se alle opgaver']);
    setNow('2026-11-26T09:00:00Z');
    const again = await press(anne, card, 'Jeg har læst og følger den');
    expect(words(again.message)).toContain('Du bekræftede version 4.0 den 24. nov. 2026 kl. 10.00.');
    expect(context.list(Acknowledgements).all()).toHaveLength(1);
    expect(lintCard(message)).toEqual([]);
  });

  test('notes the course on one’s own word, once', async () => {
    await aCourseDue(context);
    const card = await cardOf(context, anne);
    const { message } = await press(anne, card, 'Jeg har taget det');
    expect(taken()).toMatchObject([{ personId: anne, source: 'selfDeclared', channel: 'card' }]);
    expect(words(message)).toContain('Vi har noteret, at du har taget GDPR i hverdagen.');
    const again = await press(anne, card, 'Jeg har taget det');
    expect(words(again.message)).toContain('GDPR i hverdagen var allerede noteret som taget.');
    expect(taken()).toHaveLength(1);
  });

  test('asks for what shows that it is done where the activity wants that, and takes it', async () => {
    await aTaskDue(context, '2026-11-24', { evidence: 'Link til referatet' });
    const card = await cardOf(context, anne);
    expect(JSON.stringify(card.card)).toContain('Hvad viser, at det er gjort? (Link til referatet)');
    const empty = await press(anne, card, 'Markér som udført');
    expect(empty.settled).toBe(true);
    expect(buttonsOf(empty.message)).toEqual(['Markér som udført', 'Se alle opgaver']);
    expect(context.list(WheelTasks).all()).toEqual([]);
    await press(anne, empty.message, 'Markér som udført', { evidence: 'Sag 26/123' });
    expect(context.list(WheelTasks).all()).toMatchObject([{ state: 'done', evidence: 'Sag 26/123' }]);
  });

  test('comes late, after it was done in the tab: the card as it is now', async () => {
    await aTaskDue(context, '2026-11-24');
    await aPolicyDue(context);
    const card = await cardOf(context, anne);
    const actor = actorOf(context, anne)!;
    await acknowledgePolicy(context, actor, { versionKey: 'policy-4.0', channel: 'tab' });
    setNow('2026-11-28T20:00:00Z');
    const { message, settled } = await press(anne, card, 'Jeg har læst og følger den');
    expect(settled).toBe(true);
    expect(buttonsOf(message)).toEqual(['Markér som udført', 'Se alle opgaver']);
    expect(words(message)).toContain('fristen var 24. november (for 4 dage siden)');
  });

  test('on a task that went back to a colleague says with whom it is, and changes nothing', async () => {
    await aTaskDue(context, '2026-11-24', { personId: bo, role: 'ciso' });
    const taskKey = 'task-2026-11-24_2026-11-24';
    await context.list(HandOvers).create({
      key: 'one',
      title: 'Gennemgå brugeradgange',
      obligationKey: taskKey,
      kind: 'doWheelTask',
      from: bo,
      to: anne,
      by: bo,
      note: 'Ferie',
      at: instant(new Date('2026-11-20T09:00:00Z')),
    });
    const card = await cardOf(context, anne);
    expect(words(card)).toContain('Bo Lund har givet den videre til dig.');
    await context.list(HandOvers).update('one', () => ({ endedAt: nowOf(context.clock), endedBy: bo }));
    const { message, settled } = await press(anne, card, 'Markér som udført');
    expect(settled).toBe(true);
    expect(words(message)).toContain('Opgaven Gennemgå brugeradgange er ikke din længere. Den ligger nu hos Bo Lund.');
    expect(context.list(WheelTasks).all()).toEqual([]);
    expect(lintCard(message)).toEqual([]);
  });

  test('of a stranger’s making is refused like any other', async () => {
    const outcome = await runAction(
      context,
      verbs,
      { verb: 'digest.completeTask', data: { day: '2026-13-45', taskKey: 'x' } },
      { personId: anne, locale: 'da-DK' },
    );
    expect(outcome.settled).toBe(false);
    expect(textsOf(outcome.message)[0]).toBe('Kortet passer ikke mere');
  });
});

describe('what others owe', () => {
  test('goes to the ISK with who, what and how long, and to the own centre by one press', async () => {
    await aPolicyDue(context, '2026-11-17');
    const card = await cardOf(context, mette);
    expect(lintCard(card)).toEqual([]);
    expect(words(card)).toContain('Center for Voksne og Velfærd mangler 2 ting, der er over tiden');
    expect(words(card)).toContain('Anne Holm: Læs og bekræft Informationssikkerhedspolitik 4.0');
    expect(words(card)).toContain('7 dage over tiden (fristen var 17. november)');
    expect(words(card)).toContain('Du får det at vide, fordi du er ISK.');
    expect(textsOf(card).at(-1)).toBe('Spørgsmål? Kontakt Informationssikkerhedsteamet.');
    expect(buttonsOf(card)).toEqual(['Jeg har læst og følger den', 'Åbn mit center', 'Se alle opgaver']);
  });

  test('is a card of its own when one owes nothing oneself', async () => {
    await aPolicyDue(context, '2026-11-17');
    await acknowledgePolicy(context, actorOf(context, mette)!, { versionKey: 'policy-4.0', channel: 'tab' });
    const card = await cardOf(context, mette);
    expect(card.summary).toBe('Center for Voksne og Velfærd mangler 2 ting, der er over tiden');
    expect(buttonsOf(card)).toEqual(['Åbn mit center']);
    expect(lintCard(card)).toEqual([]);
  });
});

describe('a card that stands in the chat', () => {
  const follow = () => {
    const edits: [string, PersonId, ChatMessage][] = [];
    const followers = createDigestFollowers(context, async (subject, person, message) => {
      edits.push([subject, person, message]);
      return 'edited';
    });
    return { followers, edits };
  };

  test('is brought up to date once when what it names is done elsewhere, and so is the ISK’s', async () => {
    await aPolicyDue(context, '2026-11-17');
    await planDigests(context);
    const { followers, edits } = follow();
    await followers.process();
    await acknowledgePolicy(context, actorOf(context, anne)!, { versionKey: 'policy-4.0', channel: 'tab' });
    await followers.process();
    await followers.process();
    expect(edits.map(([subject, person]) => [subject, person]).sort()).toEqual([
      ['2026-11-24', anne],
      ['2026-11-24', mette],
    ]);
    const cardFor = (person: PersonId) => words(edits.find(([, each]) => each === person)![2]);
    expect(cardFor(anne)).toContain('Du er færdig');
    expect(cardFor(mette)).not.toContain('Anne Holm');
    expect(cardFor(mette)).toContain('Bo Lund');
  });

  test('is kept up to date past a month and the closed days after it, when an escalation is at its end', async () => {
    await aTaskDue(context, '2026-11-24');
    await planDigests(context);
    const { followers, edits } = follow();
    await followers.process();
    setNow('2027-01-04T09:00:00.000Z');
    await press(anne, digestCardFor(context, day('2026-11-24'), anne), 'Markér som udført');
    await followers.process();
    expect(edits.map(([subject, person]) => [subject, person])).toEqual([['2026-11-24', anne]]);
  });

  test('hears of a task by the audit trail, and of nothing that it does not name', async () => {
    await aTaskDue(context, '2026-11-24');
    const card = await cardOf(context, anne);
    const { followers, edits } = follow();
    await followers.process();
    await press(anne, card, 'Markér som udført');
    expect(
      context
        .list(AuditEntries)
        .all()
        .map(({ title }) => title),
    ).toEqual(['completeTask']);
    await context.list(Completions).create({
      key: 'someone',
      title: 'Bo',
      courseKey: 'gdpr',
      personId: bo,
      completedOn: day('2026-11-24'),
      source: 'import',
      recordedBy: bo,
      at: '2026-11-24T09:00:00.000Z' as never,
    });
    await followers.process();
    expect(edits.map(([subject, person]) => [subject, person])).toEqual([['2026-11-24', anne]]);
  });
});
