import { parse, type Tags } from 'yaml';
import { z } from 'zod';
import { cleanText } from '../../kernel/clean-text.ts';

/** A file with more is not a list of requirements. */
const mostAliases = 20;
const shortTitle = 120;

const written = z.union([z.string(), z.number()]).transform((value) => cleanText(String(value)));
const texts = z.object({ name: written.nullish(), description: written.nullish() });
const node = texts.extend({
  urn: z.string(),
  parent_urn: z.string().nullish(),
  ref_id: written.nullish(),
  assessable: z.boolean().nullish(),
  translations: z.record(z.string(), texts).nullish(),
});
type Node = z.output<typeof node>;
const framework = z.object({
  name: written,
  ref_id: written.nullish(),
  translations: z.record(z.string(), texts).nullish(),
  requirement_nodes: z.array(node),
});
/** CISO Assistant's open format: one framework, or a list with one. */
const library = z.object({
  version: written.nullish(),
  objects: z.object({ framework: framework.optional(), frameworks: z.array(framework).min(1).optional() }),
});

export interface LibraryLines {
  name: string;
  id: string;
  version: string;
  /** Assessable items in order, with their heading. */
  lines: { ref: string; title: string; section: string }[];
}
export type NoLibrary = { problem: 'unreadableLibrary' | 'noFramework' };

/** A YAML library's requirements: number, short title and heading. Longer texts are ignored. */
export function libraryLines(bytes: Uint8Array): LibraryLines | NoLibrary {
  const read = document(bytes);
  if (read === undefined) return { problem: 'unreadableLibrary' };
  const parsed = library.safeParse(read);
  if (!parsed.success) return { problem: 'noFramework' };
  const { version, objects } = parsed.data;
  const found = objects.framework ?? objects.frameworks?.[0];
  if (!found) return { problem: 'noFramework' };
  const name = found.translations?.['da']?.name ?? found.name;
  return { name, id: found.ref_id ?? found.name, version: version ?? '', lines: linesOf(found.requirement_nodes) };
}

/** `6.10` is not a number: it would become `6.1`. */
const withoutNumbers = (tags: Tags): Tags =>
  tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag));

function document(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return parse(text, { maxAliasCount: mostAliases, schema: 'core', customTags: withoutNumbers, logLevel: 'error' });
  } catch {
    return undefined;
  }
}

function linesOf(nodes: readonly Node[]): LibraryLines['lines'] {
  const byUrn = new Map(nodes.map((one) => [one.urn, one]));
  return nodes
    .filter(({ assessable }) => assessable === true)
    .map((one) => ({ ref: refOf(one), title: titleOf(one), section: sectionOf(one, byUrn) }));
}

/** Default: the last part of its name in the file. */
const refOf = ({ ref_id, urn }: Node): string => (ref_id ?? cleanText(urn.split(':').at(-1) ?? urn)).trim();

/** The Danish name if any; else the start of the description, cut to a title. */
function titleOf({ name, description, translations }: Node): string {
  const danish = translations?.['da'];
  const title = danish?.name ?? name ?? danish?.description ?? description ?? '';
  const [first = ''] = title.trim().split(/\n|(?<=[.;:])\s/);
  return cut(first);
}

/** At a word boundary. */
const cut = (text: string): string =>
  text.length <= shortTitle ? text : `${text.slice(0, shortTitle - 1).replace(/\s+\S*$/, '')}…`;

/** The nearest non-assessable heading above. Handles cycles: each is visited once. */
function sectionOf(start: Node, byUrn: ReadonlyMap<string, Node>): string {
  const seen = new Set<string>();
  for (let at = parentOf(start, byUrn); at && !seen.has(at.urn); at = parentOf(at, byUrn)) {
    seen.add(at.urn);
    if (at.assessable !== true) return [at.ref_id ?? '', titleOf(at)].filter(Boolean).join(' ');
  }
  return '';
}
const parentOf = ({ parent_urn }: Node, byUrn: ReadonlyMap<string, Node>) =>
  typeof parent_urn === 'string' ? byUrn.get(parent_urn) : undefined;
