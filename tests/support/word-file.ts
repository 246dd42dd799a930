import { strToU8, zipSync } from 'fflate';

const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The smallest Word file (.docx) that Word opens, a paragraph for each text; deterministic. */
export function wordFile(...paragraphs: string[]): Uint8Array {
  const runs = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`);
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return zipSync(
    {
      '[Content_Types].xml': strToU8(
        xml(
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        ),
      ),
      '_rels/.rels': strToU8(
        xml(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        ),
      ),
      'word/document.xml': strToU8(xml(`<w:document xmlns:w="${main}"><w:body>${runs.join('')}</w:body></w:document>`)),
    },
    { mtime: '2026-01-01' },
  );
}
