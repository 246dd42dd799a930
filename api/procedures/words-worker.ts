import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** The written words of the largest documents in use are a few megabytes of XML; pictures are not unpacked. */
const mostXml = 40_000_000;
/** As many characters as are kept, and some for what is tidied away. */
const enough = 80_000;
/** Bytes that are read at a time, so that reading stops where there is enough. */
const slice = 65_536;
const relations = '_rels/.rels';

/** The words of a Word document, an empty line between paragraphs. What is no document, or too large, has no words. */
export function work(bytes: Uint8Array): string {
  try {
    const xml = mainPart(bytes);
    return xml ? wordsIn(xml) : '';
  } catch {
    return '';
  }
}

/** The document itself: the part that the archive's relations name, as a rule `word/document.xml`. */
function mainPart(bytes: Uint8Array): Uint8Array | undefined {
  const named = unzipSync(bytes, { filter: ({ name, originalSize }) => name === relations && originalSize < slice });
  const type = /<Relationship\b[^>]*officeDocument"[^>]*>/.exec(new TextDecoder().decode(named[relations]))?.[0] ?? '';
  const path = (/\bTarget="([^"]+)"/.exec(type)?.[1] ?? 'word/document.xml').replace(/^\//, '');
  return unzipSync(bytes, { filter: ({ name, originalSize }) => name === path && originalSize <= mostXml })[path];
}

const wordNamespaces = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];
/** What is struck out with tracked changes, and the newer of two ways to say the same thing. */
const unseen = new Set(['del', 'moveFrom', 'Choice']);

/** Reads element by element and holds none of them: however many there are, it takes the memory of the words alone. */
function wordsIn(xml: Uint8Array): string {
  const parser = new SaxesParser({ xmlns: true });
  const decoder = new TextDecoder();
  let [words, hidden, isText] = ['', 0, false];
  parser.on('opentag', ({ local, uri }) => {
    if (unseen.has(local)) hidden += 1;
    if (hidden > 0 || !wordNamespaces.includes(uri)) return;
    if (local === 't') isText = true;
    if (local === 'tab') words += '\t';
    if (local === 'br' || local === 'cr') words += '\n';
  });
  parser.on('closetag', ({ local, uri }) => {
    if (unseen.has(local)) hidden -= 1;
    if (!wordNamespaces.includes(uri)) return;
    if (local === 't') isText = false;
    if (local === 'p' && hidden === 0 && words !== '') words += '\n\n';
  });
  parser.on('text', (text) => {
    if (isText) words += text;
  });
  // What is no XML has no words; without this the parser throws at the first fault all the same.
  parser.on('error', (error) => {
    throw error;
  });
  for (let from = 0; from < xml.length && words.length < enough; from += slice)
    parser.write(decoder.decode(xml.subarray(from, from + slice), { stream: true }));
  return words;
}
