import { execFileSync } from 'node:child_process';

/** Resident memory of a process in bytes; undefined if unknown to `ps`. */
export function residentMemory(pid: number): number | undefined {
  try {
    const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
    return Number.isFinite(kilobytes) && kilobytes > 0 ? kilobytes * 1024 : undefined;
  } catch {
    return undefined;
  }
}
