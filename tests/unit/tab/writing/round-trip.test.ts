// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCalm } from '../../../../tab/shared/ui/calm-markdown.ts';
import { readMarkdown } from '../../../../tab/shared/writing/read-markdown.ts';
import { schema } from '../../../../tab/shared/writing/schema.ts';
import { writeMarkdown } from '../../../../tab/shared/writing/write-markdown.ts';
import { writtenText } from '../../../../tab/shared/writing/written-text.ts';
import { meaningOf, wordsOf } from './meaning.ts';

const anew = (text: string): string => {
  const { doc } = readMarkdown(text);
  doc.check();
  return writeMarkdown(Array.from({ length: doc.childCount }, (_, at) => doc.child(at)));
};

const line = fc
  .array(
    fc.constantFrom(
      ...[
        'ord',
        'æble',
        ' ',
        ' ',
        '*',
        '**',
        '_',
        '~~',
        '`',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '&amp;',
        '\\',
        '!',
        '#',
        '-',
        '+',
      ],
      ...[
        '1.',
        ' | ',
        'https://a.dk',
        'www.a.dk',
        'a@b.dk',
        '[x](https://a.dk)',
        '**fed**',
        '*kursiv*',
        '~~væk~~',
        '`kode`',
        '  ',
      ],
      ...['![b](https://a.dk/b.png "t")', '[x][y]', '<b>', '\t', '.', ':', '"', '=', '_a_b', 'http://', '{', '&'],
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(''));
const start = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    '7) ',
    '> ',
    '  ',
    '    ',
    '- [ ] ',
    '- [x] ',
    '  - ',
    '   1. ',
    '> - ',
  ],
  ...['| ', '| - | -: |', '---', '```', '===', '[y]: https://y.dk "t"', '<div>', '- > ', '-', '1.', '\t'],
);
const text = fc
  .array(fc.tuple(start, line, fc.constantFrom('\n', '\n\n', '\n', '\r\n')), { maxLength: 9 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''))
  .filter(isCalm)
  // A line break right after a checkbox continues beside it.
  .filter((written) => !/\[[ x]\](\\| {2,})\r?\n/.test(written))
  // Raw HTML in a list is text on a line of its own or after the previous text.
  .filter((written) => !(/<[bd!]/.test(written) && /^\s*([-*+]|\d+[.)])/m.test(written)))
  // An empty quote has no content, and the parser takes the blank line before one for a loose list.
  .filter((written) => !/BLOCKQUOTE\|\|:\d+$(?!\n.*BLOCKQUOTE.*\/)/m.test(meaningOf(written).join('\n')));

describe('what is written in the editor', () => {
  it('means the same when the whole of any text is written anew', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(meaningOf(anew(written)), JSON.stringify(anew(written))).toEqual(meaningOf(written));
        expect(wordsOf(anew(written))).toBe(wordsOf(written));
      }),
      { numRuns: 100 },
    );
  });

  it('is the text itself, letter by letter, as long as nobody touches it', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { doc, textOf } = writtenText(written);
        expect(textOf(doc)).toBe(written);
      }),
    );
  });

  it('changes the one block that somebody writes in, and means what it meant elsewhere', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { doc, textOf } = writtenText(written);
        const added = schema.node('paragraph', null, [schema.text('Tilføjet')]);
        const after = textOf(doc.copy(doc.content.addToEnd(added)));
        const [before, now] = [meaningOf(written), meaningOf(after)];
        expect(now.slice(0, before.length)).toEqual(before);
        expect(now.slice(before.length).join(' ')).toMatch(/^\/P\|\|:\d+ \/P\|\|:\d+ {} Tilføjet$/);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps two lists apart when what stood between them is taken away', () => {
    const { doc, textOf } = writtenText('- a\n\nimellem\n\n- b\n\n1) c');
    const after = textOf(
      doc.copy(
        doc.content
          .cut(0, doc.child(0).nodeSize)
          .append(doc.content.cut(doc.child(0).nodeSize + doc.child(1).nodeSize)),
      ),
    );
    expect(meaningOf(after).filter((line) => /(UL|OL)\|\|:\d$/.test(line))).toHaveLength(3);
  });
});
