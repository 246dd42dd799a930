import { describe, expect, it } from 'vitest';
import type { InstanceSeen } from '../../../api/instances/index.ts';
import type { Instant } from '../../../api/kernel/index.ts';
import { operationsView } from '../../../api/operations/contract.ts';
import { asOfAll, nothingRunning, operationsOf, saidOf, type OperationsLook } from '../../../api/operations/index.ts';
import { memoryContext } from '../../support/memory-context.ts';

const at = '2026-11-24T08:59:40.000Z' as Instant;
const later = '2026-11-24T08:59:55.000Z' as Instant;
const { gate } = nothingRunning.sending;
const aProblem = { level: 'warning' as const, code: 'sharepoint.away', message: 'away', at, firstAt: at, times: 2 };

function anInstance(leads: boolean, changes: Partial<OperationsLook> = {}): OperationsLook {
  return {
    ...nothingRunning,
    program: { version: '1.2.3', startedAt: at },
    instances: { engine: 'redis', state: 'ok', instances: 2, leads },
    ...changes,
  };
}
const leader = anInstance(true, {
  jobs: [{ name: 'directory', lastRunAt: later, tookMs: 12, problem: undefined }],
  sending: { state: 'sending', campaigns: ['c1'], unwritten: 3, gate: { ...gate, targetPerSecond: Infinity } },
  directory: { syncedAt: later, latest: { newcomers: 1, changed: 2, left: 0, whole: true } },
  problems: [{ ...aProblem, at: later, times: 3 }],
  promises: { waiting: 1, since: later },
  units: { usedLastMinute: 10, waiting: 1, inFlight: 2 },
});
const follower = anInstance(false, {
  jobs: [{ name: 'directory', lastRunAt: at }],
  problems: [aProblem],
  promises: { waiting: 2, since: at },
  units: { usedLastMinute: 5, waiting: 0, inFlight: 0 },
});
const seenAs = (id: string, said: string, changes: Partial<InstanceSeen> = {}): InstanceSeen => ({
  id,
  isOwn: false,
  silentMs: 500,
  said,
  ...changes,
});
const both = (own: 'a' | 'b') => [
  seenAs('a', saidOf(leader, 'host-a'), { isOwn: own === 'a', leadsForMs: 60_000 }),
  seenAs('b', saidOf(follower, 'host-b'), { isOwn: own === 'b' }),
];
const viewOf = (look: OperationsLook) =>
  operationsView.strict().parse(JSON.parse(JSON.stringify(operationsOf(memoryContext().context, look, 'da'))));

describe('the status of several instances', () => {
  it('is the same at each of them: the work of the one that leads, the problems and promises of all', () => {
    const [atLeader, atFollower] = [viewOf(asOfAll(leader, both('a'))), viewOf(asOfAll(follower, both('b')))];
    const same = ({ jobs, sending, directory, problems, promises, units }: typeof atLeader) => {
      return { jobs, sending, directory, problems, promises, units };
    };
    expect(same(atFollower)).toEqual(same(atLeader));
    expect([asOfAll(leader, both('a')).workOf, asOfAll(follower, both('b')).workOf]).toEqual([undefined, 'leader']);
    expect(atFollower.jobs[0]).toMatchObject({ lastRunAt: later, tookMs: 12 });
    expect(atFollower.problems).toMatchObject([{ times: 5, firstAt: at, at: later }]);
    expect(atFollower.promises).toEqual({ waiting: 3, since: at });
    expect(atFollower.instances).toMatchObject([
      { name: 'host-a', version: '1.2.3', isOwn: false, isSilent: false, leadsSince: '2026-11-24T08:59:00.000Z' },
      { name: 'host-b', isOwn: true },
    ]);
    expect(atFollower.attention).toEqual([]);
  });

  it('says which is silent, unless it has started again under its name, and whose clock is off', () => {
    const silent = { silentMs: 60_000 };
    const off = saidOf(anInstance(false, { instances: { ...follower.instances, clockAheadMs: 600_000 } }), 'host-d');
    const look = asOfAll(leader, [
      ...both('a'),
      seenAs('c', saidOf(follower, 'host-c'), silent),
      seenAs('old', saidOf(follower, 'host-b'), silent),
      seenAs('d', off),
    ]);
    expect(look.everyInstance?.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(viewOf(look).attention).toEqual([
      { kind: 'instances', why: 'silent', name: 'host-c', since: '2026-11-24T08:59:00.000Z' },
      { kind: 'instances', why: 'clock', name: 'host-d', seconds: 600 },
    ]);
  });

  it('is this one alone where they cannot agree, and of another version what can be read', () => {
    const away = anInstance(false, { instances: { ...follower.instances, state: 'away' } });
    expect(viewOf(asOfAll(away, undefined))).toMatchObject({
      instances: [],
      attention: [{ kind: 'instances', why: 'away' }],
    });
    const newer = JSON.stringify({ name: 'host-a', version: '9.0.0', startedAt: at, work: { jobs: 'other' } });
    const look = asOfAll(follower, [seenAs('a', newer, { leadsForMs: 1 }), seenAs('x', 'no JSON')]);
    expect(look.jobs).toEqual(follower.jobs);
    expect(look.workOf).toBe('unknown');
    expect(viewOf(look).instances).toMatchObject([{ id: 'x', name: '' }, { version: '9.0.0' }]);
  });
});
