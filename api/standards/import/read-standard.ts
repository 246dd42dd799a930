import { headingsNamed, readGivenFile, type GivenFile } from '../../imports/index.ts';
import { inOneLine, invalid, stableKey } from '../../kernel/index.ts';
import { fold } from '../../organisation/index.ts';
import type { Table } from '../../files/tables/index.ts';
import { isBusy, ownThread } from '../../threads/index.ts';
import type { LibraryLines, NoLibrary } from './library-lines.ts';

export interface GivenStandard extends GivenFile {
  /** Names a table's standard; a library has its own. */
  title?: string | undefined;
}

export interface ReadRequirement {
  ref: string;
  title: string;
  section: string;
}
export interface ReadProblem {
  /** Table row; in a library the requirement's number. */
  line: number;
  code: 'noRef' | 'noTitle' | 'refTwice' | 'refTooLong';
  text: string;
}

/** A parsed file: the standard, its requirements in order, and problems. */
export interface ReadStandard {
  format: 'table' | 'yaml';
  key: string;
  title: string;
  version: string;
  requirements: readonly ReadRequirement[];
  problems: readonly ReadProblem[];
}

const mostRequirements = 1_500;
const longestRef = 60;
const longestTitle = 200;

/** Stable by name, for repeated imports. Never a built-in standard's key. */
const standardKeyOf = (name: string): string => stableKey(`imported-${fold(name).replaceAll(' ', '-')}`);

/**
 * Reads a standard from a table (.xlsx, .csv) or a YAML library. Throws AppError `invalid`: `tables.*`,
 * `standards.titleNeeded`, `standards.noColumns`, `standards.tooMany`, and those of `readLibrary`.
 */
export async function readStandard(given: GivenStandard): Promise<ReadStandard> {
  const isLibrary = /\.ya?ml$/i.test(given.fileName);
  const read = isLibrary ? await fromLibrary(Buffer.from(given.base64, 'base64')) : await fromTable(given);
  if (read.lines.length > mostRequirements) throw invalid('standards.tooMany', { most: mostRequirements });
  const { lines, ...standard } = read;
  return { ...standard, ...judged(lines) };
}

type Line = ReadRequirement & { line: number };
type Lines = Pick<ReadStandard, 'format' | 'key' | 'title' | 'version'> & { lines: Line[] };

async function fromLibrary(bytes: Uint8Array): Promise<Lines> {
  const { id, name, version, lines } = await readLibrary(bytes);
  const numbered = lines.map((line, place) => ({ ...line, line: place + 1 }));
  return {
    format: 'yaml',
    key: standardKeyOf(id),
    title: inOneLine(name).slice(0, longestTitle),
    version,
    lines: numbered,
  };
}

async function fromTable({ title, ...file }: GivenStandard): Promise<Lines> {
  if (title === undefined || title === '') throw invalid('standards.titleNeeded', { field: 'title' });
  const table = await readGivenFile(file);
  const [ref, name, section] = [columnOf(table, refWords), columnOf(table, titleWords), columnOf(table, sectionWords)];
  if (ref === undefined || name === undefined) throw invalid('standards.noColumns');
  const lines = table.rows.map(({ number, cells }) => ({
    line: number,
    ref: cells[ref] ?? '',
    title: cells[name] ?? '',
    section: section === undefined ? '' : (cells[section] ?? ''),
  }));
  return { format: 'table', key: standardKeyOf(title), title, version: '', lines };
}

/** Column headings in Danish and English, most certain first. */
const refWords = [
  'nr',
  'nummer',
  'krav nr',
  'kravnummer',
  'number',
  'no',
  'ref',
  'ref id',
  'reference',
  'id',
  'clause',
];
const titleWords = ['titel', 'title', 'kort titel', 'short title', 'navn', 'name', 'krav', 'requirement', 'overskrift'];
const sectionWords = ['afsnit', 'section', 'kapitel', 'chapter', 'tema', 'theme', 'omraade', 'area', 'gruppe', 'group'];

function columnOf(table: Table, words: readonly string[]): number | undefined {
  const [heading] = headingsNamed(table, words);
  return heading === undefined ? undefined : table.headers.indexOf(heading);
}

/** Each line is a requirement or a problem. */
function judged(lines: readonly Line[]): Pick<ReadStandard, 'requirements' | 'problems'> {
  const seen = new Set<string>();
  const requirements: ReadRequirement[] = [];
  const problems: ReadProblem[] = [];
  for (const { line, ...texts } of lines) {
    const [ref, title, section] = [inOneLine(texts.ref), inOneLine(texts.title), inOneLine(texts.section)];
    const code = problemOf(ref, title, seen);
    if (code) problems.push({ line, code, text: (ref || title).slice(0, longestTitle) });
    else requirements.push({ ref, title: title.slice(0, longestTitle), section: section.slice(0, longestTitle) });
    seen.add(ref);
  }
  return { requirements, problems };
}

function problemOf(ref: string, title: string, seen: ReadonlySet<string>): ReadProblem['code'] | undefined {
  if (ref === '') return 'noRef';
  if (ref.length > longestRef) return 'refTooLong';
  if (title === '') return 'noTitle';
  return seen.has(ref) ? 'refTwice' : undefined;
}

/** The largest known libraries are about 2 MB. */
const largestBytes = 4_000_000;
const linesOf = ownThread<Uint8Array, LibraryLines | NoLibrary>(new URL('./library-worker.ts', import.meta.url), {
  milliseconds: 30_000,
  megabytes: 256,
});

/**
 * Reads a YAML library in CISO Assistant's open format, on a worker thread: a large one takes seconds, which would
 * block card presses. Throws AppError `invalid` (`standards.libraryTooLarge`, `standards.unreadableLibrary`,
 * `standards.noFramework`).
 */
async function readLibrary(bytes: Uint8Array): Promise<LibraryLines> {
  if (bytes.length > largestBytes) throw invalid('standards.libraryTooLarge');
  const read = await linesOf(bytes).catch((thrown: unknown) => {
    if (isBusy(thrown)) throw thrown;
    throw invalid('standards.libraryTooLarge');
  });
  if ('problem' in read) throw invalid(`standards.${read.problem}`);
  return read;
}
