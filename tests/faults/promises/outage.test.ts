import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { WheelTasks } from '../../../api/annual-wheel/task-list.ts';
import { Incidents } from '../../../api/incidents/index.ts';
import { Completions } from '../../../api/awareness/index.ts';
import { actionsOf } from '../../../teams-app/emulator/teams/card-tree.ts';
import type { ProgramProcess } from '../../support/program-process.ts';
import { until } from '../../support/until.ts';
import { aMunicipality, type Municipality } from '../campaign/a-municipality.ts';

/** A pressable button: place and action. */
interface Button {
  personId: string;
  messageId: string;
  index: number;
  verb: string;
  /** As JSON. */
  data: string;
}
const patience = 300_000;
const minutes = 60_000;
/** In Danish or English. */
const received = /Vi har modtaget dit svar|We have received your answer/;
const thanked = /Tak|Thank|allerede|already/;

/** Writes of the promised presses, by actor. */
function written({ records }: Municipality): string[] {
  return [
    ...records(Acknowledgements)
      .filter(({ outcome, channel }) => outcome === 'acknowledged' && channel === 'card')
      .map(({ personId }) => `policy.acknowledge ${personId}`),
    ...records(Completions)
      .filter(({ source, channel }) => source === 'selfDeclared' && channel === 'card')
      .map(({ personId }) => `digest.declareCourse ${personId}`),
    ...records(WheelTasks).flatMap(({ history }) =>
      history.filter(({ what }) => what === 'completed').map(({ by }) => `digest.completeTask ${by}`),
    ),
  ];
}

describe('presses while Microsoft 365 is away', () => {
  let municipality: Municipality;
  let program: ProgramProcess;
  const used = new Set<string>();

  const at = (moment: string) => municipality.world.clock.set(moment);
  const cardIn = ({ personId, messageId }: Button) =>
    JSON.stringify(municipality.world.teams.chat(personId).messages.find(({ id }) => id === messageId)?.card);
  const promises = async () => {
    const answer = await fetch(`${program.address}/api/health`);
    return z.looseObject({ promises: z.object({ waiting: z.number() }) }).parse(await answer.json()).promises.waiting;
  };
  /** One button for each of a number of people without a press, of as many kinds as there are. */
  function buttons(count: number, kinds: readonly string[]): Button[] {
    const found = municipality.audience().flatMap((personId): Button[] => {
      if (used.has(personId)) return [];
      return municipality.world.teams.chat(personId).messages.flatMap(({ id: messageId, card }) =>
        card
          ? actionsOf(card).flatMap(({ action, inputs }, index) => {
              const verb = typeof action['verb'] === 'string' ? action['verb'] : '';
              const asks = inputs.some(({ required }) => required);
              return kinds.includes(verb) && !asks
                ? [{ personId, messageId, index, verb, data: JSON.stringify(action['data']) }]
                : [];
            })
          : [],
      );
    });
    const chosen: Button[] = [];
    const byKind = kinds.map((kind) => found.filter(({ verb }) => verb === kind));
    for (let place = 0; chosen.length < count && place < found.length; place += 1)
      for (const one of byKind.flatMap((same) => same.slice(place, place + 1))) {
        if (chosen.length >= count || used.has(one.personId)) continue;
        used.add(one.personId);
        chosen.push(one);
      }
    return chosen;
  }
  /** New since then, with repetitions: `<verb> <person>`. */
  const since = (before: readonly string[]) => {
    const left = [...before];
    return written(municipality).filter((one) => {
      const place = left.indexOf(one);
      if (place >= 0) left.splice(place, 1);
      return place < 0;
    });
  };
  const expected = (pressed: readonly Button[]) =>
    pressed.map(({ verb, personId }) => `${verb} ${personId}`).toSorted();
  const press = async ({ personId, messageId, index, verb }: Button) => {
    const needs = verb === 'digest.completeTask' ? { inputs: { evidence: 'Referatet ligger i mappen.' } } : {};
    return municipality.world.teams.press(personId, { messageId, index, ...needs });
  };
  const kinds = ['policy.acknowledge', 'digest.declareCourse', 'digest.completeTask'];

  beforeAll(async () => {
    municipality = await aMunicipality(150, '2026-11-26T08:05:00.000Z');
    program = await municipality.start();
    await municipality.publish(program);
    await municipality.process(program);
    // Recipients of the policy card are told of the rest on the next working day.
    at('2026-11-27T08:05:00.000Z');
    await municipality.process(program);
  }, patience);
  afterEach(() => {
    municipality.world.faults.reset();
  });
  afterAll(() => municipality.close());

  it(
    'edits each card once when all is well',
    async () => {
      const pressed = buttons(6, kinds);
      const cards = () =>
        municipality
          .audience()
          .flatMap((personId) =>
            municipality.world.teams
              .chat(personId)
              .messages.map(({ id, updatedAt }) => [`${personId} ${id}`, updatedAt] as const),
          );
      const before = new Map(cards());
      municipality.world.stats.reset();
      for (const one of pressed) expect((await press(one)).status).toBe(200);
      await municipality.process(program);
      await municipality.process(program);
      // Others' cards that name a completed act show it; each of all these is edited once.
      const edited = cards().flatMap(([card, at]) => (before.has(card) && before.get(card) !== at ? [card] : []));
      expect(edited).toEqual(
        expect.arrayContaining(pressed.map(({ personId, messageId }) => `${personId} ${messageId}`)),
      );
      const { byKind } = municipality.world.stats.snapshot().connector;
      expect(byKind['update']?.calls).toBe(edited.length);
      for (const one of pressed) expect(cardIn(one)).toMatch(thanked);
    },
    patience,
  );

  it(
    'are all promised, and after ten minutes and two kills all carried out once, as of the press, and on their cards',
    async () => {
      const pressed = buttons(30, kinds);
      expect(pressed).toHaveLength(30);
      expect(new Set(pressed.map(({ verb }) => verb)).size).toBe(3);
      const before = written(municipality);
      municipality.world.faults.put({ graph: { away: true } });
      const answers = await Promise.all([...pressed, ...pressed.slice(0, 3)].map(press));
      for (const answer of answers) expect(JSON.stringify(answer.card)).toMatch(received);
      expect(await promises()).toBe(30);

      at('2026-11-27T08:16:00.000Z');
      await program.kill();
      expect(written(municipality)).toEqual(before);
      municipality.world.faults.reset();
      municipality.world.faults.put({ graph: { latencyMs: 60 } });
      program = await municipality.start();
      await until('some of them', () => written(municipality).length >= before.length + 8, minutes);
      await program.kill();
      municipality.world.faults.reset();
      program = await municipality.start();
      await until('all of them', async () => (await promises()) === 0, 2 * minutes);

      expect(since(before).toSorted()).toEqual(expected(pressed));
      const receipts = municipality.records(Acknowledgements);
      for (const { personId, verb } of pressed)
        if (verb === 'policy.acknowledge')
          expect(
            receipts.find((receipt) => receipt.personId === personId && receipt.versionKey === 'policy-5-0')?.at,
          ).toMatch(/^2026-11-27T08:0/);
      // After a kill the act's follower may update a card: it shows what remains, and no longer asks.
      for (const one of pressed) {
        expect(cardIn(one)).not.toMatch(received);
        expect(cardIn(one)).not.toContain(one.data);
      }
    },
    patience,
  );

  it(
    'of a lost phone reach the ISK once, and the reporter what became of it, though the program is killed between press and cards',
    async () => {
      const { teams, faults } = municipality.world;
      const [reporter, isk] = ['anne', 'mette'].map((code) => municipality.seeded.person(code).id);
      if (isk === undefined || reporter === undefined) throw new Error('nobody to lose a phone');
      const shown = (personId: string, words: string) =>
        teams.chat(personId).messages.filter(({ card }) => JSON.stringify(card ?? '').includes(words));
      await teams.say(reporter, 'jeg har mistet min telefon');
      const [answer] = shown(reporter, 'incident.report').slice(-1);
      if (!answer?.card) throw new Error('no answer');
      const index = actionsOf(answer.card).findIndex(({ action }) => action['verb'] === 'incident.report');
      faults.put({ graph: { away: true } });
      const promised = await teams.press(reporter, { messageId: answer.id, index, inputs: { text: 'I bussen' } });
      expect(JSON.stringify(promised.card)).toMatch(/Ring nu|Call now/);
      await program.kill();
      expect(municipality.records(Incidents)).toEqual([]);

      // Teams does not respond: recorded, and nobody has a card when the program is killed again.
      faults.reset();
      faults.put({ connector: { random: { rate: 1, kinds: ['429'] } } });
      program = await municipality.start();
      await until('it to be written down', () => municipality.records(Incidents).length === 1, minutes);
      await program.kill();
      expect(shown(isk, 'incident.take')).toEqual([]);
      faults.reset();
      program = await municipality.start();
      await until('the ISK to have a card', () => shown(isk, 'incident.take').length > 0, minutes);
      const told = () =>
        shown(reporter, 'I bussen').some(({ card }) => /har fået besked|was told|were told/.test(JSON.stringify(card)));
      await until('the receipt to say so', told, minutes);
      expect(shown(isk, 'incident.take')).toHaveLength(1);
      const [alarm] = shown(isk, 'incident.take');
      const take = actionsOf(alarm?.card ?? {}).findIndex(({ action }) => action['verb'] === 'incident.take');
      await teams.press(isk, { messageId: alarm?.id ?? '', index: take });
      const taken = () => shown(reporter, 'tager den').length + shown(reporter, 'takes it').length;
      await until('the reporter to know who takes it', () => taken() >= 2, minutes);
      expect(municipality.records(Incidents)).toMatchObject([{ state: 'taken', takenBy: isk, text: 'I bussen' }]);
    },
    patience,
  );

  it(
    'are all carried out once while four answers of five are 429',
    async () => {
      const pressed = buttons(30, ['policy.acknowledge']);
      expect(pressed).toHaveLength(30);
      const before = written(municipality);
      municipality.world.faults.put({ graph: { random: { rate: 0.8, statuses: [429], retryAfterSeconds: 1 } } });
      const answers = await Promise.all(pressed.map(press));
      for (const answer of answers)
        expect(JSON.stringify(answer.card)).toMatch(/modtaget dit svar|received your answer|Tak, |Thank/);
      await until('all of them', async () => (await promises()) === 0, 3 * minutes);
      municipality.world.faults.reset();
      expect(since(before).toSorted()).toEqual(expected(pressed));
      for (const one of pressed) expect(cardIn(one)).not.toMatch(received);
      for (const one of pressed) expect(cardIn(one)).toMatch(thanked);
    },
    patience,
  );
});
