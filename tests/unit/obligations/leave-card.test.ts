import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { Campaigns } from '../../../api/deliveries/index.ts';
import { continueAbsences, endAbsence, leaveKind, recordAbsence } from '../../../api/obligations/index.ts';
import { findPerson, People } from '../../../api/organisation/index.ts';
import { pressOfInvoke, runAction } from '../../../bot/actions/index.ts';
import { verbs } from '../../../bot/index.ts';
import { endLeaveVerb, leaveCardFor } from '../../../bot/obligations/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { buttonsOf, lintCard, textsOf } from '../bot/lint-card.ts';
import { aTown, day, person, the } from '../organisation/builders.ts';

let context: Context;
let setNow: (now: string) => void;
const anne = person('anne');

beforeEach(async () => {
  const town = await aTown();
  context = { ...town.context, texts: translator };
  setNow = town.setNow;
});

const record = (who: string, from = '2026-11-24', to = '2026-12-24') =>
  recordAbsence(context, the(context, who), { personId: anne, from: day(from), to: day(to) });
const campaigns = () => context.list(Campaigns).all();
const subject = (place = -1) => campaigns().at(place)?.subjectKey ?? '';
const card = (place?: number, who = anne) => leaveCardFor(context, subject(place), who);
const words = (place?: number) => textsOf(card(place)).join('\n');
const press = async (who: string, leaveKey: string) => {
  const pressed = pressOfInvoke({ action: { verb: endLeaveVerb, data: { leaveKey } } });
  return runAction(context, verbs, pressed!, { personId: person(who), locale: 'da-DK' });
};

describe('the card for somebody whom another has put on leave', () => {
  it('comes once for each recording, and not to whoever records it', async () => {
    await record('anne');
    expect(campaigns()).toEqual([]);
    await record('manager-nord', '2026-11-25');
    await record('manager-nord', '2026-11-25');
    await continueAbsences(context);
    expect(campaigns()).toHaveLength(1);
    expect(leaveKind.audience(context, subject())).toEqual(['anne']);
    setNow('2026-11-24T10:30:00Z');
    await record('manager-nord', '2026-11-26');
    expect(campaigns()).toHaveLength(2);
    expect(leaveKind.audience(context, subject(0))).toEqual([]);
  });

  it('is begun by the job when a crash came between the leave and the card', async () => {
    await context.list(People).update('anne', () => ({
      ...{ absentFrom: day('2026-11-24'), absenceBy: person('manager-nord') },
      absenceAt: '2026-11-24T08:00:00.000Z' as never,
    }));
    await continueAbsences(context);
    await continueAbsences(context);
    expect(campaigns()).toHaveLength(1);
  });

  it('says who, from when to when and what it means, in both languages', async () => {
    await record('manager-nord');
    const name = findPerson(context, person('manager-nord'))?.title ?? '';
    expect(words()).toContain(`${name} har meldt, at du er på orlov`);
    expect(words()).toContain('stemmer din stedfortræder');
    expect(JSON.stringify(card().card)).toMatch(/24\. dec/);
    expect(buttonsOf(card())).toEqual(['Jeg er ikke på orlov', 'Se Mit overblik']);
    expect(lintCard(card())).toEqual([]);
    await context.list(People).update('anne', () => ({ language: 'en' as const }));
    expect(words()).toContain(`${name} has recorded that you are on leave`);
    expect(lintCard(card())).toEqual([]);
  });

  it('ends it by one press, once, and becomes the receipt', async () => {
    await record('manager-nord', '2026-11-20');
    setNow('2026-11-24T10:30:00Z');
    const { message, settled } = await press('anne', subject());
    expect(settled).toBe(true);
    expect(textsOf(message).join('\n')).toContain('Du har afsluttet orloven.');
    expect(lintCard(message)).toEqual([]);
    expect(findPerson(context, anne)).toMatchObject({ absentTo: '2026-11-23', absenceBy: 'anne' });
    expect(textsOf((await press('anne', subject())).message).join('\n')).toContain('Du har afsluttet orloven.');
  });

  it('says who ended it, that it is over, and what is recorded anew, and does not end the new one', async () => {
    await record('manager-nord');
    setNow('2026-11-24T11:00:00Z');
    await record('manager-nord', '2026-11-24', '2027-01-31');
    expect(words(0)).toContain('Orloven er meldt igen');
    await press('anne', subject(0));
    expect(findPerson(context, anne)?.absentTo).toBe('2027-01-31');
    setNow('2027-02-01T11:00:00Z');
    expect(words(1)).toContain('Orloven er slut.');
    await record('manager-nord', '2027-02-01', '2027-02-10');
    setNow('2027-02-02T11:00:00Z');
    await endAbsence(context, the(context, 'manager-nord'), anne);
    expect(words()).toContain('har afsluttet orloven.');
  });

  it.each(['bo', 'isk-nord', 'ciso', 'manager-nord'])(
    'a made-up press by %s ends nothing and tells nothing',
    async (who) => {
      await record('manager-nord');
      const made = await press(who, 'nobody_at-all');
      const { message, settled } = await press(who, subject());
      expect(settled).toBe(false);
      expect(textsOf(message)).toEqual(textsOf(made.message));
      expect(findPerson(context, anne)?.absentTo).toBe('2026-12-24');
    },
  );
});
