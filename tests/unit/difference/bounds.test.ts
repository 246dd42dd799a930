import { describe, expect, it } from 'vitest';
import { differenceOf, paragraphsOf } from '../../../api/difference/index.ts';
import { onProcessor } from '../../support/processor-time.ts';

const words = (count: number, step: number) =>
  Array.from({ length: count }, (_, place) => `ord${(place * step) % count}`);
const paragraphs = (count: number, text: (place: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at));

/** Kept and removed parts are the old text, kept and added ones the new. */
function bothTexts(before: string, after: string) {
  const blocks = differenceOf(before, after);
  const without = (gone: 'added' | 'removed') =>
    blocks.flatMap(({ kind, text, parts }) => {
      if (kind === gone) return [];
      return [parts ? parts.flatMap((part) => (part.kind === gone ? [] : [part.text])).join('') : text];
    });
  return [without('added'), without('removed')];
}

const texts: Record<string, [string, string]> = {
  'two texts of 3,000 shuffled words': [words(3_000, 7).join(' '), words(3_000, 1_013).join(' ')],
  'two texts of 27,000 words of one letter': ['a '.repeat(27_500), 'b '.repeat(27_500)],
  'two lists of 5,000 other paragraphs': [
    paragraphs(5_000, (at) => `afsnit ${at}`).join('\n\n'),
    paragraphs(5_000, (at) => `stykke x${at}`).join('\n\n'),
  ],
  'two hundred paragraphs in which most words are others': [
    paragraphs(200, (at) =>
      words(40, 7)
        .map((word) => `${word} fælles ${at}`)
        .join(' '),
    ).join('\n\n'),
    paragraphs(200, (at) =>
      words(40, 11)
        .map((word) => `${word}x fælles ${at}`)
        .join(' '),
    ).join('\n\n'),
  ],
  'paragraphs that all are of the same words': [
    paragraphs(390, (at) => `${at} samme ord igen`).join('\n\n'),
    paragraphs(390, (at) => `samme ord igen ${at} her`).join('\n\n'),
  ],
};

describe.each(Object.entries(texts))('%s', (_what, [before, after]) => {
  it('are still told whole, and cost little', () => {
    expect(bothTexts(before, after)).toEqual([paragraphsOf(before), paragraphsOf(after)]);
    expect(onProcessor(() => differenceOf(before, after)).milliseconds).toBeLessThan(2_000);
  });
});

it('of long texts that differ wholly in the middle, what they begin and end with stays the same', () => {
  const [same, other] = [paragraphs(2_000, (at) => `gammelt ${at}`), paragraphs(2_000, (at) => `nyt ${at}x`)];
  const blocks = differenceOf(['Først', ...same, 'Sidst'].join('\n\n'), ['Først', ...other, 'Sidst'].join('\n\n'));
  expect(blocks.filter(({ kind }) => kind === 'same').map(({ text }) => text)).toEqual(['Først', 'Sidst']);
  expect(blocks.filter(({ kind }) => kind === 'removed')).toHaveLength(2_000);
});

it('a paragraph in which one word has changed among hundreds is told word by word', () => {
  const [block] = differenceOf(words(900, 7).join(' '), words(900, 7).with(450, 'ændret').join(' '));
  expect(block).toMatchObject({ kind: 'changed' });
  expect(block?.parts?.filter(({ kind }) => kind === 'added')).toEqual([{ kind: 'added', text: 'ændret' }]);
});
