import { expect, it } from 'vitest';
import { shortKey, stableKey } from '../../../api/kernel/index.ts';

it('a key that is made of keys stays as it is while SharePoint holds it, and is a hash of it beyond', () => {
  const longest = Array.from({ length: 128 }, () => 'a').join('_');
  expect(longest).toHaveLength(255);
  expect(stableKey(...longest.split('_'))).toBe(longest);
  const beyond = [stableKey(...longest.split('_'), 'b'), stableKey(...longest.split('_'), 'c')];
  expect(new Set(beyond).size).toBe(2);
  for (const key of beyond) expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(stableKey(...longest.split('_'), 'b')).toBe(beyond[0]);
  expect(shortKey(`${'c'.repeat(255)}.2026-11-24.0`)).toHaveLength(64);
});
