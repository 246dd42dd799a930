import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { measuredArchive } from '../../../api/files/measured-archive.ts';
import { ownThread } from '../../../api/threads/index.ts';
import { wordsOf as readWord } from '../../../api/word/reading/words-of.ts';
import { readTable } from '../../../api/files/tables/index.ts';
import { wordFile } from '../../support/word-file.ts';

const worker = new URL('../../../api/word/reading/words-worker.ts', import.meta.url);
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const wordsOf = async (bytes: Uint8Array, type: string) => (await readWord(bytes, type)).text;
/** The archive declares this size for every file. */
function saying(archive: Uint8Array, size: number): Uint8Array {
  const lying = Buffer.from(archive);
  for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4))
    lying.writeUInt32LE(size, at + 24);
  return new Uint8Array(lying);
}
/** A quarter of a megabyte that inflates to 256 MB. */
const bomb = () => zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(256 * 1024 * 1024) }, { level: 1 });

it('keeps what lies in an archive', () => {
  const files = { 'a.xml': strToU8('<a/>'.repeat(1_000)), 'b/c.xml': strToU8('') };
  expect(unzipSync(measuredArchive(zipSync(files)) ?? new Uint8Array())).toEqual(files);
});

it('believes neither of what an archive says of its sizes', () => {
  const archive = zipSync({ 'a.xml': strToU8('a'.repeat(100_000)) });
  expect(measuredArchive(saying(archive, 200_000_000))).toBeUndefined();
  expect(unzipSync(measuredArchive(saying(archive, 10)) ?? new Uint8Array())['a.xml']).toHaveLength(10);
});

it('refuses a small file that becomes a very large one before it is read', async () => {
  const bytes = bomb();
  expect(bytes.length).toBeLessThan(2_000_000);
  await expect(readTable(bytes)).rejects.toMatchObject({ kind: 'invalid', code: 'tables.tooLarge' });
});

it('reads no words of a document that says it is too large', async () => {
  expect(await wordsOf(wordFile('Telefonen er låst'), word)).toBe('Telefonen er låst');
  expect(await wordsOf(saying(wordFile('Telefonen er låst'), 200_000_000), word)).toBe('');
});

/** A Word file with this document. */
const documentOf = (body: string) =>
  zipSync({
    ...unzipSync(wordFile('x')),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
const paragraph = '<w:p><w:r><w:t>Telefonen er låst</w:t></w:r></w:p>';

it('reads a small document of two million paragraphs without holding them', async () => {
  const bytes = documentOf(paragraph + '<w:p/>'.repeat(1_700_000));
  expect(bytes.length).toBeLessThan(20_000);
  // Two million paragraphs would take more than this heap, and end the thread.
  const inLittle = ownThread<Uint8Array, { text: string }>(worker, { milliseconds: 600_000, megabytes: 64 });
  expect((await inLittle(bytes)).text.trim()).toBe('Telefonen er låst');
});

it('reads what stands in the document, and not what is struck out in it', async () => {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const body = `<w:p>${run('A &amp; b')}<w:r><w:tab/><w:br/></w:r>${run('c')}<w:del><w:r><w:delText>d</w:delText></w:r></w:del></w:p><w:p>${run('e')}</w:p>`;
  expect(await wordsOf(documentOf(body), word)).toBe('A & b\\\nc\n\ne');
});
