import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';

const print = '@media print';

/** The classes that a style sheet describes by themselves on the screen, so for every page that has come before too. */
function classesOf(css: string): Set<string> {
  const onScreen = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(print)
    .map((part, position) => (position === 0 ? part : part.slice(endOfBlock(part))))
    .join('\n');
  const selectors = [...onScreen.matchAll(/([^{}]+)\{/g)].flatMap(([, selector = '']) => selector.split(','));
  return new Set(
    selectors.flatMap((selector) => {
      const alone = /^\.([\w-]+)(?::{1,2}[\w-]+(?:\([^)]*\))?)*$/.exec(selector.trim());
      return alone?.[1] === undefined ? [] : [alone[1]];
    }),
  );
}

function endOfBlock(css: string): number {
  let depth = 0;
  for (let at = css.indexOf('{'); at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    if (css[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return css.length;
}

it('a class is described by one feature: a page looks the same whatever was seen before it', () => {
  const features = new Map<string, Set<string>>();
  const sheets = projectFiles().filter((file) => /^tab\/.*\.css$/.test(file));
  expect(sheets.length).toBeGreaterThan(50);
  for (const file of sheets)
    for (const name of classesOf(readFileSync(join(root, file), 'utf8'))) {
      const known = features.get(name) ?? new Set();
      features.set(name, known.add(file.split('/')[1] ?? ''));
    }
  expect(features.size).toBeGreaterThan(500);
  expect([...features].filter(([, places]) => places.size > 1).map(([name, places]) => [name, ...places])).toEqual([]);
});
