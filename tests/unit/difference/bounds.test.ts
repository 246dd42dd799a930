import { describe, expect, it } from 'vitest';
import { differenceOf, paragraphsOf } from '../../../api/difference/index.ts';
import { longTexts, paragraphs, words } from './long-texts.ts';

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

describe.each(Object.entries(longTexts))('%s', (_what, [before, after]) => {
  it('are still told whole', () => {
    expect(bothTexts(before, after)).toEqual([paragraphsOf(before), paragraphsOf(after)]);
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
