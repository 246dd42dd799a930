import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectFiles, root } from '../architecture/project-files.ts';
import { onProcessor } from '../support/processor-time.ts';

/** Two thirds of the longest text that anybody may send in one field. */
const longest = 40_000;
/** Processor time of a pattern that looks at each character a few times; one that looks at each from each takes seconds. */
const most = 150;

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

/** What a pattern may be made to look at again and again: its own words and signs, and what its classes stand for. */
function pumpsOf({ source }: RegExp): string[] {
  const plain = source.replace(/\\[dDwWsSbBpP](\{[^}]*\})?|\[[^\]]*\]|\{\d*,?\d*\}/g, '\u0001').replace(/\\(.)/g, '$1');
  const words = plain.split(/[\u0001()|?*+^$.]+/).filter((word) => word.length > 1);
  const signs = [...new Set(source.replace(/\\[a-zA-Z]/g, ''))].filter((sign) => /[^\w\s()[\]{}?+|]/.test(sign));
  const usual = [' ', '\t', '\n', 'a', '1', '\u00e6'];
  const single = [...usual, ...signs, ...words];
  const together = single.flatMap((one) => single.slice(0, 12).map((other) => one + other));
  return [...new Set([...single, ...together])];
}

const timeOf = (pattern: RegExp, pump: string, length: number): number => {
  const text = `x${pump.repeat(Math.ceil(length / pump.length)).slice(0, length)}\u0000`;
  pattern.lastIndex = 0;
  return onProcessor(() => text.replace(pattern, '')).milliseconds;
};

/** The repeated text that takes too long, when there is one; a tenth of the length tells which might. */
function tooLong({ pattern }: Pattern): { ms: number; pump: string } | undefined {
  for (const pump of pumpsOf(pattern)) {
    if (timeOf(pattern, pump, longest / 10) < most / 100) continue;
    const ms = Math.min(timeOf(pattern, pump, longest), timeOf(pattern, pump, longest));
    if (ms > most) return { ms, pump };
  }
  return undefined;
}

/** Where a person's own files are read on the operator's machine, and what only the operator writes. */
const ofTheOperator = /^teams-app\/(commands|config|starter|emulator|desk)\//;

describe('patterns that meet what people write', () => {
  const patterns = ['api', 'bot', 'teams-app']
    .flatMap((room) => projectFiles(room))
    .filter((path) => path.endsWith('.ts') && !ofTheOperator.test(path))
    .flatMap(patternsIn);

  it('takes time in proportion to the text, whatever the text', () => {
    expect(patterns.length).toBeGreaterThan(150);
    const found = patterns.flatMap((one) => {
      const long = tooLong(one);
      return long ? [`${one.where} by ${JSON.stringify(long.pump)}: ${Math.round(long.ms)} ms`] : [];
    });
    expect(found).toEqual([]);
  });

  it('finds one that does not', () => {
    expect(tooLong({ where: '', pattern: /<at\b[^>]*>.*?<\/at>/gis })?.pump).toMatch(/^<at/);
  });
});
