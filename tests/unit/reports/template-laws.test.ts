import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { templateWords } from '../../../api/reports/files/report-word.ts';
import { work } from '../../../api/word/template/fill-worker.ts';
import { wordFile } from '../../support/word-file.ts';

const names = fc.constantFrom(...templateWords.texts);
const space = fc.constantFrom('', ' ', '  ');
/** What people write beside names, with what XML and Word treat apart. */
const words = fc.constantFrom('Tal', 'a & b', '<b>', '»æøå«', '{', '}', '100 %', '\u{1F512}', '$1', '#', '/', '{x}');
interface Piece {
  text: string;
  name?: string;
}
const piece: fc.Arbitrary<Piece> = fc.oneof(
  words.map((text) => ({ text: ` ${text} ` })),
  fc.tuple(names, space, space).map(([name, left, right]) => ({ text: `{{${left}${name}${right}}}`, name })),
);
const paragraph = fc.array(piece, { minLength: 1, maxLength: 5 });
const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

const values = {
  texts: Object.fromEntries<string>(templateWords.texts.map((name, place) => [name, `«${place} & <${name}>»`])),
  blocks: { decisions: [] },
  loops: { sections: [], decisions: [] },
};
const valueOf = (name: string): string => values.texts[name] ?? '';

/** Texts of the paragraphs of a document, as a reader sees them. */
const paragraphsOf = (docx: Uint8Array): string[] =>
  [...strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array()).matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(
    ([xml]) =>
      [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([, text = '']) => text)
        .join('')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
  );
const filling = (template: Uint8Array) => ({ template, words: templateWords, title: 'T', creator: 'C' });

describe('a Word template of a report', () => {
  it('has every name replaced, however often and wherever it stands, and every other word as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 6 }), async (paragraphs) => {
        const made = await work({ ...filling(wordFile(...paragraphs.map(textOf))), values });
        if ('problems' in made) throw new Error(JSON.stringify(made.problems));
        const read = paragraphs.map((pieces) =>
          pieces.map(({ text, name }) => (name === undefined ? text : valueOf(name))).join(''),
        );
        expect(paragraphsOf(made.bytes)).toEqual(read);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused for the first wrong name, with its paragraph among those with text', async () => {
    const rest = fc.array(fc.oneof(paragraph, fc.constant([])), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rest, rest, fc.stringMatching(/^[a-zæøå.]{1,12}$/), async (before, after, name) => {
        fc.pre(!templateWords.texts.includes(name) && !templateWords.blocks.includes(name));
        const template = wordFile(...before.map(textOf), `Se {{${name}}}`, ...after.map(textOf));
        const made = await work(filling(template));
        expect('problems' in made && made.problems).toMatchObject([
          {
            kind: 'unknown',
            placeholder: name,
            paragraph: before.filter((one) => textOf(one).trim() !== '').length + 1,
          },
        ]);
      }),
      { numRuns: 60 },
    );
  });
});
