import type { ProgramProcess } from '../support/program-process.ts';
import { blocksSeen } from './block-probe.ts';

/**
 * Waits until a program that has just started has caught up: three seconds in which its jobs take less than 150 ms
 * each.
 */
export async function untilQuiet(program: ProgramProcess): Promise<void> {
  for (let [quiet, rounds] = [0, 0]; quiet < 3 && rounds < 90; rounds += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { used } = blocksSeen.parse(await program.ask('blocks'));
    quiet = used < 150 ? quiet + 1 : 0;
  }
}
