import { describe, expect, it, vi } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { sharedPart, takeSharedPart } from '../../../api/shared-part.ts';
import { memoryContext } from '../../support/memory-context.ts';

/** Two instances that tell each other, as the program wires them. */
function two(): [Context, Context] {
  const one: Context = { ...memoryContext().context, tellOthers: (name, value) => takeSharedPart(other, name, value) };
  const other: Context = { ...memoryContext().context, tellOthers: (name, value) => takeSharedPart(one, name, value) };
  return [one, other];
}

describe('a shared part', () => {
  const part = sharedPart<{ running: boolean; written: number }>('tests/sharedPart');

  it('is seen by the other instance, until it is ended by its own', () => {
    const [one, other] = two();
    part.set(one, { running: true, written: 1 });
    expect(part.get(other)).toEqual({ running: true, written: 1 });
    part.set(one, { running: false, written: 7 });
    expect([part.get(one), part.get(other)]).toEqual([
      { running: false, written: 7 },
      { running: false, written: 7 },
    ]);
  });

  it('is the newest of both, whoever set it', () => {
    const [one, other] = two();
    part.set(one, { running: false, written: 1 });
    part.set(other, { running: true, written: 2 });
    expect(part.get(one)).toEqual({ running: true, written: 2 });
    part.set(other, { running: false, written: 3 });
    part.set(one, { running: true, written: 4 });
    expect([part.get(one), part.get(other)]).toEqual([
      { running: true, written: 4 },
      { running: true, written: 4 },
    ]);
  });

  it('that was running in an instance which tells nothing any more is gone', () => {
    const [one, other] = two();
    part.set(one, { running: true, written: 1 });
    const later = performance.now() + 120_000;
    const clock = vi.spyOn(performance, 'now').mockReturnValue(later);
    expect(part.get(other)).toBeUndefined();
    expect(part.get(one)).toEqual({ running: true, written: 1 });
    clock.mockRestore();
  });
});
