import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Completions } from '../../../api/awareness/index.ts';
import { aScript, close, everythingAsked, keysAnywhere, lived } from './some-years.ts';

describe('completions that have become history', () => {
  it('make no difference to any question, in any years', { timeout: 300_000 }, () =>
    fc.assert(
      fc.asyncProperty(aScript, async (script) => {
        let left = 0;
        const without = await lived(script, async () => undefined, everythingAsked);
        const closed = await lived(script, async (context) => void (left += await close(context)), everythingAsked);
        expect(closed.seen).toEqual(without.seen);
        expect(left).toBeGreaterThan(0);
        expect(await keysAnywhere(closed.context)).toEqual(await keysAnywhere(without.context));
        expect(closed.context.list(Completions).all().length).toBeLessThan(
          without.context.list(Completions).all().length,
        );
      }),
      { numRuns: 5, endOnFailure: true },
    ),
  );
});
