import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectFiles, root } from '../architecture/project-files.ts';

/** Two thirds of the longest text that anybody may send in one field. */
const longest = 40_000;

interface Pattern {
  where: string;
  pattern: RegExp;
}

/** Every pattern that stands in a file. */
function patternsIn(path: string): Pattern[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, inside = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ where: `${path}:${line + 1} ${node.text.slice(0, 80)}`, pattern: new RegExp(inside, flags) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The words that a pattern looks for, in their order. */
function wordsOf({ source }: Pick<RegExp, 'source'>): string[] {
  const plain = source.replace(/\\[dDwWsSbBpP](\{[^}]*\})?|\[[^\]]*\]|\{\d*,?\d*\}/g, '\u0001').replace(/\\(.)/g, '$1');
  return plain.split(/[\u0001()|?*+^$.]+/).filter((word) => word.length > 1);
}

/** What a pattern may be made to look at again and again: its own words and signs, and what its classes stand for. */
function pumpsOf({ source }: RegExp): string[] {
  const words = wordsOf({ source });
  const signs = [...new Set(source.replace(/\\[a-zA-Z]/g, ''))].filter((sign) => /[^\w\s()[\]{}?+|]/.test(sign));
  const usual = [' ', '\t', '\n', 'a', '1', '\u00e6'];
  const single = [...usual, ...signs, ...words];
  const together = single.flatMap((one) => single.slice(0, 12).map((other) => one + other));
  return [...new Set([...single, ...together])];
}

interface Repeated {
  /** What the text begins with, so that a pattern may get past its own first word. */
  first: string;
  pump: string;
}

const timeOf = (pattern: RegExp, { first, pump }: Repeated, length: number): number => {
  const text = `${first}${pump.repeat(Math.ceil(length / pump.length)).slice(0, length)}\u0000`;
  const before = process.threadCpuUsage();
  pattern.lastIndex = 0;
  text.replace(pattern, '');
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
};
const least = (measure: () => number): number => Math.min(measure(), measure(), measure());

/**
 * How many times longer a text takes than four quarters of it: once for a pattern that looks at each character a few times,
 * four times for one that looks at each from each.
 */
function growth(pattern: RegExp, repeated: Repeated, length: number): number {
  const quarters = () => [1, 2, 3, 4].reduce((sum) => sum + timeOf(pattern, repeated, length / 4), 0);
  return least(() => timeOf(pattern, repeated, length)) / least(quarters);
}

/**
 * The repeated text whose time grows faster than its length, when there is one. Shorter texts come first, since some patterns
 * would never end with the whole; what takes next to nothing with the whole needs no closer look.
 */
function tooLong({ pattern }: Pattern): Repeated | undefined {
  const [word] = wordsOf(pattern);
  const all = pumpsOf(pattern).flatMap((pump) => [
    { first: 'x', pump },
    ...(word ? [{ first: `${word} `, pump }] : []),
  ]);
  return all.find((repeated) => {
    const length = [16, 4, 1].map((part) => longest / part).find((one) => timeOf(pattern, repeated, one) > 20);
    return length !== undefined && growth(pattern, repeated, length) > 2;
  });
}

/** Where a person's own files are read on the operator's machine, and what only the operator writes. */
const ofTheOperator = /^teams-app\/(commands|config|starter|emulator|desk|seed)\//;

describe('patterns that meet what people write', () => {
  const patterns = ['api', 'bot', 'teams-app']
    .flatMap((room) => projectFiles(room))
    .filter((path) => path.endsWith('.ts') && !ofTheOperator.test(path))
    .flatMap(patternsIn);

  it('takes time in proportion to the text, whatever the text', () => {
    expect(patterns.length).toBeGreaterThan(150);
    const found = patterns.flatMap((one) => {
      const long = tooLong(one);
      return long ? [`${one.where} by ${JSON.stringify(long)}`] : [];
    });
    expect(found).toEqual([]);
  });

  it.each([/<at\b[^>]*>.*?<\/at>/gis, /<part\b[^<>]*main"[^<>]*>/, /\s+$/])('finds that %s does not', (pattern) =>
    expect(tooLong({ where: '', pattern })).toBeDefined(),
  );
});
