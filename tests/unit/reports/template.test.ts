import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { templateWords } from '../../../api/reports/files/report-word.ts';
import { broughtTogether, problemsIn } from '../../../api/word/template/placeholders.ts';
import { work } from '../../../api/word/template/fill-worker.ts';
import type { Values } from '../../../api/word/index.ts';
import { wordFile } from '../../support/word-file.ts';

const body = (...paragraphs: string[]) =>
  broughtTogether(strFromU8(unzipSync(wordFile(...paragraphs))['word/document.xml'] ?? new Uint8Array()));
const problems = (...paragraphs: string[]) => problemsIn(body(...paragraphs), templateWords, false);
const section = (title: string, text: string): Values => ({
  texts: { title },
  blocks: { text: [{ kind: 'markdown', text }], figures: [], chart: [], tables: [] },
});

async function filled(template: Uint8Array, loops: Readonly<Record<string, Values[]>>, texts = {}): Promise<string> {
  const made = await work({
    ...{ template, words: templateWords, title: 'T', creator: 'C' },
    values: { texts: { title: 'Årsrapport', ...texts }, blocks: { decisions: [] }, loops },
  });
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  const xml = strFromU8(unzipSync(made.bytes)['word/document.xml'] ?? new Uint8Array());
  return xml.replaceAll(/<[^>]*>/g, '|').replaceAll(/\|+/g, '|');
}

describe('a Word template', () => {
  it.each([
    ['an unknown name', ['Overskrift', 'Se {{figures.nope}} her'], 'unknown', 'figures.nope', 2],
    ['braces that do not close', ['{{title}', ''], 'open', '{{', 1],
    ['blocks beside words', ['{{#sections}}', 'Tekst: {{section.text}}', '{{/sections}}'], 'alone', 'section.text', 2],
    ['a loop without an end', ['{{#sections}}', '{{section.title}}'], 'loop', '#sections', 1],
    ['an end without a loop', ['{{/sections}}'], 'loop', '/sections', 1],
    ['what belongs in a loop', ['', '{{section.title}}'], 'outside', 'section.title', 1],
  ])(
    'with %s is refused with the name, the paragraph and its first words',
    (_, paragraphs, kind, placeholder, paragraph) => {
      expect(problems(...paragraphs)[0]).toMatchObject({ kind, placeholder, paragraph });
    },
  );

  it('may write names in pieces and with spaces, as Word cuts them', () => {
    const cut = body('{{title}}').replace('{{title}}', '{{ ti</w:t></w:r><w:r><w:t>tle }} og mere');
    expect(broughtTogether(cut)).toContain('{{title}}');
    expect(problemsIn(broughtTogether(cut), templateWords, false)).toEqual([]);
  });

  it('is repeated for each section; what is empty leaves no paragraph', async () => {
    const template = wordFile(
      '{{title}}',
      '{{#sections}}',
      '{{section.title}}',
      '{{section.text}}',
      '{{section.chart}}',
      '{{/sections}}',
      'Slut',
    );
    const text = await filled(template, {
      sections: [section('Et', 'Første **fed**'), section('To', 'Anden')],
      decisions: [],
    });
    expect(text).toMatch(/Årsrapport\|Et\|Første \|fed\|To\|Anden\|Slut/);
    expect(await filled(template, { sections: [], decisions: [] })).toMatch(/Årsrapport\|Slut/);
  });

  it('keeps what people write, also where it looks like a name, XML or two lines', async () => {
    const template = wordFile('{{title}}', '{{#sections}}', '{{section.title}}', '{{section.text}}', '{{/sections}}');
    const odd = '"Citat" <b> & {{title}} \u{1F512}';
    const text = await filled(template, { sections: [section(odd, odd)], decisions: [] });
    expect(text.replaceAll(/[|\u2060]/g, '').split('&lt;b&gt; &amp; {{title}}')).toHaveLength(3);
  });

  it('that is no Word document is told so', async () => {
    const look = (template: Uint8Array) => work({ template, words: templateWords, title: '', creator: '' });
    expect(await look(new TextEncoder().encode('%PDF-1.7'))).toEqual({ problems: 'noWord' });
    expect(await look(wordFile('{{title}}'))).toHaveProperty('bytes');
  });
});
