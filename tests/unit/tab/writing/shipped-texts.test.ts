// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as procedures from '../../../../teams-app/seed/procedure-texts.ts';
import { procedureTexts as danish } from '../../../../api/texts/da/procedure-texts.ts';
import { procedureTexts as english } from '../../../../api/texts/en/procedure-texts.ts';
import { readMarkdown } from '../../../../tab/shared/writing/read-markdown.ts';
import { schema } from '../../../../tab/shared/writing/schema.ts';
import { writeMarkdown } from '../../../../tab/shared/writing/write-markdown.ts';
import { writtenText } from '../../../../tab/shared/writing/written-text.ts';
import { meaningOf, wordsOf } from './meaning.ts';

const policies = join(import.meta.dirname, '../../../../teams-app/seed/policy');

/** Every construct that the product shows, alone and nested. */
const constructs: Readonly<Record<string, string>> = {
  headings: '# A\n\n## B ##\n\nC\n===\n\nD\n---\n\n###### F',
  looks: '**fed** *kursiv* ***begge*** __fed__ _kursiv_ ~~væk~~ ~en~ `kode` ``a ` b``',
  lists: '- a\n  - b\n    1. c\n    2. d\n- e\n\n3. tre\n4. fire\n\n* løs\n\n* liste\n\n  med afsnit',
  boxes: '- [ ] mangler\n- [x] gjort **nu**',
  tables: '| Hvem | Tal | Midt |\n| :--- | ---: | :-: |\n| **a** \\| b | 1 | [x](https://a.dk) |\n| kort |',
  links:
    '[a](https://a.dk "titel") <https://b.dk> https://c.dk/x_y www.d.dk e@f.dk [g][h] <i@j.dk>\n\n[h]: https://h.dk "t"',
  quotes: '> a\n>\n> - b\n>\n> > c',
  code: '```ts meta\nlet a = 1;\n```\n\n    indrykket\n    kode\n\n~~~\n```\n~~~',
  breaks: 'en  \nto\\\ntre\nfire\n\n---\n\n***',
  raw: '<div>\n<b>x</b>\n</div>\n\nord <b>fed</b> &amp; &lt; 5 < 6',
  pictures: '![et **billede**](https://a.dk/b.png "t") og ![c][d]\n\n[d]: https://d.dk',
  escapes: '\\# ikke en overskrift\n\n1\\. ikke en liste\n\n\\* a \\_b\\_ snake_case 2*3*4 a | b',
};

const shipped: Readonly<Record<string, string>> = {
  ...Object.fromEntries(readdirSync(policies).map((name) => [name, readFileSync(join(policies, name), 'utf8')])),
  ...Object.fromEntries(textsIn({ da: danish, en: english, procedures }).filter(([, text]) => text.includes('\n'))),
  ...constructs,
};

function textsIn(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

it.each(Object.entries(shipped))('%s means the same when it is read and written', (_, text) => {
  const { doc } = readMarkdown(text);
  const anew = writeMarkdown(Array.from({ length: doc.childCount }, (_none, at) => doc.child(at)));
  expect(meaningOf(anew)).toEqual(meaningOf(text));
  expect(wordsOf(anew)).toBe(wordsOf(text));
});

it.each(Object.entries(shipped))('%s is changed in one line only when somebody writes in one line', (_, text) => {
  const { doc, textOf } = writtenText(text);
  expect(textOf(doc)).toBe(text);
  const added = schema.node('paragraph', null, [schema.text('Tilføjet')]);
  const after = textOf(doc.copy(doc.content.addToEnd(added)));
  expect(after.trimEnd()).toBe(`${text.trimEnd()}\n\nTilføjet`);
});
