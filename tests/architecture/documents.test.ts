import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedPages } from '../../teams-app/commands/write-docs.ts';
import { projectFiles, root } from './project-files.ts';

const pages = projectFiles().filter((file) => file.endsWith('.md') && !file.includes('/seed/policy/'));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
/** Headings as links name them. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the documents', () => {
  it.each(Object.entries(generatedPages()))(
    '%s is as the declarations say (npm run isms -- lists-docs)',
    (path, text) => {
      expect(read(path)).toBe(text);
    },
  );

  it.each(pages)('%s links to what exists', (page) => {
    const broken = [...read(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      // Screenshots come last, from the running program.
      .filter((target) => !/images\/.*\.png$/.test(target))
      .filter((target) => {
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? page : join(page, '..', path);
        if (!existsSync(join(root, file))) return true;
        return anchor !== undefined && !anchorsOf(read(file)).includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  it('are there when a comment names one', () => {
    const missing = projectFiles()
      .filter((file) => /\.(?:ts|tsx|mjs|cjs)$/.test(file) && !file.startsWith('tests/'))
      .flatMap((file) => [...read(file).matchAll(/docs\/[\w/-]+\.md/g)].map(([path]) => `${file}: ${path}`))
      .filter((line) => !existsSync(join(root, line.split(': ')[1] ?? '')));
    expect(missing).toEqual([]);
  });

  it('has a script for every npm run they name', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run ([a-z-]+)/g)].map(([, script = '']) => script),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  const sources = projectFiles().filter((file) => /\.(?:[cm]?[jt]s|tsx)$/.test(file));
  /** The files that a page means: a path from the top, or the end of one. */
  const meant = (path: string) => sources.filter((file) => file === path || file.endsWith(`/${path}`));

  it.each(pages)('%s names source files that exist', (page) => {
    const named = [...read(page).matchAll(/`([\w./-]*[\w-]\.(?:ts|tsx|mjs))`/g)].map(([, path = '']) => path);
    expect(named.filter((path) => meant(path).length === 0)).toEqual([]);
  });

  it('name functions that are in the files beside them', () => {
    const steps = read('docs/architecture.md')
      .split('\n')
      .map((line) => line.split('|').slice(1, -1))
      .filter((cells) => cells.length === 3 && /`[\w/-]+\.ts`/.test(cells[2] ?? ''))
      .map(([, functions = '', files = '']) => ({ functions, files }));
    expect(steps.length).toBeGreaterThan(15);
    const missing = steps.flatMap(({ functions, files }) => {
      const text = [...files.matchAll(/`([\w./-]+\.ts)`/g)]
        .flatMap(([, path = '']) => meant(path).map(read))
        .join('\n');
      const names = [...functions.matchAll(/`([\w.]+)/g)].flatMap(([, name = '']) => name.split('.'));
      return names
        .filter((name) => !new RegExp(String.raw`\b${name}\b`).test(text))
        .map((name) => `${name}: ${files.trim()}`);
    });
    expect(missing).toEqual([]);
  });

  it('has a line in docs/architecture.md for every room', () => {
    const architecture = read('docs/architecture.md');
    const rooms = new Set(
      projectFiles()
        .filter((file) => /^(api|bot|teams-app)\/[^/]+\//.test(file))
        .map((file) => file.split('/').slice(0, 2).join('/')),
    );
    expect(
      [...rooms].filter((room) => !architecture.includes(room) && !architecture.includes(`…/${room.split('/')[1]}`)),
    ).toEqual([]);
  });
});

describe('package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  it.each(Object.entries(scripts))('has a script %s whose files exist', (_name, script) => {
    const files = script.match(/\S+\.(?:ts|mjs|cjs)\b/g) ?? [];
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
