import { beforeEach, describe, expect, test } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { ContingencyPlanVersions, continuePacks, PackPlacements, placePack } from '../../../api/contingency/index.ts';
import { CriticalServices, type CriticalService } from '../../../api/critical-services/index.ts';
import { reviewService } from '../../../api/critical-services/save-service.ts';
import { instant } from '../../../api/kernel/index.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { planDigests } from '../../../api/reminders/index.ts';
import { pressOfInvoke, runAction } from '../../../bot/actions/index.ts';
import { createDigestFollowers, digestCardFor, verbs } from '../../../bot/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { aService, aTest, held } from '../contingency/builders.ts';
import { aPaperTown, aVitalSystem } from '../contingency/documents/papers.ts';
import { aNewVersion, theLatest } from '../contingency/packs/pack-town.ts';
import { day, person, the } from '../organisation/builders.ts';
import { buttonsIn, buttonsOf, lintCard, textsOf } from './lint-card.ts';

/** A week before the pack and the review are due. */
const today = day('2026-12-01');
let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => {
  ({ context, setNow } = await aPaperTown());
  declareObligationSources(context, obligationSources);
});

const aPackDue = async () => {
  await aVitalSystem(context, 'journal', { title: 'Omsorgsjournal' });
  // No other obligations about it yet.
  await context.list(Assets).update('journal', () => ({ changedAt: instant(new Date('2026-11-20T09:00:00Z')) }));
  await held(context, aTest('held', { planKey: 'plan-journal', versionKey: 'plan-journal-v1' }));
  await context.list(ContingencyPlanVersions).update('plan-journal-v1', ({ content }) => ({
    content: { ...content, firstHour: content.firstHour.map(({ personId: _, ...step }) => step), contacts: [] },
  }));
  await continuePacks(context);
  setNow('2026-12-01T09:00:00.000Z');
};
const aReviewDue = async (changes: Partial<CriticalService> = {}) => {
  setNow('2026-12-01T09:00:00.000Z');
  await context.list(CriticalServices).create(
    aService('medicine', {
      ...{ title: 'Medicin i hjemmet', ownerId: person('isk-nord') },
      ...{ reviewedAt: instant(new Date('2025-12-08T09:00:00Z')), ...changes },
    }),
  );
};
const cardOf = async (who: string) => {
  await planDigests(context);
  return digestCardFor(context, today, person(who));
};
const press = async (who: string, message: ChatMessage, title: string, inputs: Record<string, string> = {}) => {
  const button = buttonsIn(message.card).find((one) => one.title === title);
  if (!button) throw new Error(`no button ${title}, only ${buttonsOf(message).join(', ')}`);
  const pressed = pressOfInvoke({ action: { verb: button.verb, data: { ...button.data, ...inputs } } });
  if (!pressed) throw new Error('not a press');
  return runAction(context, verbs, pressed, { personId: person(who), locale: 'da-DK' });
};
const words = (message: ChatMessage) => textsOf(message).join('\n').replaceAll('\u200b', '');
const places = () =>
  context
    .list(PackPlacements)
    .all()
    .map(({ place, by }) => [place, by]);
const reviewed = () => context.list(CriticalServices).get('medicine')?.reviewedAt.slice(0, 10);
const inEnglish = (who: string) => context.list(People).update(person(who), () => ({ language: 'en' }));

describe('a pack to put in place, in the digest', () => {
  const place = { place: 'Skabet på vagtstuen' };

  test('says which it is, and asks where it is', async () => {
    await aPackDue();
    const card = await cardOf('isk-nord');
    expect(lintCard(card)).toEqual([]);
    expect(buttonsOf(card)).toEqual(['Den ligger på plads', 'Se alle opgaver']);
    expect(words(card)).toContain('Det er pakke nr. 1 fra 24. nov. 2026.');
    expect(JSON.stringify(card.card)).toContain('Hvor ligger den fra i dag?');
  });

  test('is in place from today by one press, and the debt is paid', async () => {
    await aPackDue();
    const { message, settled } = await press('isk-nord', await cardOf('isk-nord'), 'Den ligger på plads', place);
    expect(settled).toBe(true);
    expect(context.list(PackPlacements).all()).toMatchObject([{ ...place, placedOn: today, by: 'isk-nord' }]);
    expect(words(message)).toContain('nødplanerne for Center for nord ligger her: Skabet på vagtstuen');
    expect(buttonsOf(message)).toEqual(['Se alle opgaver']);
    expect(lintCard(message)).toEqual([]);
  });

  test('stays where it was put first, pressed again or late by anybody', async () => {
    await aPackDue();
    const card = await cardOf('isk-nord');
    await placePack(context, the(context, 'manager-nord'), { packKey: theLatest(context).key, place: 'Rød mappe' });
    setNow('2026-12-03T09:00:00.000Z');
    const { message, settled } = await press('isk-nord', card, 'Den ligger på plads', place);
    expect(settled).toBe(true);
    expect(words(message)).toContain('ligger allerede på plads siden 1. dec. 2026: Rød mappe');
    expect(places()).toEqual([['Rød mappe', 'manager-nord']]);
  });

  test('asks for the place when none is written, and for the newest when it has been replaced', async () => {
    await aPackDue();
    const card = await cardOf('isk-nord');
    const { message } = await press('isk-nord', card, 'Den ligger på plads');
    expect(words(message)).toContain('Skriv, hvor den ligger');
    expect(buttonsOf(message)).toEqual(['Den ligger på plads', 'Se alle opgaver']);
    await aNewVersion(context, 'plan-journal');
    await continuePacks(context);
    const late = await press('isk-nord', card, 'Den ligger på plads', place);
    expect(words(late.message)).toContain('Der er kommet en nyere pakke.');
    expect(places()).toEqual([]);
  });

  test.each(['isk-syd', 'anne', 'auditor'])(
    'pressed by %s, whose it is not, changes nothing and tells nothing',
    async (who) => {
      await aPackDue();
      const card = await cardOf('isk-nord');
      await placePack(context, the(context, 'isk-nord'), { packKey: theLatest(context).key, place: 'Rød mappe' });
      const { message, settled } = await press(who, card, 'Den ligger på plads', place);
      expect(settled).toBe(false);
      expect(words(message)).toContain('Knappen gælder ikke længere for dig');
      expect(words(message)).not.toContain('Rød mappe');
      expect(places()).toEqual([['Rød mappe', 'isk-nord']]);
    },
  );

  test('is complete in English', async () => {
    await aPackDue();
    await inEnglish('isk-nord');
    const card = await cardOf('isk-nord');
    expect(buttonsOf(card)).toEqual(['It is in place', 'See all tasks']);
    expect(words((await press('isk-nord', card, 'It is in place', place)).message)).toContain('We have recorded that');
  });
});

describe('a service to look at, in the digest', () => {
  const holds = 'Tallene gælder stadig';

  test('shows the figures and the harm that are said to hold', async () => {
    await aReviewDue({ peaks: [{ title: 'Julen', months: [12], mtd: 2 }] });
    const card = await cardOf('isk-nord');
    expect(lintCard(card)).toEqual([]);
    expect(buttonsOf(card)).toEqual([holds, 'Se alle opgaver']);
    expect(JSON.stringify(card.card)).toContain('{"title":"Maksimalt accepteret nedetid","value":"1 døgn"}');
    expect(words(card)).toMatch(/Efter 4 timer: 1 – .+ Ventetid/);
    expect(words(card)).toContain('Julen: december, højst 2 timer');
  });

  test('is reviewed by one press, and the debt is paid', async () => {
    await aReviewDue();
    const { message, settled } = await press('isk-nord', await cardOf('isk-nord'), holds);
    expect(settled).toBe(true);
    expect(reviewed()).toBe('2026-12-01');
    expect(words(message)).toContain('Medicin i hjemmet er gennemgået, og tallene gælder stadig.');
    expect(buttonsOf(message)).toEqual(['Se alle opgaver']);
  });

  test('stays reviewed when it was first, pressed again or late', async () => {
    await aReviewDue();
    const card = await cardOf('isk-nord');
    await reviewService(context, the(context, 'manager-nord'), 'medicine', undefined);
    setNow('2026-12-04T09:00:00.000Z');
    const { message, settled } = await press('isk-nord', card, holds);
    expect(settled).toBe(true);
    expect(words(message)).toContain('Medicin i hjemmet blev allerede gennemgået 1. dec. 2026.');
    expect(reviewed()).toBe('2026-12-01');
  });

  test('is not reviewed when the figures are not those that were shown; the card comes back with the new ones', async () => {
    await aReviewDue();
    const card = await cardOf('isk-nord');
    await context.list(CriticalServices).update('medicine', () => ({ mtd: 4, changedBy: person('manager-nord') }));
    const { message } = await press('isk-nord', card, holds);
    expect(words(message)).toContain('Person manager-nord har gemt ændringer imens.');
    expect(JSON.stringify(message.card)).toContain('{"title":"Maksimalt accepteret nedetid","value":"4 timer"}');
    expect(reviewed()).toBe('2025-12-08');
    await press('isk-nord', message, holds);
    expect(reviewed()).toBe('2026-12-01');
  });

  test.each(['isk-syd', 'anne', 'auditor'])('pressed by %s, whose it is not, changes nothing', async (who) => {
    await aReviewDue();
    const { message, settled } = await press(who, await cardOf('isk-nord'), holds);
    // Readers of services are told the owner; others not even that it exists.
    const sees = who !== 'anne';
    expect(settled).toBe(sees);
    expect(words(message)).toContain(
      sees ? 'Det er ydelsens ejer, centret og Informationssikkerhedsteamet' : 'Knappen gælder ikke længere for dig',
    );
    expect(reviewed()).toBe('2025-12-08');
  });

  test('is not pressed when it has been stopped or deleted since', async () => {
    await aReviewDue();
    const card = await cardOf('isk-nord');
    await context.list(CriticalServices).update('medicine', () => ({ state: 'retired' }));
    expect(words((await press('isk-nord', card, holds)).message)).toContain('Ydelsen er stoppet.');
    await context.list(CriticalServices).remove('medicine');
    expect(words((await press('isk-nord', card, holds)).message)).toContain('Ydelsen findes ikke længere.');
  });

  test.each<[string, Partial<CriticalService>]>([
    ['nobody has said how long it may be down', { mtd: undefined }],
    ['somebody has written a time beyond all measure', { mtd: -3 }],
    [
      'there is more to look at than fits',
      { impacts: Array.from({ length: 12 }, (_, place) => ({ hours: place + 1, level: 1, words: 'x' })) },
    ],
  ])('is looked at in the tab when %s', async (_, changes) => {
    await aReviewDue(changes);
    const card = await cardOf('isk-nord');
    expect(lintCard(card)).toEqual([]);
    expect(buttonsOf(card)).toEqual(['Åbn Medicin i hjemmet', 'Se alle opgaver']);
  });

  test('is complete in English', async () => {
    await aReviewDue({ peaks: [{ title: 'Jul', months: [12] }] });
    await inEnglish('isk-nord');
    const card = await cardOf('isk-nord');
    expect(buttonsOf(card)).toEqual(['The figures are still correct', 'See all tasks']);
    expect(words(card)).toContain('Jul: December');
    expect(words(card)).not.toMatch(/timer|døgn|Efter|Travle/);
    expect(words((await press('isk-nord', card, 'The figures are still correct')).message)).toContain(
      'has been reviewed',
    );
  });
});

describe('both on one card', () => {
  test('say which is which, and the card stays small', async () => {
    await aPackDue();
    await aReviewDue({
      title: 'Y'.repeat(200),
      impacts: Array.from({ length: 6 }, (_, place) => ({ hours: place + 1, level: 2, words: 'å'.repeat(500) })),
    });
    const card = await cardOf('isk-nord');
    expect(lintCard(card)).toEqual([]);
    expect(buttonsOf(card).toSorted()).toEqual([
      expect.stringMatching(/^Gælder stadig: Y+…$/),
      'På plads: Center for nord',
      'Se alle opgaver',
    ]);
  });

  test('are brought up to date where they stand when it is done elsewhere', async () => {
    await aPackDue();
    await aReviewDue();
    await planDigests(context);
    const edited: string[] = [];
    const followers = createDigestFollowers(context, (_day, who, message) => {
      edited.push(`${who}: ${buttonsOf(message).join(', ')}`);
      return Promise.resolve('edited');
    });
    await followers.process();
    edited.length = 0;
    await placePack(context, the(context, 'manager-nord'), { packKey: theLatest(context).key, place: 'Rød mappe' });
    await followers.process();
    expect(edited).toContain('isk-nord: Tallene gælder stadig, Se alle opgaver');
    edited.length = 0;
    await reviewService(context, the(context, 'manager-nord'), 'medicine', undefined);
    await followers.process();
    expect(edited).toContain('isk-nord: Se alle opgaver');
    await followers.stop();
  });
});
