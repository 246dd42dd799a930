import { describe, expect, it } from 'vitest';
import { AppError, unavailable } from '../../../api/kernel/index.ts';
import { GraphFailure } from '../../../api/sharepoint/index.ts';
import { readFailure } from '../../../api/sharepoint/graph-failure.ts';
import { patienceOf } from '../../../teams-app/program/patient-start.ts';
import { StartRefused } from '../../../teams-app/config/start-refused.ts';

const away = (status = 0, headers: Record<string, string> = {}) =>
  new GraphFailure('GET', '/sites/x', readFailure(status, '', new Headers(headers)), false);

/** A start whose clock runs only while it waits; a step fails some times, then succeeds. */
function aStart(seconds: number) {
  let now = 0;
  const told: string[] = [];
  const waits: number[] = [];
  const patiently = patienceOf({
    seconds,
    tell: (line) => told.push(line),
    now: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds / 1_000);
      now += milliseconds;
    },
  });
  const failing = (...failures: Error[]) =>
    patiently(async () => {
      const failure = failures.shift();
      if (failure) throw failure;
      return 'done';
    });
  return { failing, told, waits };
}

describe('patienceOf', () => {
  it('says nothing when all is well', async () => {
    const { failing, told } = aStart(600);
    expect(await failing()).toBe('done');
    expect(told).toEqual([]);
  });

  it('tries again after every failure that passes, ever more seldom, and says so each time', async () => {
    const { failing, told, waits } = aStart(600);
    const failures = [away(), away(504), away(429), unavailable('sharepoint.away'), away(500), away(502)];
    expect(await failing(...failures)).toBe('done');
    expect(waits).toEqual([2, 5, 10, 20, 30, 30]);
    expect(told).toHaveLength(6);
    expect(told[1]).toMatch(/^Microsoft 365 does not answer \(504\)\. The start waits 5 s .+ 598 s more at most\.$/);
  });

  it('waits as long as Microsoft 365 asks for', async () => {
    const { failing, waits } = aStart(600);
    await failing(away(429, { 'retry-after': '120' }), away(503, { 'ratelimit-reset': '7' }));
    expect(waits).toEqual([120, 7]);
  });

  it('gives up with the last failure when the next try would come too late; steps share the time', async () => {
    const { failing, waits } = aStart(40);
    expect(await failing(away(503), away(503), away(503))).toBe('done');
    await expect(failing(away(503), away(504), away(504), away(504), away(504))).rejects.toMatchObject({
      details: { status: 504 },
    });
    expect(waits).toEqual([2, 5, 10, 2, 5, 10]);
  });

  it('tries once without patience, and gives up at once when asked to wait longer than it may', async () => {
    await expect(aStart(0).failing(away())).rejects.toThrow(GraphFailure);
    await expect(aStart(600).failing(away(429, { 'retry-after': '601' }))).rejects.toThrow(GraphFailure);
  });

  it.each([
    new StartRefused('There is no site.', 'Set it.'),
    new AppError('unexpected', 'sharepoint.listMissing', { list: 'People' }),
    away(401),
    away(403),
    new TypeError('a fault of ours'),
  ])('throws at once what does not pass by itself: %s', async (failure) => {
    const { failing, told } = aStart(600);
    await expect(failing(failure)).rejects.toBe(failure);
    expect(told).toEqual([]);
  });
});
