import type { Context } from '../context.ts';

let stamps = 0;
const stampOf = new WeakMap<object, number>();

/** Tells one reading of the groups that give roles from the next: the directory makes a new map at each sync. */
export function groupStamp(context: Context): string {
  const holders = context.groupRoleHolders?.();
  if (!holders) return '';
  const stamp = stampOf.get(holders) ?? ++stamps;
  stampOf.set(holders, stamp);
  return String(stamp);
}
