import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const tick = 10;

/** Milliseconds of processor time that a process has used, all its threads; NaN where the system does not tell (it is Linux that does). */
export function processorOf(pid: number): number {
  try {
    // The name in brackets may hold anything; after it stand the state and then 11 numbers before user and system time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * tick;
  } catch {
    return NaN;
  }
}
