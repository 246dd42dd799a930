import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationsView } from '../../../api/operations/contract.ts';
import { startDeskProcess, type DeskProcess } from '../../load/desk-process.ts';
import { askProgram, readPeople, tokensOf } from '../../load/people.ts';
import { startProgramProcess } from '../../support/program-process.ts';
import { until } from '../../support/until.ts';

/** The smallest band of a tenant, without spare time: a new program has more to write than a minute's units. */
const tenant = { LICENCES: '1000', SYNC_MINUTES: '1' };
/**
 * An orderly end takes longer on a busy machine; an end that waits until the minute has units again takes longer still.
 */
const patient = { END_PATIENCE: '30' };

describe('a program that is told to end while its calls wait for units', () => {
  const state = mkdtempSync(join(tmpdir(), 'told-to-end-'));
  let desk: DeskProcess;
  beforeAll(async () => {
    desk = await startDeskProcess(120);
  });
  afterAll(async () => {
    await desk.stop();
    rmSync(state, { recursive: true });
  });

  it('makes none of them, ends by itself before it would be killed, and carries on at its next start', async () => {
    const env = { EMULATOR_URL: desk.address, STATE_DIR: state };
    const program = await startProgramProcess({ ...env, ...tenant, ...patient });
    const [token = ''] = await tokensOf(desk, [(await readPeople(program)).ciso]);
    await until(
      'calls that wait since the minute is spent',
      async () => {
        const { units } = operationsView.parse(await askProgram(program, token, 'GET', '/api/operations'));
        return units.waiting > 0 && units.usedLastMinute > 0.72 * (units.unitsPerMinute ?? Infinity);
      },
      120_000,
    );
    await desk.resetStats();
    await program.stop();
    expect(program.written()).not.toContain('Not everything ended in time');
    // Rejected calls were not sent: Graph's requests since are the minute's remainder for people.
    expect((await desk.stats()).graph.resourceUnits).toBeLessThan(250);

    const next = await startProgramProcess(env);
    try {
      const health: unknown = await (await fetch(`${next.address}/api/health`)).json();
      expect(health).toMatchObject({ lists: { setAside: 0, held: [] }, journal: { damaged: 0 } });
    } finally {
      await next.stop();
    }
  });
});
