import { describe, expect, it } from 'vitest';
import { TimeoutError, within } from '../../../tab/shared/teams/within.ts';

describe('within', () => {
  it('gives the answer that comes in time', async () => {
    await expect(within(1_000, Promise.resolve('svar'))).resolves.toBe('svar');
  });
  it('gives up on a host that keeps silent', async () => {
    await expect(within(1, new Promise(() => undefined))).rejects.toBeInstanceOf(TimeoutError);
  });
  it('passes a refusal on', async () => {
    await expect(within(1_000, Promise.reject(new Error('nej')))).rejects.toThrow('nej');
  });
});
