import type { RegisterAnswer } from './useRegisterRows.ts';

type Group = RegisterAnswer['groups'][number];
/** A line of the register as it is seen: a group's heading, or the risk with a place in the whole. */
export type Line = { kind: 'group'; group: Group } | { kind: 'risk'; position: number };

/** The lines of a register without making them: with 5,000 risks only those in view are asked for. */
export function linesOf(total: number, groups: readonly Group[]) {
  const starts: number[] = [];
  let next = 0;
  for (const { count } of groups) {
    starts.push(next);
    next += count + 1;
  }
  /** The line with a number from 0. */
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
    /** The windows of so many risks each, from 0, that hold the risks of these lines. */
    windowsOf(lines: readonly number[], size: number): number[] {
      const places = lines.map(at).flatMap((line) => (line.kind === 'risk' ? [line.position] : []));
      return [...new Set(places.map((position) => Math.floor(position / size)))];
    },
  };
}

/** The place of the last of the rising numbers that is not above the wanted one; -1 when all are. */
function lastUpTo(numbers: readonly number[], wanted: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
