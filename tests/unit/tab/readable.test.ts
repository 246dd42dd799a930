import { describe, expect, it } from 'vitest';
import { headingOf, readable } from '../../../tab/shared/ui/readable.ts';

describe('readable', () => {
  it.each([
    ['## Formål', 'Formål'],
    ['- Lås **altid** skærmen\n- Spørg din *ISK*', '• Lås altid skærmen\n• Spørg din ISK'],
    ['1. Først\n2. Så', '1. Først\n2. Så'],
    ['Se [politikken](https://ishoj.dk/politik "Politik")', 'Se politikken (https://ishoj.dk/politik)'],
    ['> Citat med `kode`', 'Citat med kode'],
    ['fil_navn_her og 3 * 4 * 5', 'fil_navn_her og 3 * 4 * 5'],
    ['Skriv \\*stjerne\\*', 'Skriv *stjerne*'],
    ['<script>x</script>', '<script>x</script>'],
  ])('shows %j as it is read', (markdown, text) => {
    expect(readable(markdown)).toBe(text);
  });

  it('knows a heading from a paragraph', () => {
    expect(headingOf('### Roller **nu**')).toBe('Roller nu');
    expect(headingOf('# En\ntekst')).toBeUndefined();
    expect(headingOf('tekst')).toBeUndefined();
  });

  it('reads a table row by row, without its lines', () => {
    const table = '| Hvem | Ansvar |\n| --- | :--- |\n| Byrådet | Det ene \\| det andet |';
    expect(readable(table)).toBe('Hvem · Ansvar\nByrådet · Det ene | det andet');
    expect(readable('Et valg: a | b | c\n\n---')).toBe('Et valg: a | b | c\n\n---');
  });
});
