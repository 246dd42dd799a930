import { describe, expect, it } from 'vitest';
import { withBreaks } from '../../../tab/shared/ui/long-words.ts';

const shown = (text: string) => text.replaceAll('\u00ad', '-');

describe('words that are wider than the page', () => {
  it('may be broken where Danish breaks them, and no other word is touched', () => {
    const isTooWide = (word: string) => word.length > 20;
    expect(shown(withBreaks('Informationssikkerhedspolitik for medarbejdere', isTooWide))).toBe(
      'In-for-ma-tions-sik-ker-heds-po-li-tik for medarbejdere',
    );
    expect(withBreaks('Databehandleraftale', isTooWide)).toBe('Databehandleraftale');
  });

  it('are judged each at its own place in the text', () => {
    const places: number[] = [];
    withBreaks('Databehandleraftaler og Databehandleraftaler', (_, place) => places.push(place) > 9);
    expect(places).toEqual([0, 24]);
  });

  it('are left as they are the second time', () => {
    const once = withBreaks('Informationssikkerhedspolitik', () => true);
    expect(withBreaks(once, () => true)).toBe(once);
  });
});
