import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { asAppError } from '../../../api/kernel/index.ts';
import {
  findProcedure,
  procedureSubject,
  putFile,
  removeFile,
  saveDraft,
  submitProcedure,
} from '../../../api/procedures/index.ts';
import { procedureFile } from '../../../api/procedures/version-view.ts';
import { wordsOf as readWord } from '../../../api/word/reading/words-of.ts';
import { wordFile } from '../../support/word-file.ts';
import { refusal, the } from '../organisation/builders.ts';
import { aDraft, aLibrary, approved, currentOf, drafted, inForce } from './a-library.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const wordsOf = async (bytes: Uint8Array, type: string) => (await readWord(bytes, type)).text;
const aWordFile = (fileName = 'Telefon på farten.docx', ...texts: string[]) => ({
  fileName,
  bytes: wordFile(...(texts.length > 0 ? texts : ['Telefonen er låst', 'Ring på 43 57 75 77'])),
});
const put = (context: Context, key: string, file = aWordFile()) =>
  putFile(context, the(context, 'isk-nord'), key, file);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('a file on the draft', () => {
  it('is kept with its version, its hash and what its bytes say it is, and the words of a Word file are read', async () => {
    const { context } = await aLibrary();
    const key = await drafted(context);
    const { file, fileText } = await put(context, key, aWordFile('../../Telefon: på farten?.pdf'));
    expect(file).toMatchObject({ type: word, versionId: '1.0', name: 'Telefon på farten.docx' });
    expect(file?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(fileText).toBe('Telefonen er låst\n\nRing på 43 57 75 77');
  });

  it('takes one of two that are handed over at once, and the same once more', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context);
    const other = () => putFile(context, the(context, 'manager-nord'), key, aWordFile('Deres.docx'));
    const codeOf = (thrown: unknown) => asAppError(thrown).code;
    const both = await Promise.all([put(context, key), other()].map((one) => one.then(() => 'taken', codeOf)));
    expect(both.toSorted()).toEqual(['procedures.changedMeanwhile', 'taken']);
    await other();
    await Promise.all([other(), other()]);
    const versions = findProcedure(context, key)?.versions.map(({ version }) => [version.number, version.file?.name]);
    expect(versions).toEqual([
      [2, 'Deres.docx'],
      [1, undefined],
    ]);
  });

  it('is no edit conflict for a text that is written meanwhile, nor the text for the file, also in a new version', async () => {
    const { context } = await aLibrary();
    for (const key of [await drafted(context), await inForce(context)]) {
      const now = findProcedure(context, key);
      const { changedAt, madeAt } = (now?.coming ?? now?.current)?.version ?? {};
      const save = (title: string) =>
        saveDraft(context, the(context, 'manager-nord'), key, { ...aDraft({ title }), expected: changedAt ?? madeAt });
      await put(context, key);
      await save('Ny titel');
      expect(findProcedure(context, key)?.coming?.version).toMatchObject({
        ...{ title: 'Ny titel', file: { name: 'Telefon på farten.docx' } },
      });
      await removeFile(context, the(context, 'isk-nord'), key);
      expect(findProcedure(context, key)?.coming?.version).toMatchObject({ title: 'Ny titel' });
    }
  });

  it.each([
    ['a program with the name of a document', bytesOf('MZ\u0090\u0000 This program cannot be run'), 'Vejledning.docx'],
    ['a text', bytesOf('Hej'), 'Vejledning.pdf'],
    ['a page with a script', bytesOf('<html><script>alert(1)</script></html>'), 'billede.png'],
  ])('is refused: %s', async (_, bytes, fileName) => {
    const { context } = await aLibrary();
    const key = await drafted(context);
    expect(await refusal(() => put(context, key, { fileName, bytes }))).toBe('files.kindNotAllowed');
    expect(findProcedure(context, key)?.coming?.version.file).toBeUndefined();
  });

  it('stays a file without words when it is broken inside', async () => {
    const whole = wordFile('Telefonen er låst');
    const broken = whole.slice();
    // Somewhere inside the packed text.
    broken.fill(0xff, Math.floor(broken.length * 0.55), Math.floor(broken.length * 0.65));
    expect(await wordsOf(broken, word)).toBe('');
    expect(await wordsOf(whole, word)).toBe('Telefonen er låst');
    expect(await wordsOf(whole, 'application/pdf')).toBe('');
  });

  it('keeps no more words than a cell holds', async () => {
    const words = await wordsOf(wordFile(...Array.from({ length: 5_000 }, () => 'adgangskode')), word);
    expect(words).toHaveLength(60_000);
  });

  it('is enough to send, and is part of what is decided', async () => {
    const { context } = await aLibrary();
    const isk = the(context, 'isk-nord');
    const key = await drafted(context, { text: '' });
    expect(await refusal(() => submitProcedure(context, isk, key))).toBe('procedures.nothingToSubmit');
    await put(context, key);
    await submitProcedure(context, isk, key);
    expect(await refusal(() => put(context, key))).toBe('procedures.isWaiting');
    expect(await refusal(() => removeFile(context, isk, key))).toBe('procedures.isWaiting');
    await approved(context, key);
    const { version } = currentOf(context, key);
    expect(procedureSubject.contentNow(context, version.key)?.file?.hash).toBe(version.file?.hash);
  });

  it('goes along to the next version, where it can be taken off or changed', async () => {
    const { context } = await aLibrary();
    const isk = the(context, 'isk-nord');
    const key = await drafted(context);
    await put(context, key);
    await submitProcedure(context, isk, key);
    await approved(context, key);
    await saveDraft(context, isk, key, aDraft({ title: 'Næste' }));
    expect(findProcedure(context, key)?.coming?.version.file?.versionId).toBe('1.0');
    await removeFile(context, isk, key);
    expect(findProcedure(context, key)?.coming?.version).toMatchObject({ fileText: '' });
    expect(findProcedure(context, key)?.coming?.version.file).toBeUndefined();
    expect(currentOf(context, key).version.file?.versionId).toBe('1.0');
  });

  it('is refused to whoever does not write there', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context);
    expect(await refusal(() => putFile(context, the(context, 'isk-syd'), key, aWordFile()))).toBe(
      'procedures.mayNotWrite',
    );
  });
});

describe('the file of a version in force', () => {
  async function withFile() {
    const { context } = await aLibrary();
    const key = await drafted(context);
    await put(context, key);
    await submitProcedure(context, the(context, 'isk-nord'), key);
    await approved(context, key);
    const versionKey = currentOf(context, key).version.key;
    const download = (who: string, of = versionKey) =>
      procedureFile(context, the(context, who), { procedureKey: key, versionKey: of });
    return { context, key, download };
  }

  it('is the approved one byte for byte, also when the same file is changed in SharePoint and a new draft is on its way', async () => {
    const { context, key, download } = await withFile();
    await context.documents.upload(`Procedurer/Center for nord/${key}/Telefon på farten.docx`, bytesOf('ændret'));
    await put(context, key, aWordFile('Telefon på farten.docx', 'Noget helt andet'));
    const [current, coming] = [currentOf(context, key), findProcedure(context, key)?.coming];
    expect(coming?.version.file?.id).toBe(current.version.file?.id);
    expect(coming?.version.file?.versionId).toBe('3.0');
    expect(text((await download('anne')).bytes)).toBe(text(aWordFile().bytes));
    expect(await refusal(() => download('anne', coming?.version.key))).toBe('procedures.noSuchVersion');
    expect(text((await download('isk-nord', coming?.version.key)).bytes)).not.toBe(text(aWordFile().bytes));
  });

  it('is refused when the bytes do not fit the hash', async () => {
    const { context, download } = await withFile();
    context.documents.download = () => Promise.resolve(bytesOf('skiftet ud'));
    expect(await refusal(() => download('anne'))).toBe('procedures.fileChanged');
  });

  it('is not there for people of another centre', async () => {
    const { download } = await withFile();
    expect(await refusal(() => download('bo'))).toBe('procedures.noSuchProcedure');
  });
});
