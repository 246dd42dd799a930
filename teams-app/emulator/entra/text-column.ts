import type { SQLOutputValue } from 'node:sqlite';

/** The text of a TEXT column. Throws for other values. */
export function textOf(value: SQLOutputValue | undefined): string {
  if (typeof value !== 'string') throw new TypeError(`expected text in the database, found ${typeof value}`);
  return value;
}
