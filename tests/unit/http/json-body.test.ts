import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMostlyAscii, isTooDeep } from '../../../api/http/json-body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Object.values(value).reduce((most: number, each) => Math.max(most, depthOf(each)), 0)
    : 0;

describe('the depth of JSON', () => {
  it('is the depth of the value, whatever its texts hold', () => {
    const nested = fc.tuple(fc.jsonValue({ maxDepth: 4 }), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(nested, fc.string(), ([inner, levels], text) => {
        const value = Array.from({ length: levels }).reduce<unknown>((within) => [`${text}\\"[{`, within], inner);
        expect(isTooDeep(bytes(JSON.stringify(value)))).toBe(depthOf(value) > 50);
      }),
    );
  });

  it('is looked for in broken JSON too, to its end', () => {
    expect(isTooDeep(bytes(`"${'['.repeat(100)}`))).toBe(false);
    expect(isTooDeep(bytes(`"\\"${'['.repeat(100)}`))).toBe(false);
    expect(isTooDeep(bytes(`"\\\\"${'['.repeat(100)}`))).toBe(true);
    expect(isTooDeep(bytes(`"\\\\\\"${'['.repeat(100)}`))).toBe(false);
  });
});

describe('a large body', () => {
  const file = (name: string, base64: string) => bytes(JSON.stringify({ fileName: name, base64 }));

  it('may have words in Danish beside the file', () => {
    expect(isMostlyAscii(file('Årsoversigt æøå 日本.xlsx', 'QUJD'.repeat(1_000_000)))).toBe(true);
  });

  it('is no file when it is words all through', () => {
    expect(isMostlyAscii(file('a.csv', 'Læs ord om it, '.repeat(300_000)))).toBe(false);
  });
});
