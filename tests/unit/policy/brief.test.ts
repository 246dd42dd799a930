import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { briefOf } from '../../../api/policy/index.ts';

describe('the policy in five lines', () => {
  it('is the short of it in the policy’s own words', () => {
    const body = readFileSync(new URL('../../../teams-app/seed/policy/version-5.md', import.meta.url), 'utf8');
    const brief = briefOf(body);
    expect(brief).toHaveLength(5);
    expect(brief[1]).toBe('Du må kun se de oplysninger, du har brug for i dit arbejde.');
  });

  it('passes over a list of two, and reads no Markdown aloud', () => {
    const body =
      '- a\n- b\n\nTekst.\n\n- **Lås** [skærmen](https://x.dk)\n\n- To `trin`\n  - indrykket\n- Tre\n- Fire\n- Fem\n- Seks';
    expect(briefOf(body)).toEqual(['Lås skærmen', 'To trin', 'Tre', 'Fire', 'Fem']);
  });

  it('falls back on the sections, and on nothing', () => {
    expect(briefOf('# Politik\n\n## 1. Adgang\n\nTekst.\n\n## 2. Mail\n')).toEqual(['Adgang', 'Mail']);
    expect(briefOf('Kun tekst.')).toEqual([]);
  });
});
