import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** The text of the largest documents is a few megabytes of XML; pictures are not unpacked. */
const mostXml = 40_000_000;
/** Styles, lists and addresses of the largest documents. */
const mostBeside = 4_000_000;
const relations = '_rels/.rels';

export const wordNamespaces: readonly string[] = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];

export interface WordParts {
  /** The document itself, as XML. */
  main: Uint8Array;
  /** Heading levels (1 to 6) by style id, independent of Word's language. */
  headings: ReadonlyMap<string, number>;
  /** Numbered lists, as `list/level`. */
  numbered: ReadonlySet<string>;
  /** Link targets by id; `https:` only. */
  addresses: ReadonlyMap<string, string>;
}

/** The text parts of a Word document; undefined when missing or too large. */
export function partsOf(bytes: Uint8Array): WordParts | undefined {
  const path = mainPath(bytes);
  const main = part(bytes, path, mostXml);
  if (!main) return undefined;
  const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)];
  const beside = (file: string) => textOf(part(bytes, `${folder}${file}`, mostBeside));
  return {
    main,
    headings: headingsIn(beside('styles.xml')),
    numbered: numberedIn(beside('numbering.xml')),
    addresses: addressesIn(beside(`_rels/${name}.rels`)),
  };
}

const part = (bytes: Uint8Array, path: string, most: number): Uint8Array | undefined =>
  unzipSync(bytes, { filter: ({ name, originalSize }) => name === path && originalSize <= most })[path];
const textOf = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '');

/** The part that the archive's relations name, as a rule `word/document.xml`. */
function mainPath(bytes: Uint8Array): string {
  const found = textOf(part(bytes, relations, 65_536)).match(/<Relationship\b[^<>]*>/g) ?? [];
  const main = found.find((relationship) => relationship.includes('officeDocument"')) ?? '';
  return (/\bTarget="([^"]+)"/.exec(main)?.[1] ?? 'word/document.xml').replace(/^\//, '');
}

interface Tag {
  local: string;
  /** An attribute's value, with any prefix. */
  of: (name: string) => string | undefined;
}

/** Visits a part's tags; invalid XML is ignored. */
function eachTag(xml: string, visit: (tag: Tag) => void): void {
  if (xml === '') return;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }) =>
    visit({ local, of: (name) => Object.values(attributes).find((one) => one.local === name)?.value }),
  );
  try {
    parser.write(xml).close();
  } catch {
    // Tags read so far count.
  }
}

function headingsIn(xml: string): Map<string, number> {
  const found = new Map<string, number>();
  let id: string | undefined;
  eachTag(xml, ({ local, of }) => {
    if (local === 'style') id = of('styleId');
    const name = local === 'name' ? (of('val') ?? '').toLowerCase() : '';
    const level = name === 'title' ? 1 : Number(/^heading ([1-6])$/.exec(name)?.[1] ?? Number.NaN);
    if (id !== undefined && level >= 1) found.set(id, level);
  });
  return found;
}

/** A list is a `num`, which refers to an `abstractNum`, whose levels have the numbering. */
function numberedIn(xml: string): Set<string> {
  const levels = new Map<string, Set<string>>();
  const found = new Set<string>();
  let [abstract, level, list] = ['', '', ''];
  eachTag(xml, ({ local, of }) => {
    const value = of('val') ?? '';
    if (local === 'abstractNum') levels.set((abstract = of('abstractNumId') ?? ''), new Set());
    if (local === 'lvl') level = of('ilvl') ?? '0';
    if (local === 'numFmt' && value !== 'bullet' && value !== 'none') levels.get(abstract)?.add(level);
    if (local === 'num') list = of('numId') ?? '';
    if (local === 'abstractNumId') for (const one of levels.get(value) ?? []) found.add(`${list}/${one}`);
  });
  return found;
}

function addressesIn(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  eachTag(xml, ({ local, of }) => {
    const [id, target] = [of('Id'), of('Target')];
    if (local === 'Relationship' && id && target && /^https:\/\/\S+$/i.test(target)) found.set(id, target);
  });
  return found;
}
