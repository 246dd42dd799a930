import { afterEach, describe, expect, test } from 'vitest';
import { unexpected } from '../../../api/kernel/index.ts';
import type { Tokens } from '../../../api/sharepoint/index.ts';
import { anne, bo, botOnADesk, type BotOnADesk } from './bot-on-a-desk.ts';

let desk: BotOnADesk;
afterEach(() => desk.close());
const summaries = (person = anne) => desk.teams.chat(person).messages.flatMap(({ summary }) => summary ?? []);
const sorry = 'Jeg kunne ikke svare dig';

/** Tokens of the desk's, unless they are refused: the app's credential has ended. */
async function botWhoseCredentialEnds() {
  let ended = false;
  const real: { tokens?: Tokens } = {};
  desk = await botOnADesk({
    accessToken: async (scope, refused) => {
      if (ended || !real.tokens) throw unexpected('sharepoint.badCredential');
      return real.tokens(scope, refused);
    },
  });
  real.tokens = desk.tokens;
  return { ends: () => void (ended = true), isRenewed: () => void (ended = false) };
}

describe('who writes while the bot has no token', () => {
  test('is told when it has one, once, and Teams is not asked to deliver the message again', async () => {
    const credential = await botWhoseCredentialEnds();
    credential.ends();
    const { answer } = await desk.teams.say(anne, 'hvem er min isk');
    await desk.teams.say(anne, 'hjælp');
    expect([answer.status, summaries()]).toEqual([200, []]);
    await desk.bot.saySorry();
    expect(summaries()).toEqual([]);

    credential.isRenewed();
    await desk.bot.saySorry();
    await desk.bot.saySorry();
    expect(summaries()).toEqual([sorry]);
    await desk.teams.say(anne, 'mine opgaver');
    expect(summaries()).toEqual([sorry, 'Du er færdig']);
  });

  test('is told in working hours when the message is older than an hour, and not after a week', async () => {
    const credential = await botWhoseCredentialEnds();
    credential.ends();
    desk.setNow('2026-11-24T15:30:00.000Z');
    await desk.teams.say(anne, 'hjælp');
    credential.isRenewed();
    desk.setNow('2026-11-24T22:00:00.000Z');
    await desk.bot.saySorry();
    expect(summaries()).toEqual([]);
    desk.setNow('2026-11-25T07:30:00.000Z');
    await desk.bot.saySorry();
    expect(summaries()).toEqual([sorry]);

    credential.ends();
    await desk.teams.say(anne, 'hjælp');
    credential.isRenewed();
    desk.setNow('2026-12-03T09:00:00.000Z');
    await desk.bot.saySorry();
    expect(summaries()).toEqual([sorry]);
  });

  test('and who gets the app meanwhile is welcomed when it has one', async () => {
    const credential = await botWhoseCredentialEnds();
    credential.ends();
    await desk.teams.install(bo);
    await desk.bot.sayWelcomes();
    expect(summaries(bo)).toEqual([]);
    credential.isRenewed();
    await desk.bot.sayWelcomes();
    await desk.bot.sayWelcomes();
    expect(summaries(bo)).toEqual(['Velkommen til Sikkerhedshjulet. Skriv hjælp for at se, hvad du kan spørge om.']);
  });
});

test('a token that Teams refuses is asked for anew, also when the bot has only answered', async () => {
  const real: { tokens?: Tokens } = {};
  desk = await botOnADesk({
    accessToken: async (scope, refused) => (refused === undefined ? 'revoked' : (real.tokens?.(scope) ?? '')),
  });
  real.tokens = desk.tokens;
  await desk.teams.say(anne, 'hjælp');
  expect(summaries()).toEqual([]);
  await desk.teams.say(anne, 'mine opgaver');
  expect(summaries()).toEqual(['Du er færdig']);
});
