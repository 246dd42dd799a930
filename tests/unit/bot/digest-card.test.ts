import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { Completions } from '../../../api/awareness/index.ts';
import { WheelTasks } from '../../../api/annual-wheel/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { instant, nowOf, type PersonId } from '../../../api/kernel/index.ts';
import { actorOf, People } from '../../../api/organisation/index.ts';
import { HandOvers, Nudges, statuses } from '../../../api/obligations/index.ts';
import { acknowledgePolicy } from '../../../api/policy/index.ts';
import { planDigests } from '../../../api/reminders/index.ts';
import { pressOfInvoke, runAction } from '../../../bot/actions/index.ts';
import { createDigestFollowers, digestCardFor, verbs } from '../../../bot/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import { sendWaiting } from '../reminders/builders.ts';
import { aCourseDue, aDay, aPolicyDue, aTaskDue, bo, cardOf, day } from './a-day-of-digests.ts';
import { anne, aPerson, aRole, mette, voksne } from './bot-context.ts';
import { buttonsIn, buttonsOf, lintCard, textsOf } from './lint-card.ts';

let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => {
  ({ context, setNow } = await aDay());
});

const buttonIn = (message: ChatMessage, title: string) => {
  const found = buttonsIn(message.card).find((button) => button.title === title);
  if (!found) throw new Error(`no button ${title}, only ${buttonsOf(message).join(', ')}`);
  return found;
};
/** Presses a button as Teams does: input is sent with its data. */
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
      'Du har 3 opgaver om informationssikkerhed: Gennemgå brugeradgange, senest 24. november (i dag)',
    );
    const rows = textsOf(card);
    expect(rows[0]).toBe('Du har 3 opgaver om informationssikkerhed');
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
      'Jeg har taget GDPR i hverdagen',
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
    expect(words(card)).toContain('og fristen var 17. november (for 7 dage siden).');
    expect(card.summary).toBe('Dit kursus: GDPR i hverdagen (25 min.), fristen var 17. november (for 7 dage siden)');
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
    expect(words(card)).toContain('Den er gået videre til dig, fordi Bo Lund er på ferie eller orlov.');
    expect(lintCard(card)).toEqual([]);
  });

  test('keeps nasty and long texts harmless and small, with many things', async () => {
    const title = `**Fed** [klik](javascript:alert(1)) ${'å'.repeat(150)}`;
    for (let number = 10; number < 24; number += 1)
      await aTaskDue(context, `2026-11-${number}`, { title, evidence: 'x'.repeat(300) });
    const card = await cardOf(context, anne);
    expect(lintCard(card)).toEqual([]);
    expect(words(card)).toContain('Du har 14 opgaver');
    expect(words(card)).toContain('Her er 1–4 af 14.');
    expect(words(card)).not.toContain('**Fed**');
    const ids = (card.card as { body: { type: string; id?: string }[] }).body.flatMap(({ id }) => id ?? []);
    expect(ids).toEqual(['evidence', 'evidenceB', 'evidenceC', 'evidenceD']);
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
  test('marks the task as done, and the same card comes back with what is left', async () => {
    await aPolicyDue(context);
    await aTaskDue(context, '2026-11-24');
    const card = await cardOf(context, anne);
    const { message, settled } = await press(anne, card, 'Udført: Gennemgå brugeradgange');
    expect(settled).toBe(true);
    expect(context.list(WheelTasks).all()).toMatchObject([{ state: 'done', doneBy: anne }]);
    expect(message.summary).toBe('Tak, Anne. Opgaven Gennemgå brugeradgange er markeret som udført.');
    expect(buttonsOf(message)).toEqual(['Jeg har læst og følger den', 'Se alle opgaver']);
    expect(words(message)).toContain('Du har 1 opgave om informationssikkerhed');
    expect(lintCard(message)).toEqual([]);
  });

  test('becomes a receipt when nothing is left, and says so again on the second press', async () => {
    await aPolicyDue(context);
    const card = await cardOf(context, anne);
    const { message } = await press(anne, card, 'Jeg har læst og følger den');
    expect(context.list(Acknowledgements).all()).toMatchObject([{ channel: 'card', personId: anne }]);
    expect(words(message)).toContain('Du bekræftede version 4.0 den 24. nov. 2026 kl. 10.00.');
    expect(textsOf(message)[0]).toBe('Du er færdig');
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

describe('what is overdue with others', () => {
  const late = '2026-11-16';

  test('is told below one’s own, as many as the tab counts, with the few by name and the own centre by one press', async () => {
    await aPolicyDue(context, late);
    const card = await cardOf(context, mette);
    expect(lintCard(card)).toEqual([]);
    const rows = textsOf(card);
    const own = rows.indexOf('Læs og bekræft Informationssikkerhedspolitik 4.0');
    const others = rows.indexOf('Center for Voksne og Velfærd har 3 opgaver, der er over tiden');
    expect(own).toBeGreaterThan(-1);
    expect(others).toBeGreaterThan(own);
    const named =
      'Anne Holm, Bo Lund og du: Læs og bekræft Informationssikkerhedspolitik 4.0 (længst 8 dage over tiden)';
    expect(rows.map((row) => row.replaceAll('\u200b', ''))).toContain(named);
    expect(statuses(context).get(voksne)?.overdue).toBe(3);
    expect(words(card)).toContain('Du får det at vide, fordi du er ISK.');
    expect(words(card)).toContain('Opgjort 24. november.');
    expect(rows.at(-1)).toBe('Spørgsmål? Kontakt Informationssikkerhedsteamet.');
    expect(buttonsOf(card)).toEqual([
      'Jeg har læst og følger den',
      'Mind dem om det',
      'Åbn mit center',
      'Se alle opgaver',
    ]);
  });

  test('is a card of its own when one owes nothing oneself', async () => {
    await aPolicyDue(context, late);
    await acknowledgePolicy(context, actorOf(context, mette)!, { versionKey: 'policy-4.0', channel: 'tab' });
    const card = await cardOf(context, mette);
    expect(card.summary).toBe('Center for Voksne og Velfærd har 2 opgaver, der er over tiden');
    expect(buttonsOf(card)).toEqual(['Mind dem om det', 'Åbn mit center']);
    expect(lintCard(card)).toEqual([]);
  });

  test('is a number a thing where many lack it, and says how many more than the last time', async () => {
    const some = async (from: number, to: number) => {
      for (let number = from; number < to; number += 1) await aPerson(context, `many-${number}` as PersonId);
    };
    await some(0, 9);
    await aPolicyDue(context, late);
    expect(words(await cardOf(context, mette))).toContain(
      '12 mangler Informationssikkerhedspolitik 4.0 (længst 8 dage over tiden)',
    );
    await sendWaiting(context);
    await some(9, 14);
    setNow('2026-12-01T09:00:00Z');
    const card = await cardOf(context, mette);
    expect(words(card)).toContain('Det er 5 flere end tirsdag 24. november.');
    expect(words(card)).toContain(
      '17 mangler Informationssikkerhedspolitik 4.0 (længst 15 dage over tiden) (5 flere end sidst)',
    );
    expect(lintCard(card)).toEqual([]);
  });

  test('is nudged by one press whose consequence is said before it; once a week, and nobody who is not the centre’s', async () => {
    await aPolicyDue(context, late);
    await context.list(People).update(bo, () => ({ teams: true }));
    await context.list(People).update(anne, () => ({ teams: true }));
    const card = await cardOf(context, mette);
    expect(words(card)).toContain('Trykker du på Mind dem om det, får 2 medarbejdere et kort');
    const { message } = await press(mette, card, 'Mind dem om det');
    expect(context.list(Nudges).all()).toMatchObject([{ kind: 'acknowledgePolicy', by: mette, centreId: voksne }]);
    expect(words(message)).toContain('Tak. 2 medarbejdere bliver mindet om det, højst én gang om ugen.');
    expect(words(message)).toContain('2 medarbejdere er bedt om det i denne uge.');
    expect(buttonsOf(message)).not.toContain('Mind dem om det');
    await press(mette, card, 'Mind dem om det');
    expect(context.list(Nudges).all()).toHaveLength(1);
    const stranger = await press(anne, card, 'Mind dem om det');
    expect(context.list(Nudges).all()).toHaveLength(1);
    expect(stranger.message.summary).not.toContain('bliver mindet');
  });
});

describe('a card with many things', () => {
  const many = async () => {
    for (let number = 10; number < 24; number += 1)
      await aTaskDue(context, `2026-11-${number}`, { title: `Opgave ${number}`, evidence: 'Link' });
    return cardOf(context, anne);
  };

  test('lets each of them be answered, a few at a time', async () => {
    let card = await many();
    const seen: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      expect(lintCard(card)).toEqual([]);
      seen.push(...buttonsOf(card).filter((title) => title.startsWith('Udført')));
      const next = buttonsOf(card).find((title) => title.startsWith('Vis de'));
      ({ message: card } = await press(anne, card, next ?? ''));
    }
    expect(seen).toEqual(Array.from({ length: 14 }, (_, place) => `Udført: Opgave ${place + 10}`));
    expect(words(card)).toContain('Her er 1–4 af 14.');
  });

  test('takes to each press what was written in its own field', async () => {
    const card = await many();
    const answers = { evidence: 'Sag 10', evidenceB: 'Sag 11', evidenceC: 'Sag 12', evidenceD: 'Sag 13' };
    await press(anne, card, 'Udført: Opgave 12', answers);
    await press(anne, card, 'Udført: Opgave 10', answers);
    expect(
      context
        .list(WheelTasks)
        .all()
        .map(({ evidence }) => evidence),
    ).toEqual(['Sag 12', 'Sag 10']);
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
    await aPolicyDue(context, '2026-11-16');
    await planDigests(context);
    await sendWaiting(context);
    const { followers, edits } = follow();
    await followers.process();
    await acknowledgePolicy(context, actorOf(context, anne)!, { versionKey: 'policy-4.0', channel: 'tab' });
    await followers.process();
    await followers.process();
    expect(edits.map(([subject, person]) => [subject, person]).sort()).toEqual([
      ['2026-11-24', anne],
      ['2026-11-24', mette],
      ['2026-11-24', bo],
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

  test('is one line when the next one has come, and has nothing to press', async () => {
    await aTaskDue(context, '2026-11-24');
    await planDigests(context);
    await sendWaiting(context);
    const { followers, edits } = follow();
    await followers.process();
    expect(edits).toEqual([]);
    setNow('2026-12-07T09:00:00Z');
    await planDigests(context);
    await sendWaiting(context);
    await followers.process();
    await followers.process();
    expect(edits.map(([subject, person]) => [subject, person])).toEqual([['2026-11-24', anne]]);
    const [[, , line]] = edits as [[string, PersonId, ChatMessage]];
    expect(textsOf(line)).toEqual(['Dit kort fra 7. december har afløst det her.']);
    expect(buttonsOf(line)).toEqual([]);
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
