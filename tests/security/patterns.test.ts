import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectFiles, root } from '../architecture/project-files.ts';

/** Two thirds of the longest text accepted in one field. */
const longest = 40_000;

interface Pattern {
  where: string;
  pattern: RegExp;
}

/** Every pattern in a file. */
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

/** The words of a pattern, in order. */
function wordsOf({ source }: Pick<RegExp, 'source'>): string[] {
  const plain = source.replace(/\\[dDwWsSbBpP](\{[^}]*\})?|\[[^\]]*\]|\{\d*,?\d*\}/g, '\u0001').replace(/\\(.)/g, '$1');
  return plain.split(/[\u0001()|?*+^$.]+/).filter((word) => word.length > 1);
}

/** What makes a pattern backtrack: its own words and signs, and samples of its classes. */
function pumpsOf({ source }: RegExp): string[] {
  const words = wordsOf({ source });
  const signs = [...new Set(source.replace(/\\[a-zA-Z]/g, ''))].filter((sign) => /[^\w\s()[\]{}?+|]/.test(sign));
  const usual = [' ', '\t', '\n', 'a', '1', '\u00e6'];
  const single = [...usual, ...signs, ...words];
  const together = single.flatMap((one) => single.slice(0, 12).map((other) => one + other));
  return [...new Set([...single, ...together])];
}

interface Repeated {
  /** Prefix of the text, to get a pattern past its first word. */
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

/** Time of a text relative to four quarters of it: one for a linear pattern, four for a quadratic one. */
function growth(pattern: RegExp, repeated: Repeated, length: number): number {
  const quarters = () => [1, 2, 3, 4].reduce((sum) => sum + timeOf(pattern, repeated, length / 4), 0);
  return least(() => timeOf(pattern, repeated, length)) / least(quarters);
}

/**
 * The repeated text with superlinear time, if any. Shorter texts come first, since some patterns would never finish the
 * whole; if the whole takes next to nothing, no more is measured.
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

/** Reads a person's own files on the operator's machine, and files written by the operator only. */
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
