import type { RegisterAnswer } from './useRegisterRows.ts';

type Group = RegisterAnswer['groups'][number];
/** A visible line of the register: a group's heading, or the risk with its index in the whole. */
export type Line = { kind: 'group'; group: Group } | { kind: 'risk'; position: number };

/** The lines of a register, computed on demand: with 5,000 risks only visible ones are requested. */
export function linesOf(total: number, groups: readonly Group[]) {
  const starts: number[] = [];
  let next = 0;
  for (const { count } of groups) {
    starts.push(next);
    next += count + 1;
  }
  /** The line with an index from 0. */
  const at = (line: number): Line => {
    const number = lastUpTo(starts, line);
    const group = groups[number];
    const start = starts[number];
    if (!group || start === undefined) return { kind: 'risk', position: line };
    return start === line ? { kind: 'group', group } : { kind: 'risk', position: line - number - 1 };
  };
  return {
    count: total + groups.length,
    at,
    /** Windows of `size` risks, from 0, that contain the risks of these lines. */
    windowsOf(lines: readonly number[], size: number): number[] {
      const places = lines.map(at).flatMap((line) => (line.kind === 'risk' ? [line.position] : []));
      return [...new Set(places.map((position) => Math.floor(position / size)))];
    },
  };
}

/** Index of the last of the ascending numbers not above the wanted one; -1 if all are. */
function lastUpTo(numbers: readonly number[], wanted: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
