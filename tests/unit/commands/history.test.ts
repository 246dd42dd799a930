import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { closeMonths, ClosedMonths } from '../../../api/history/index.ts';
import { history } from '../../../teams-app/commands/history.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/desk/desk-values.ts';
import { startWorld, type JourneyWorld } from '../../support/world.ts';

describe('npm run isms -- history', () => {
  let world: JourneyWorld;
  const lines: string[] = [];
  const run = async (...args: string[]) => {
    lines.length = 0;
    const env = { EMULATOR_URL: world.desk.address, PORT: '0', LOG_LEVEL: 'silent' };
    return history.run({
      args,
      print: (line) => lines.push(line),
      config: async () => readConfig(env, deskValues),
    });
  };

  beforeAll(async () => {
    world = await startWorld();
    await closeMonths(world.program.context);
  });
  afterAll(() => world?.close());

  it('compares every file with its hash, and prints a month and what is about one thing in it', async () => {
    expect(await run()).toBe(0);
    const files = world.program.context.list(ClosedMonths).all();
    expect(lines.at(-1)).toBe(`${files.length} files, 0 damaged.`);
    const audit = files.find(({ list }) => list === AuditEntries.name);
    if (!audit) throw new Error('nothing closed');
    expect(await run('AuditEntries', audit.month)).toBe(0);
    expect(lines).toHaveLength(audit.items);
    const [first = ''] = lines;
    const { key } = JSON.parse(first) as { key: string };
    await run('AuditEntries', audit.month, '--about', key);
    expect(lines).toContain(first);
    await expect(run('Nothing', '2026-01')).rejects.toThrow('There is no list Nothing.');
    await expect(run('AuditEntries')).rejects.toThrow('Give a list and a month');
  });
});
