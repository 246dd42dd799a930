import fc from 'fast-check';
import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileNamed, frozenDownload, safeFileName, sniffFile, storeFile } from '../../../api/files/index.ts';
import { unavailable } from '../../../api/kernel/index.ts';
import { memoryContext } from '../../support/memory-context.ts';

const pdf = strToU8('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const png = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1]);
const office = (contentType: string) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${contentType}"/></Types>`,
    ),
    'word/document.xml': strToU8('<w:document/>'),
  });
const word = office('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml');
const macros = office('application/vnd.ms-word.document.macroEnabled.main+xml');

describe('sniffFile', () => {
  it('knows Word, PDF and pictures by their bytes', async () => {
    expect(await sniffFile(word)).toMatchObject({ extension: 'docx', kind: 'word' });
    expect(await sniffFile(pdf)).toEqual({ type: 'application/pdf', extension: 'pdf', kind: 'pdf' });
    expect(await sniffFile(png)).toMatchObject({ type: 'image/png', kind: 'picture' });
  });

  it('takes nothing else in: macros, programs, archives, markup and empty bytes', async () => {
    const others = [
      macros,
      zipSync({ 'a.txt': strToU8('a') }),
      Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]),
      strToU8('<html><script>alert(1)</script></html>'),
      strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      new Uint8Array(),
    ];
    for (const bytes of others) expect(await sniffFile(bytes)).toBeUndefined();
  });

  it('never throws, whatever it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(pdf, png, word), async (junk, begin) => {
        await sniffFile(junk);
        await sniffFile(begin.slice(0, junk.length));
        await sniffFile(Buffer.concat([begin.slice(0, 12), junk]));
      }),
    );
  });
});

describe('safeFileName', () => {
  it.each([
    ['Udlevering af journaler.docx', 'Udlevering af journaler.docx'],
    ['Vejledning: adgang?.DOC', 'Vejledning adgang.docx'],
    ['..\\..\\etc/passwd', 'etc passwd.docx'],
    ['~$Åbent kontor  2026 .docx', '$Åbent kontor 2026.docx'],
    ['CON.docx', 'fil CON.docx'],
    ['.docx', 'docx.docx'],
    ['???', 'fil.docx'],
    ['regning\u202Excod.exe', 'regning xcod.docx'],
    ['Procedure v1.2 endelig.docx', 'Procedure v1.2 endelig.docx'],
  ])('%s becomes %s', (given, safe) => expect(safeFileName(given, 'docx')).toBe(safe));

  it('gives what SharePoint takes, and the same when asked again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), fc.constantFrom('pdf', 'docx'), (given, extension) => {
        const name = safeFileName(given, extension);
        expect(name).not.toMatch(/["*:<>?/\\|#%]|^[~. ]|[. ]$|\p{Cc}/u);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(name.endsWith(`.${extension}`) && name.length > extension.length + 1).toBe(true);
        expect(safeFileName(name, extension)).toBe(name);
      }),
    );
  });
});

describe('fileNamed', () => {
  it('keeps the number at the end of a long title, which tells its file from the others', () => {
    const named = (number: number) =>
      fileNamed(`Offline-pakke ${'Center for Børn, Unge og '.repeat(8)} ${number}`, 'pdf');
    expect(named(7)).toMatch(/^Offline-pakke Center for Børn.*….* 7\.pdf$/);
    expect(named(8)).not.toBe(named(7));
    expect(named(7).length).toBeLessThanOrEqual(100);
  });

  it.each([
    ['Sag - Informationssikkerhedspolitik 4.0', 'Sag - Informationssikkerhedspolitik 4.0.pdf'],
    ['Tilsyn: Windows 11.24H2', 'Tilsyn Windows 11.24H2.pdf'],
    ['Årsrapport 2026', 'Årsrapport 2026.pdf'],
  ])('of %s is %s', (title, name) => expect(fileNamed(title, 'pdf')).toBe(name));
});

describe('a stored file', () => {
  it('comes back as exactly the bytes that were frozen, also after a newer version', async () => {
    const { context } = memoryContext('2026-11-24T09:00:00Z');
    const first = await storeFile(context, ['Godkendelser', 'a_b_1'], { fileName: 'Referat?.docx', bytes: pdf });
    expect(first).toMatchObject({ name: 'Referat.pdf', type: 'application/pdf', size: pdf.length });
    await storeFile(context, ['Godkendelser', 'a_b_1'], { fileName: 'Referat.pdf', bytes: Buffer.concat([pdf, pdf]) });
    expect((await frozenDownload(context, first)).bytes).toEqual(pdf);
  });

  it('is proven by what SharePoint keeps of a Word file, where it writes its own properties into it', async () => {
    const { context } = memoryContext('2026-11-24T09:00:00Z');
    const { documents } = context;
    context.documents = {
      ...documents,
      upload: (path, bytes, options) => documents.upload(path, Buffer.concat([bytes, png]), options),
    };
    const stored = await storeFile(context, ['A'], { fileName: 'a.docx', bytes: word });
    expect((await frozenDownload(context, stored)).bytes).toHaveLength(stored.size);
    expect(stored.size).toBe(word.length + png.length);
  });

  it('is refused when the library holds other bytes, and when it is of a kind that nobody may send', async () => {
    const { context } = memoryContext('2026-11-24T09:00:00Z');
    const stored = await storeFile(context, ['A'], { fileName: 'a.pdf', bytes: pdf });
    await expect(frozenDownload(context, { ...stored, hash: 'other' })).rejects.toMatchObject({
      code: 'files.changed',
    });
    await expect(storeFile(context, ['A'], { fileName: 'a.pdf', bytes: macros })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'files.kindNotAllowed',
    });
  });

  it('is read once however many ask, and not kept when it could not be read', async () => {
    const { context } = memoryContext('2026-11-24T09:00:00Z');
    const stored = await storeFile(context, ['A'], { fileName: 'a.pdf', bytes: pdf });
    const { documents } = context;
    let reads = 0;
    let isAway = true;
    context.documents = {
      ...documents,
      download: async (...given) => {
        reads += 1;
        if (isAway) throw unavailable('sharepoint.away');
        return documents.download(...given);
      },
    };
    await expect(frozenDownload(context, stored)).rejects.toMatchObject({ code: 'sharepoint.away' });
    isAway = false;
    const asked = Array.from({ length: 50 }, () => frozenDownload(context, stored));
    for (const { bytes } of await Promise.all(asked)) expect(bytes).toEqual(pdf);
    await frozenDownload(context, stored);
    expect(reads).toBe(2);
  });
});
