import { isWorkingTime, workingTimeFrom } from '../../api/working-days.ts';
import type { Clock } from '../emulator/clock.ts';

const hour = 3_600_000;

/**
 * A new municipality begins at a time when its cards leave: whoever tries it in the evening or on a Sunday finds the clock
 * at 9 on the next working day.
 */
export function beginAtWork(clock: Clock): void {
  const now = clock.now();
  if (clock.offset() !== 0 || isWorkingTime(now)) return;
  clock.set(new Date(Date.parse(workingTimeFrom(now)) + hour).toISOString());
}
