import { Piscina } from 'piscina';
import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { vi } from 'vitest';

/** A thread makes each document once, and gives it again for the same input: a dozen readers get the same file. */
export function drawnOnce(): { mockRestore(): void } {
  const made = new Map<string, Promise<unknown>>();
  const { run } = Piscina.prototype;
  return vi.spyOn(Piscina.prototype, 'run').mockImplementation(function (this: Piscina, input, options) {
    const key = `${this.options.filename} ${createHash('sha256').update(serialize(input)).digest('hex')}`;
    const known = made.get(key) ?? (run.call(this, input, options) as Promise<unknown>);
    made.set(key, known);
    return known;
  });
}
