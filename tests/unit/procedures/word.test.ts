import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../api/word/reading/words-of.ts';
import { wordFile } from '../../support/word-file.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const read = (body: string, parts: Record<string, string> = {}) =>
  wordsOf(
    zipSync({
      ...unzipSync(wordFile('x')),
      ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
      'word/document.xml': strToU8(
        `<w:document xmlns:w="${main}" xmlns:r="urn:r" xmlns:wp="urn:wp"><w:body>${body}</w:body></w:document>`,
      ),
    }),
    word,
  );
const p = (text: string, before = '', looks = '') =>
  `<w:p>${before && `<w:pPr>${before}</w:pPr>`}<w:r>${looks && `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (text: string, before = '') => `<w:tc>${before && `<w:tcPr>${before}</w:tcPr>`}${p(text)}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

describe('a Word document', () => {
  it('made by a library keeps headings, lists within lists, looks, links and tables', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const item = (text: string, reference: string, level: number) =>
      new Paragraph({ text, numbering: { reference, level } });
    const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat]) => ({
      level: at,
      format,
      text: '%1.',
    });
    const document = new Document({
      numbering: {
        config: [
          { reference: 'points', levels: [level(0, LevelFormat.BULLET), level(1, LevelFormat.DECIMAL)] },
          { reference: 'numbers', levels: [level(0, LevelFormat.DECIMAL)] },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Nøgler', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [
                new TextRun('Spørg '),
                new TextRun({ text: 'leder', bold: true }),
                new TextRun({ text: 'en ', bold: true }),
                new TextRun({ text: 'altid', italics: true }),
                new TextRun(' på '),
                new ExternalHyperlink({ link: 'https://kommune.dk', children: [new TextRun('siden')] }),
                new ExternalHyperlink({ link: 'http://usikker.dk', children: [new TextRun(' eller her')] }),
              ],
            }),
            item('Et', 'points', 0),
            item('Først', 'points', 1),
            item('Så', 'points', 1),
            item('To', 'points', 0),
            item('Begynd', 'numbers', 0),
            new Table({
              rows: [
                new TableRow({ children: [cell('Hvem'), cell('Hvad | hvor')] }),
                new TableRow({ children: [cell('Vagten'), cell('*Ringer*')] }),
              ],
            }),
            new Paragraph('Slut'),
          ],
        },
      ],
    });
    const { text, notes } = await wordsOf(new Uint8Array(await Packer.toBuffer(document)), word);
    expect(text).toBe(
      [
        '# Nøgler',
        'Spørg **lederen** *altid* på [siden](https://kommune.dk) eller her',
        '- Et\n  1. Først\n  2. Så\n- To',
        '1. Begynd',
        '| Hvem | Hvad \\| hvor |\n| - | - |\n| Vagten | \\*Ringer\\* |',
        'Slut',
      ].join('\n\n'),
    );
    expect(notes).toEqual([]);
  });

  it('says where pictures, merged cells and tables within tables did not come along', async () => {
    const inner = `<w:tbl>${tr(tc('indeni'))}</w:tbl>`;
    const { text, notes } = await read(
      [
        p('Først billedet'),
        '<w:p><w:r><w:drawing><wp:docPr descr="x"/></w:drawing></w:r></w:p>',
        p('Så tabellen'),
        `<w:tbl>${tr(tc('Begge', '<w:gridSpan w:val="2"/>'), tc('c'))}${tr(tc('ned', '<w:vMerge w:val="restart"/>'), tc('b'), tc('c'))}`,
        `${tr(tc('skjult', '<w:vMerge/>'), `<w:tc>${inner}${p('efter')}</w:tc>`, tc('d'))}</w:tbl>`,
      ].join(''),
    );
    expect(text).toBe(
      'Først billedet\n\nSå tabellen\n\n| Begge | | c |\n| - | - | - |\n| ned | b | c |\n| | indeni efter | d |',
    );
    expect(notes).toEqual([
      { kind: 'picture', near: 'Først billedet' },
      { kind: 'nestedTable', near: 'skjult' },
      { kind: 'mergedCells', near: 'd' },
    ]);
  });

  it('is read in Danish too: headings by what their style is, numbers by what their list is', async () => {
    const styles = `<w:styles xmlns:w="${main}"><w:style w:styleId="Overskrift2"><w:name w:val="heading 2"/></w:style></w:styles>`;
    const numbering = `<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const list = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`;
    const { text } = await read(
      p('Formål', '<w:pStyle w:val="Overskrift2"/>', '<w:b/>') +
        p('et', list(0)) +
        p('under', list(1)) +
        p('to', list(0)) +
        p('# ikke', '', '<w:b w:val="0"/>'),
      { 'word/styles.xml': styles, 'word/numbering.xml': numbering },
    );
    expect(text).toBe('## Formål\n\n1. et\n   - under\n2. to\n\n\\# ikke');
  });

  it('says that it was longer than what is kept, and where it ends', async () => {
    const { text, notes } = await read(p('ord '.repeat(1_000)).repeat(40));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(notes.map(({ kind }) => kind)).toEqual(['cut']);
  });

  it.each([
    ['cells', `<w:tbl>${'<w:tr><w:tc/><w:tc/></w:tr>'.repeat(400_000)}</w:tbl>`],
    ['columns', `<w:tbl>${tr(tc('a', '<w:gridSpan w:val="999999999"/>')).repeat(20_000)}</w:tbl>`],
    ['tables in tables', `${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${p('x')}`],
    ['paragraphs in paragraphs', '<w:p>'.repeat(200_000)],
    ['levels', p('x', '<w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="1"/></w:numPr>').repeat(9_000)],
  ])('of nothing but %s ends in time', async (_, body) => {
    const { text } = await read(body);
    expect(text.length).toBeLessThanOrEqual(60_000);
  });
});
