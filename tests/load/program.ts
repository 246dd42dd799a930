import { startProgramProcess, type ProgramProcess } from '../support/program-process.ts';
import type { DeskProcess } from './desk-process.ts';

/** The program on the desk; `PROFILE` as a folder writes a CPU profile there when it ends. */
export const startProgram = (
  desk: DeskProcess,
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramProcess> => {
  const folder = process.env['PROFILE'];
  return startProgramProcess({ EMULATOR_URL: desk.address, DATA_DIR: ':memory:', ...env }, [
    ...['--import', new URL('./block-probe.ts', import.meta.url).href],
    ...(folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]),
  ]);
};
