import { join } from 'node:path';
import { checkedManifest } from './checked-manifest.ts';
import { fileLine, libraryIndex, itemLine, type Manifest } from './format.ts';
import { readLines } from './lines.ts';
import { remapped, remappedCursor, type Moved } from './remap.ts';

/** Most differences to list. */
const mostTold = 50;

/**
 * Differences of two backups, a readable line each; none when equal. Ids of items and files are site-specific, so they
 * are compared by what they refer to. Streams line by line.
 */
export async function compareBackups(one: string, other: string): Promise<string[]> {
  const [first, second] = [await canonical(one), await canonical(other)];
  const differences: string[] = [];
  const tell = (line: string) => {
    if (differences.length < mostTold) differences.push(line);
  };
  const names = new Set([...first.manifest.lists, ...second.manifest.lists].map(({ name }) => name));
  for (const name of names) {
    const [left, right] = [first.lines(name), second.lines(name)];
    for (let number = 1; ; number += 1) {
      const [a, b] = [await left.next(), await right.next()];
      if (a.done === true && b.done === true) break;
      if (a.value !== b.value) tell(`${name}, item ${number}: ${a.value ?? 'missing'} / ${b.value ?? 'missing'}`);
    }
  }
  for (const path of new Set([...first.files.keys(), ...second.files.keys()]))
    if (first.files.get(path) !== second.files.get(path)) tell(`file ${path}`);
  return differences;
}

interface Canonical {
  manifest: Manifest;
  lines(list: string): AsyncGenerator<string, undefined>;
  /** Hashes of all versions, oldest first, by path. */
  files: ReadonlyMap<string, string>;
}

async function canonical(folder: string): Promise<Canonical> {
  const manifest = await checkedManifest(folder);
  const moved = new Map<string, Moved>();
  const files = new Map<string, string>();
  for await (const { id, path, versions } of readLines(join(folder, libraryIndex), fileLine)) {
    const named = versions.map((version, place) => [version.id, `version ${place + 1}`] as const);
    moved.set(id, { id: `file ${path}`, versions: new Map(named) });
    files.set(path, versions.map(({ sha256 }) => sha256).join(' '));
  }
  const places = new Map<string, { old: number[]; now: number[] }>();
  for (const { name } of manifest.lists) {
    const ids: number[] = [];
    for await (const { id } of readLines(join(folder, 'lists', `${name}.jsonl`), itemLine)) ids.push(Number(id));
    places.set(name, { old: ids, now: ids.map((_id, place) => place + 1) });
  }
  return {
    manifest,
    files,
    lines: async function* (list) {
      if (!places.has(list)) return undefined;
      for await (const { fields } of readLines(join(folder, 'lists', `${list}.jsonl`), itemLine)) {
        const named = list === 'Cursors' ? remappedCursor(fields, places) : remapped(fields, moved);
        yield JSON.stringify(Object.entries(named).sort(([a], [b]) => Number(a > b) - Number(a < b)));
      }
      return undefined;
    },
  };
}
