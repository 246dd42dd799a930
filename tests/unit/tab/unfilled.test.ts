import { describe, expect, it } from 'vitest';
import { procedureTemplates as da } from '../../../api/texts/da/procedure-templates.ts';
import { procedureTemplates as en } from '../../../api/texts/en/procedure-templates.ts';
import { unfilledIn } from '../../../tab/procedures/unfilled.ts';

const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsOf);

describe('the unfilled fields of a text', () => {
  it('are those of every template, in both languages', () => {
    for (const templates of [da, en]) {
      const bracketed = textsOf(templates).filter((text) => /\[[a-zæøå]/i.test(text));
      expect(bracketed.length).toBeGreaterThan(5);
      for (const text of bracketed) expect(unfilledIn(text)).not.toEqual([]);
    }
  });

  it('are told once each, also as the editor escapes them', () => {
    expect(unfilledIn('Ring til [nummer].\n\nSpørg \\[navn\\], eller ring til [nummer]')).toEqual([
      '[nummer]',
      '[navn]',
    ]);
  });

  it('are not links, pictures, references, footnotes or tick boxes', () => {
    const text = '[intranettet](https://x) ![kort](y) [loven][1] se[^1]\n- [ ] ét\n- [x] to\n\n[loven]: https://z';
    expect(unfilledIn(text)).toEqual([]);
  });
});
