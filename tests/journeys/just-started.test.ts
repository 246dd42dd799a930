import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CourseRounds } from '../../api/awareness/index.ts';
import { figuresContract } from '../../api/figures/contract.ts';
import type { LocalDate } from '../../api/kernel/index.ts';
import { figures } from '../../teams-app/commands/figures.ts';
import { readConfig } from '../../teams-app/config/config.ts';
import { deskValues } from '../../teams-app/config/desk-values.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { startWorld, type JourneyWorld } from '../support/world.ts';

const { answer } = figuresContract['GET /api/figures'];

describe('a program that has just been started', () => {
  let folder: string;
  let world: JourneyWorld;
  let before: string[];
  /** Members of the groups that rounds name, right after the start. */
  let known: (number | undefined)[];
  const start = () =>
    startWorld(
      { PEOPLE: '60', DATA_DIR: folder, LOG_LEVEL: 'silent' },
      atDanishTime('2026-11-24' as LocalDate, '09:00'),
    );
  /** What the figures say of courses. */
  const ofCourses = async (): Promise<string[]> => {
    const { body } = await world.as(await world.personWith('ciso'), 'GET', '/api/figures?owner=whole');
    return answer
      .parse(body)
      .figures.filter(({ key }) => key.startsWith('course'))
      .map(({ key, numerator, denominator }) => `${key} ${numerator} of ${denominator}`);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sikkerhedshjulet-started-'));
    world = await start();
    await world.process();
    before = await ofCourses();
    await world.close();
    world = await start();
    const { context } = world.program;
    const rounds = context.list(CourseRounds).all();
    known = rounds.flatMap(({ obliged }) => obliged.groupIds.map((groupId) => context.groupMembers?.(groupId)?.size));
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('knows whom a group obliges to take a course before the directory is next looked at, and counts them', async () => {
    expect(known.length).toBeGreaterThan(0);
    expect(known).not.toContain(undefined);
    expect(before.length).toBeGreaterThan(0);
    expect(await ofCourses()).toEqual(before);
  });

  it('freezes them as `figures` counts them again', async () => {
    const lines: string[] = [];
    const env = { EMULATOR_URL: world.desk.address, PORT: '0', LOG_LEVEL: 'silent' };
    const run = (...args: string[]) =>
      figures.run({ args, print: (line) => lines.push(line), config: async () => readConfig(env, deskValues) });
    await run('2026-10');
    expect(lines).toEqual([
      expect.stringMatching(/^As of 2026-10-31: \d+ the same, 0 differ; not counted again: unreachable\.$/),
    ]);
  });
});
