import { patchDocument, PatchType, TextRun, type IPatch } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { drawn } from '../word-blocks.ts';
import { printable } from '../word-parts.ts';
import type { Filled, Filling, Values } from './fill-template.ts';
import { broughtTogether, problemsIn, unrolled } from './placeholders.ts';

const main = 'word/document.xml';
const edge = /^word\/(?:header|footer)\d*\.xml$/;
/** Largest unpacked size in bytes: bounds the content of a small archive. */
const mostUnpacked = 60_000_000;

/** The filled document, or the template's problems. */
export async function work({ template, words, values, title, creator }: Filling): Promise<Filled> {
  const files = unpacked(template);
  const read = (name: string) => new TextDecoder().decode(files?.[name]);
  if (!files?.[main]) return { problems: 'noWord' };
  const parts = [main, ...Object.keys(files).filter((name) => edge.test(name))];
  const together = new Map<string, string>();
  try {
    for (const name of parts) together.set(name, broughtTogether(read(name)));
  } catch {
    return { problems: 'noWord' };
  }
  const problems = [...together].flatMap(([name, xml]) => problemsIn(xml, words, name !== main));
  if (problems.length > 0) return { problems };
  if (!values) return { bytes: template };
  const all = everyValue(values);
  const isEmpty = (name: string) => all.blocks.get(name)?.length === 0;
  together.set(
    main,
    unrolled(together.get(main) ?? '', words, (loop) => values.loops[loop]?.length ?? 0, isEmpty),
  );
  for (const [name, xml] of together) files[name] = new TextEncoder().encode(xml);
  const bytes = await patchDocument({
    outputType: 'uint8array',
    data: zipSync(files, { level: 1 }),
    patches: patchesOf(all),
    properties: { title: printable(title), creator: printable(creator) },
  });
  return { bytes };
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  let left = mostUnpacked;
  try {
    const files = unzipSync(bytes, { filter: ({ originalSize }) => (left -= originalSize) >= 0 });
    return left < 0 ? undefined : files;
  } catch {
    return undefined;
  }
}

/** Separates people's braces invisibly, so that they are not names. */
const guarded = <Value>(value: Value): Value => {
  const written = (_: string, one: unknown) => (typeof one === 'string' ? one.replaceAll(/\{(?=\{)/g, '{\u2060') : one);
  return JSON.parse(JSON.stringify(value), written) as Value;
};

/** All values by their name after unrolling the loops. */
function everyValue(values: NonNullable<Filling['values']>) {
  const { texts, blocks, loops } = guarded(values);
  const all = { texts: new Map(Object.entries(texts)), blocks: new Map(Object.entries(blocks)) };
  for (const [loop, rows] of Object.entries(loops))
    for (const [place, row] of rows.entries()) {
      for (const [name, text] of Object.entries(row.texts)) all.texts.set(`${loop}.${place}.${name}`, text);
      for (const [name, made] of Object.entries(row.blocks)) all.blocks.set(`${loop}.${place}.${name}`, made);
    }
  return all;
}

type All = { texts: ReadonlyMap<string, string>; blocks: ReadonlyMap<string, Values['blocks'][string]> };
function patchesOf({ texts, blocks }: All): Record<string, IPatch> {
  const runs = (text: string) =>
    text.split('\n').map((line, place) => new TextRun({ text: printable(line), ...(place > 0 ? { break: 1 } : {}) }));
  const patches: Record<string, IPatch> = {};
  for (const [name, text] of texts) patches[name] = { type: PatchType.PARAGRAPH, children: runs(text) };
  for (const [name, made] of blocks) patches[name] = { type: PatchType.DOCUMENT, children: made.flatMap(drawn) };
  return patches;
}
