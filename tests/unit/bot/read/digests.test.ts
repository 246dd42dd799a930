import { it } from 'vitest';
import type { Context } from '../../../../api/context.ts';
import { continuePacks } from '../../../../api/contingency/index.ts';
import { CriticalServices } from '../../../../api/critical-services/index.ts';
import { instant, todayOf, type Language, type PersonId } from '../../../../api/kernel/index.ts';
import { declareObligationSources } from '../../../../api/obligations/index.ts';
import { actorOf, People } from '../../../../api/organisation/index.ts';
import { acknowledgePolicy } from '../../../../api/policy/index.ts';
import { planDigests } from '../../../../api/reminders/index.ts';
import { pressOfInvoke, runAction } from '../../../../bot/actions/index.ts';
import { digestCardFor, verbs } from '../../../../bot/index.ts';
import type { ChatMessage } from '../../../../bot/sending/chat-port.ts';
import { obligationSources } from '../../../../teams-app/program/obligation-sources.ts';
import { aService } from '../../contingency/builders.ts';
import { aPaperTown, aVitalSystem } from '../../contingency/documents/papers.ts';
import { day, person } from '../../organisation/builders.ts';
import { sendWaiting } from '../../reminders/builders.ts';
import { aCourseDue, aDay, aPolicyDue, aTaskDue, bo, cardOf } from '../a-day-of-digests.ts';
import { anne, aPerson, aRole, born, mette, voksne, aCentre } from '../bot-context.ts';
import { buttonsIn } from '../lint-card.ts';
import { readCards, type Look } from './as-read.ts';

const another = (number: number) => `22222222-0000-4000-8000-${String(number).padStart(12, '0')}` as PersonId;

/** Presses the button of a verb, as Teams does. */
async function press(context: Context, who: PersonId, message: ChatMessage, verb: string, inputs = {}) {
  const button = buttonsIn(message.card).find((one) => one.verb === verb);
  const pressed = pressOfInvoke({ action: { verb, data: { ...button?.data, ...inputs } } });
  if (!button || !pressed) throw new Error(`no button ${verb}`);
  return (await runAction(context, verbs, pressed, { personId: who, locale: 'da-DK' })).message;
}

it('the day’s one card reads as it is approved', async () => {
  await readCards(async (look, language) => {
    await threeThings(look, language);
    await oneThing(look, language);
    await others(look, language);
    await contingency(look, language);
  });
});

async function threeThings(look: Look, language: Language): Promise<void> {
  const { context } = await aDayIn(language);
  await aPolicyDue(context, '2026-11-20');
  await aCourseDue(context);
  await aTaskDue(context, '2026-11-24');
  const card = await cardOf(context, anne);
  look('three things, one late', card);
  look('one is done', await press(context, anne, card, 'digest.completeTask', { evidence: 'Sag 26/123' }));
  const read = await press(context, anne, card, 'digest.acknowledgePolicy');
  look('the policy is acknowledged', read);
  look('the last is done', await press(context, anne, card, 'digest.declareCourse'));
}

async function oneThing(look: Look, language: Language): Promise<void> {
  const course = await aDayIn(language);
  await aCourseDue(course.context);
  look('a course', await cardOf(course.context, anne));
  const late = await aDayIn(language);
  await aCourseDue(late.context, { dueOn: day('2026-11-17'), selfDeclared: false });
  look('a course that is late, in a round that takes nobody’s word', await cardOf(late.context, anne));
  const policy = await aDayIn(language);
  await aPolicyDue(policy.context);
  look('the policy alone', await cardOf(policy.context, anne));
  const away = await aDayIn(language);
  await aRole(away.context, mette, 'securityTeam');
  await aTaskDue(away.context, '2026-11-24', { personId: bo, role: 'securityTeam' });
  await away.context.list(People).update(bo, () => ({ absentFrom: day('2026-11-01'), absentTo: day('2026-12-31') }));
  await planDigests(away.context);
  look('a task of somebody on leave', digestCardFor(away.context, day('2026-11-24'), mette));
  const many = await aDayIn(language);
  for (let number = 20; number < 28; number += 1)
    await aTaskDue(many.context, `2026-11-${number}`, { title: `Gennemgå brugeradgange i system ${number}` });
  look('eight things', await cardOf(many.context, anne));
}

async function others(look: Look, language: Language): Promise<void> {
  const { context, setNow } = await aDayIn(language);
  await aCentre(context, born, 'Center for Børn og Unge');
  await aPolicyDue(context, '2026-11-02');
  for (let number = 0; number < 9; number += 1)
    await aPerson(context, another(number), {
      ...{ title: `Kollega ${number + 1}`, centreId: number < 6 ? voksne : born },
      ...(number === 8 ? { teams: false } : {}),
    });
  await aTaskDue(context, '2026-10-20', { personId: anne });
  await aRole(context, another(7), 'ciso');
  await aRole(context, another(6), 'securityCommittee');
  for (const one of [another(6), another(7)]) await context.list(People).update(one, () => ({ language }));
  await acknowledgePolicy(context, actorOf(context, bo)!, { versionKey: 'policy-4.0', channel: 'tab' });
  await planDigests(context);
  await sendWaiting(context);
  const on = todayOf(context.clock);
  look('the ISK, with a thing of her own', digestCardFor(context, on, mette));
  look('the manager', digestCardFor(context, on, bo));
  look('the committee', digestCardFor(context, on, another(6)));
  look('reminded them', await press(context, mette, digestCardFor(context, on, mette), 'digest.nudge'));
  setNow('2026-12-01T09:00:00.000Z');
  await planDigests(context);
  await sendWaiting(context);
  look('a week later', digestCardFor(context, day('2026-12-01'), mette));
  look('yesterday’s, when a newer has come', digestCardFor(context, on, mette));
}

async function contingency(look: Look, language: Language): Promise<void> {
  const { context, setNow } = await aPaperTown();
  declareObligationSources(context, obligationSources);
  for (const { key } of context.list(People).all()) await context.list(People).update(key, () => ({ language }));
  await aVitalSystem(context, 'journal', { title: 'Omsorgsjournal' });
  await context.list(CriticalServices).create(
    aService('medicine', {
      ...{ title: 'Medicin i hjemmet', ownerId: person('isk-nord') },
      reviewedAt: instant(new Date('2025-12-08T09:00:00Z')),
    }),
  );
  await continuePacks(context);
  setNow('2026-12-01T09:00:00.000Z');
  await planDigests(context);
  look('a pack, a part and a service', digestCardFor(context, day('2026-12-01'), person('isk-nord')));
  look('a part', digestCardFor(context, day('2026-12-01'), person('anne')));
}

async function aDayIn(language: Language) {
  const day = await aDay();
  for (const one of [anne, mette, bo]) await day.context.list(People).update(one, () => ({ language }));
  return day;
}
