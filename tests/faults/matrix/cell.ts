import { stories, type Story } from '../../kills/stories/index.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import type { Fault } from './fault-rows.ts';
import { aStage, callCounter } from './stage-under-fault.ts';
import { whatIsLeft, type Left } from './what-is-left.ts';

export interface Cell {
  left: Left;
  /** What is wrong by itself: answers, and the story's own end. */
  wrong: readonly string[];
  /** Errors that people were told. */
  told: readonly string[];
}

/** Tells a story in a municipality of its own; the fault is on in each step of it. */
export async function cell(story: Story, fault: Fault | undefined, seed: number): Promise<Cell> {
  const calls = callCounter();
  const world = await startSettledWorld({ PEOPLE: '60', LOG_LEVEL: 'silent' }, undefined, calls.around);
  const site = world.desk.world;
  if (!site) throw new Error('the desk runs elsewhere');
  try {
    const stage = await aStage(world, calls, seed * 1_000 + stories.indexOf(story));
    await story.before?.(stage);
    stage.use(fault);
    const ended: string[] = [];
    await story.acts(stage).catch((failure: unknown) => void ended.push(`the story ended: ${String(failure)}`));
    await stage.settle();
    const wrong = await story.wrong(stage).catch((failure: unknown) => [`its end cannot be read: ${String(failure)}`]);
    const jobs = world.program.jobs
      .status()
      .flatMap(({ name, problem }) => (problem === undefined ? [] : [`job ${name}: ${problem}`]));
    return {
      left: whatIsLeft(site, stage, story.about, fault?.losesCards),
      wrong: [...stage.problems, ...ended, ...wrong, ...jobs],
      told: stage.told,
    };
  } finally {
    await world.close();
  }
}
