import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDays, todayOf } from '../../../api/kernel/index.ts';
import { meView } from '../../../api/organisation/contract.ts';
import { People } from '../../../api/organisation/index.ts';
import { workingDayFrom } from '../../../api/working-days.ts';
import { verbs } from '../../../bot/index.ts';
import { actionsOf } from '../../../teams-app/emulator/teams/card-tree.ts';
import { obligations } from '../../../api/texts/da/obligations.ts';
import { atDanishTime } from '../../support/danish-time.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import type { JourneyWorld } from '../../support/world.ts';
import { everyVerb, type Pressable } from './every-verb.ts';

const received = /Vi har modtaget dit svar|We have received your answer/;
/** Whether the tab has texts for a verb's effect. */
const hasWords = (verb: string): boolean => {
  const [room = '', act = ''] = verb.split('.');
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = obligations.coming.what;
  return words[room]?.[act] !== undefined;
};
/** Shows more of a card without an act: answered from memory at once. */
const looks: readonly string[] = ['digest.next', 'incident.ask', 'command.say'];
const wentWrong = /Noget gik galt|Something went wrong|passer ikke mere|out of date/;

/** Every button of the product is pressed while Microsoft 365 is down, in one world. */
describe('every verb, pressed while Microsoft 365 is away', () => {
  let world: JourneyWorld;
  let presses: Pressable[];
  const messages = new Map<Pressable, string>();

  const desk = () => {
    if (!world.desk.world) throw new Error('the desk is not in this process');
    return world.desk.world;
  };
  const away = (isAway: boolean) => desk().faults.put({ graph: { away: isAway } });
  const at = (moment: Date) => world.control('PUT', 'clock', { now: moment.toISOString() });
  const later = (minutes: number) => at(new Date(world.desk.clock.now().getTime() + minutes * 60_000));
  const waiting = async () => {
    const answer = await fetch(`${world.program.address}/api/health`);
    return z.looseObject({ promises: z.object({ waiting: z.number() }) }).parse(await answer.json()).promises.waiting;
  };
  /** Pending answers in the person's tab. */
  const comingFor = async ({ personId }: { personId: string }): Promise<string[]> => {
    const { body } = await world.as({ id: personId }, 'GET', '/api/me');
    return (meView.parse(body).coming ?? []).map(({ verb }) => verb);
  };
  /** A person without a press. */
  const nobody = () => {
    const pressed = new Set<string>(presses.map(({ personId }) => personId));
    const found = world.program.context
      .list(People)
      .all()
      .find(({ key, leftOn }) => !pressed.has(key) && !leftOn);
    if (!found) throw new Error('everybody pressed');
    return { personId: found.key };
  };
  const place = (one: Pressable) => {
    const { summary, card } = one.card;
    const content = { summary, card: JSON.parse(JSON.stringify(card)) as Record<string, unknown> };
    messages.set(one, desk().teams.place(one.personId, content, world.desk.clock.now().toISOString()).activity);
  };
  const cardOf = (one: Pressable) =>
    JSON.stringify(
      desk()
        .teams.chat(one.personId)
        .messages.find(({ id }) => id === messages.get(one))?.card,
    );
  const press = async (one: Pressable): Promise<string> => {
    const messageId = messages.get(one) ?? '';
    const shown = JSON.parse(JSON.stringify(one.card.card)) as Record<string, unknown>;
    const index = actionsOf(shown).findIndex(({ action }) => action['verb'] === one.verb);
    if (index < 0) throw new Error(`${one.verb} is not on its card`);
    const answer = await desk().teams.press(one.personId, { messageId, index, inputs: one.inputs ?? {} });
    return JSON.stringify(answer.card);
  };
  /** A row per verb, so that one run shows all failures. */
  const seen = <What>(look: (one: Pressable) => What) => presses.map((one) => [one.verb, look(one)] as const);
  const all = <What>(what: What) => presses.map(({ verb }) => [verb, what] as const);

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60' });
    // Those who got another card first that day are told of the rest on the next working day.
    const { clock } = world.program.context;
    const next = workingDayFrom(addDays(todayOf(clock), 1));
    desk().clock.set(atDanishTime(next, '09:05'));
    await world.process();
    presses = await everyVerb(world);
    for (const one of presses) place(one);
  });
  afterEach(() => away(false));
  afterAll(() => world.close());

  it('has a press here', () => {
    const acts = Object.keys(verbs).filter((verb) => !looks.includes(verb));
    expect([...new Set(presses.map(({ verb }) => verb))].toSorted()).toEqual(acts.toSorted());
    expect(seen((one) => one.done().length)).toEqual(all(0));
  });

  it('is promised, done once as of the press when it is back, and its card says what became of it', async () => {
    const pressedAt = world.desk.clock.now().toISOString();
    away(true);
    const answers = await Promise.all(presses.map(press));
    expect(answers.filter((answer) => !received.test(answer))).toEqual([]);
    expect(await waiting()).toBe(presses.length);
    expect(seen((one) => one.done().length)).toEqual(all(0));
    const told = await Promise.all(presses.map(comingFor));
    expect(told).toEqual(presses.map(({ verb }) => [verb]));
    expect(told.flat().filter((verb) => !hasWords(verb))).toEqual([]);
    expect(await comingFor(nobody())).toEqual([]);
    await later(12);
    const back = world.desk.clock.now().toISOString();
    away(false);
    await world.process();
    expect(await waiting()).toBe(0);
    expect((await Promise.all(presses.map(comingFor))).flat()).toEqual([]);
    const times = (one: Pressable) => (one.verb === 'agenda.approveAll' ? 2 : 1);
    expect(seen((one) => one.done().length)).toEqual(presses.map((one) => [one.verb, times(one)]));
    expect(seen((one) => one.done().every((moment) => moment >= pressedAt && moment < back))).toEqual(all(true));
    expect(seen((one) => received.test(cardOf(one)) || wentWrong.test(cardOf(one)))).toEqual(all(false));
  });

  it('is not done again when an old card of it is pressed, and that card says how things are', async () => {
    const before = seen((one) => one.done());
    for (const one of presses) place(one);
    await later(1);
    away(true);
    // Completed acts are known without Microsoft 365; a promised repeat is carried out and changes nothing.
    await Promise.all(presses.map(press));
    await later(12);
    away(false);
    await world.process();
    expect(await waiting()).toBe(0);
    expect(seen((one) => one.done())).toEqual(before);
    expect(seen((one) => received.test(cardOf(one)) || wentWrong.test(cardOf(one)))).toEqual(all(false));
  });
});
