import { startProgramProcess, type ProgramProcess } from '../support/program-process.ts';
import type { DeskProcess } from './desk-process.ts';

/** The program on the desk; `CPU_PROFILE_DIR` is the folder of a CPU profile, written when it ends. */
export const startProgram = (
  desk: DeskProcess,
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramProcess> => {
  const folder = process.env['CPU_PROFILE_DIR'];
  return startProgramProcess({ EMULATOR_URL: desk.address, DATA_DIR: ':memory:', ...env }, [
    ...['--import', new URL('./block-probe.ts', import.meta.url).href],
    ...(folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]),
  ]);
};
