import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../api/kernel/index.ts';
import { clockAhead, clockTolerance, watchClock } from '../../../api/sharepoint/index.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { connect } from '../../../teams-app/program/connect.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';

const noon = Date.parse('2026-11-24T12:00:00.000Z');
const answerAt = (moment: number) => new Response('{}', { headers: { date: new Date(moment).toUTCString() } });

describe('the clock of the machine', () => {
  it('is right when the answer was given between sending and receiving, in whole seconds', () => {
    expect(clockAhead(answerAt(noon), noon + 999, noon + 5_000)).toBe(0);
    expect(clockAhead(answerAt(noon), noon - 8_000, noon)).toBe(0);
    expect(clockAhead(answerAt(noon), noon + 7_200_999, noon + 7_203_000)).toBe(7_200_000);
    expect(clockAhead(answerAt(noon), noon - 90_000, noon - 86_400)).toBe(-86_400);
    expect(clockAhead(new Response('{}'), noon, noon)).toBeUndefined();
    expect(clockAhead(new Response('{}', { headers: { date: 'i morgen' } }), noon, noon)).toBeUndefined();
  });

  it('is not compared with an answer that a cache has kept', async () => {
    const [told, kept] = [[] as number[], answerAt(noon - 86_400_000)];
    kept.headers.set('age', '86400');
    const watch = watchClock(
      async () => kept,
      (ahead) => told.push(ahead),
      () => noon,
    );
    await watch.fetch('https://login.botframework.com/v1/.well-known/keys');
    expect([told, watch.aheadMs()]).toEqual([[], 0]);
  });

  it('is told when it begins to be wrong, and not of each answer', async () => {
    let machine = noon;
    const told: number[] = [];
    let setTo: number | undefined;
    const fetch = async () => {
      machine = setTo ?? machine;
      return answerAt(noon);
    };
    const watch = watchClock(fetch, told.push.bind(told), () => machine);
    const askAt = async (moment: number) => {
      machine = moment;
      await watch.fetch('https://graph.microsoft.com/v1.0/');
      return watch.aheadMs();
    };
    expect(await askAt(noon + clockTolerance)).toBe(0);
    expect(await askAt(noon - clockTolerance)).toBe(0);
    expect(told).toEqual([]);
    expect(await askAt(noon + 7_200_999)).toBe(7_200_000);
    expect(await askAt(noon - 86_400_000)).toBe(-86_400_000);
    expect(told).toEqual([7_200_000]);
    expect(await askAt(noon)).toBe(0);
    await askAt(noon - 7_200_000);
    expect(told).toEqual([7_200_000, -7_200_000]);
    // Set right, or wrong, during a request: the next one tells.
    setTo = noon;
    expect(await askAt(noon - 7_200_000)).toBe(-7_200_000);
    setTo = undefined;
    expect(await askAt(noon)).toBe(0);
    setTo = noon - 7_200_000;
    expect(await askAt(noon)).toBe(0);
    setTo = noon;
    expect(await askAt(noon + 7_200_999)).toBe(0);
  });

  it('is compared with what Entra answers, too: a token that is signed in the wrong hour is refused there', async () => {
    const lines: unknown[] = [];
    const quiet = () => undefined;
    const log = { info: quiet, error: quiet, warn: (fields: unknown) => lines.push(fields) };
    const fetch = async (url: string) =>
      Response.json({ error: 'invalid_client', url }, { status: 401, headers: { date: new Date(0).toUTCString() } });
    const config = readConfig({ DATA_DIR: ':memory:' }, deskValues);
    const { tokens, clockAheadMs } = connect(config, config.app, { fetch, clock: systemClock, log });
    await tokens('https://graph.microsoft.com/.default').catch(() => undefined);
    expect(clockAheadMs()).toBeGreaterThan(clockTolerance);
    expect(lines).toMatchObject([{ code: 'clock.wrong' }]);
  });
});
