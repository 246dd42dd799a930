import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { work } from '../../../api/paper/paper-worker.ts';
import { writePaper, type PaperDocument } from '../../../api/paper/write-paper.ts';

const aPaper = (blocks: PaperDocument['blocks']): PaperDocument => ({
  ...{ title: 'Sag', author: 'Ishøj Kommune', language: 'da', madeAt: '2026-11-24T09:00:00.000Z', blocks },
  ...{ footer: 'Sag · kendetegn abc', page: 'Side {page} af {of}' },
});
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return text.map((page) => page.replaceAll(/\s+/g, ' '));
}

describe('a paper', () => {
  it('shows what people write in Markdown as it is meant, and no sign of it', async () => {
    const text = [
      '# Politik',
      '## Hvem gør hvad',
      '| Hvem | Gør hvad |',
      '| --- | --- |',
      '| Centerchef | Følger **op** |',
      '',
      '1. Lås ~~døren~~ skærmen',
      '   - [x] Også hjemme',
      '',
      'Se [vejledningen](https://ishoj.example).',
    ].join('\n');
    const bytes = await writePaper(
      aPaper([{ kind: 'title', text: 'Sag til Byrådet' }, { kind: 'newPage' }, { kind: 'markdown', text }]),
    );
    const [cover, page] = await pagesOf(bytes);
    expect(cover).toContain('Sag til Byrådet');
    expect(cover).toContain('Side 1 af 2');
    for (const words of [
      'Politik',
      'Hvem',
      'Gør hvad',
      'Centerchef',
      'Følger op',
      '1.',
      '☑',
      'Også hjemme',
      'vejledningen',
    ])
      expect(page).toContain(words);
    expect(page).not.toMatch(/[|#*~]|---|https/);
    expect(Buffer.from(await writePaper(aPaper([{ kind: 'markdown', text }])))).toEqual(
      Buffer.from(await writePaper(aPaper([{ kind: 'markdown', text }]))),
    );
  });

  it('shows all of a word of 20,000 characters in a narrow table, and as soon as words', async () => {
    const word = 'aå'.repeat(10_000);
    const text = `| a | b | c | d | e |\n| --- | --- | --- | --- | --- |\n| ${word} | b | c | d | e |`;
    const pages = await pagesOf(await writePaper(aPaper([{ kind: 'markdown', text }])));
    expect(pages.join('').match(/å/g)).toHaveLength(10_000);
  });

  it('is the same whatever the thread has drawn before it', async () => {
    const [first, other] = ['**Lås** skærmen, afløs ffi-ligaturen', '# Æbler\n\nÅ, *ø* og æ'].map((text) =>
      aPaper([{ kind: 'markdown', text }]),
    );
    const drawn = [];
    for (const paper of [first, other, other, first]) drawn.push(Buffer.from(await work(paper ?? aPaper([]))));
    expect(drawn[3]).toEqual(drawn[0]);
    expect(drawn[2]).toEqual(drawn[1]);
  });
});
