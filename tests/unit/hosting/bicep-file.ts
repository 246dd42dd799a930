import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** A declaration of a Bicep file, with its text up to the next one. */
export interface Declared {
  kind: 'param' | 'var' | 'resource' | 'module' | 'output';
  name: string;
  text: string;
}
export interface BicepFile {
  /** Without comments and descriptions. */
  text: string;
  declared: readonly Declared[];
  of(kind: Declared['kind']): readonly Declared[];
}

/** Comments to the end of a line, but not the slashes of an address. */
const withoutComments = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/(^|\s)\/\/ .*$/, ''))
    .filter((line) => !line.startsWith('@description('))
    .join('\n');

/** Reads a Bicep file by its structure: the compiler is not part of the project. */
export function readBicep(path: string): BicepFile {
  const text = withoutComments(readFileSync(join(root, path), 'utf8'));
  const starts = [...text.matchAll(/^(param|var|resource|module|output) (\w+)/gm)];
  const declared = starts.map(({ 1: kind, 2: name = '', index }, place) => ({
    kind: kind as Declared['kind'],
    name,
    text: text.slice(index, starts[place + 1]?.index),
  }));
  return { text, declared, of: (kind) => declared.filter((one) => one.kind === kind) };
}

/** Keys of the object that a property begins, one level deep. */
export const keysOf = (text: string, property: string): string[] => {
  const block =
    new RegExp(`^( *)${property}:? ?=? ?(?:union\\(\\s*)?\\{\\n([\\s\\S]*?)\\n\\1\\}`, 'm').exec(text)?.[2] ?? '';
  const indent = /^ */.exec(block)?.[0] ?? '';
  return [...block.matchAll(new RegExp(`^${indent}'?([\\w-]+)'?:`, 'gm'))].map(([, key = '']) => key);
};
