import { describe, expect, it, vi } from 'vitest';
import { rememberingLog } from '../../../teams-app/jobs/latest-problems.ts';

function aLog() {
  let now = new Date('2026-11-24T09:00:00.000Z');
  const under = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  return { under, log: rememberingLog(under, { now: () => now }), later: (moment: string) => (now = new Date(moment)) };
}

describe('the latest problems', () => {
  it('keep code, place and time, newest first, and go to the log as before', () => {
    const { log, under, later } = aLog();
    log.info({ code: 'nothing' }, 'all is well');
    log.warn({ job: 'directory', code: 'sharepoint.away' }, 'job failed');
    later('2026-11-24T09:01:00.000Z');
    log.error({ requestId: 'r', route: 'GET /api/me', code: 'unexpected', status: 500 }, 'request failed');
    expect(log.problems()).toMatchObject([
      { level: 'error', code: 'unexpected', where: { part: 'route', name: 'GET /api/me' }, times: 1 },
      { level: 'warning', code: 'sharepoint.away', where: { part: 'job', name: 'directory' }, message: 'job failed' },
    ]);
    expect([under.info, under.warn, under.error].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('count what comes again instead of keeping it twice, so that an outage hides nothing else', () => {
    const { log, later } = aLog();
    log.warn({ verb: 'policy.acknowledge', milliseconds: 2500 }, 'slow answer');
    for (const minute of ['10', '20', '30']) {
      later(`2026-11-24T09:${minute}:00.000Z`);
      log.warn({ list: 'People', code: 'sharepoint.away' }, 'list cannot be refreshed');
    }
    expect(log.problems()).toMatchObject([
      { times: 3, firstAt: '2026-11-24T09:10:00.000Z', at: '2026-11-24T09:30:00.000Z' },
      { times: 1, code: 'unexpected' },
    ]);
  });

  it('are not those of calls that the program turns away as it ends', () => {
    const { log, under } = aLog();
    log.ending();
    log.warn({ list: 'People', code: 'sharepoint.away', status: 429 }, 'list cannot be refreshed');
    expect(log.problems()).toEqual([]);
    expect(under.info).toHaveBeenCalledTimes(1);
    log.warn({ code: 'journal.damaged' }, 'something');
    log.error({ job: 'chats', code: 'unexpected' }, 'job failed');
    expect(log.problems()).toHaveLength(2);
  });

  it('are fifty at most; the one that came longest ago is forgotten', () => {
    const { log } = aLog();
    for (let number = 0; number < 60; number += 1) log.warn({ code: `code.${number}` }, 'something');
    log.warn({ code: 'code.10' }, 'something');
    expect(log.problems()).toHaveLength(50);
    expect(log.problems()[0]).toMatchObject({ code: 'code.10', times: 2 });
    expect(log.problems().some(({ code }) => code === 'code.9')).toBe(false);
  });

  it('hold nothing of a line but code, place and the line’s own words', () => {
    const { log } = aLog();
    log.error({ code: 'x', job: 'sending', error: 'Anne Holm', personId: 'p', err: new Error('Anne') }, 'job failed');
    expect(JSON.stringify(log.problems())).not.toMatch(/Anne|personId/);
  });
});
