import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const tick = 10;

/** Processor time of a process in milliseconds, all its threads; NaN where unknown (only Linux reports it). */
export function processorOf(pid: number): number {
  try {
    // The name in brackets may contain anything; the state and 11 numbers precede user and system time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * tick;
  } catch {
    return NaN;
  }
}
