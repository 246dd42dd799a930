import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tabPackages } from '../../teams-app/commands/distributed-packages.ts';
import { loadedWith, packagesIn } from './loaded-files.ts';
import { isPacked } from '../../teams-app/starter/packed.mjs';
import { projectFiles, root } from './project-files.ts';

const names = z.record(z.string(), z.string());
const { dependencies, devDependencies } = z
  .object({ dependencies: names, devDependencies: names })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

/** The desk, which production never loads. */
const desk = /^teams-app\/(?:desk|emulator|seed)\//;
const entries = ['teams-app/main.ts', 'teams-app/commands/isms.ts', 'teams-app/commands/build-manifest.ts'];
const loaded = entries.map((entry) => loadedWith(entry, { all: true, except: desk }));
const inProduction = packagesIn(loaded.flatMap((files) => [...files.values()].flat()));

/** Loaded by no import: read as files by manifest/validate-manifest.ts, or needed by another package. */
const readAsFiles = ['@microsoft/app-manifest', 'ajv'];

describe('an installation without development packages (npm ci --omit=dev)', () => {
  it('has every package that the program, its threads and its commands load', () => {
    expect(loaded.every((files) => files.size > 20)).toBe(true);
    expect(inProduction.filter((name) => !(name in dependencies))).toEqual([]);
  });

  it('has no other: what only the build, the desk or tests use is a development package', () => {
    const used = new Set([...inProduction, ...readAsFiles]);
    expect(Object.keys(dependencies).filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('the packed program (npm run package)', () => {
  it('has every file that the program, its threads and its commands load', () => {
    const files = loaded.flatMap((one) => [...one.keys()]).map((path) => path.slice(root.length + 1));
    expect(files.length).toBeGreaterThan(1_000);
    expect(files.filter((file) => !isPacked(file))).toEqual([]);
    expect(['package.json', 'package-lock.json', 'dist/tab/index.html'].filter((file) => !isPacked(file))).toEqual([]);
  });

  it('has no desk, no tests and no page for readers', () => {
    expect(projectFiles('teams-app').filter((file) => desk.test(file) && isPacked(file))).toEqual([]);
    expect(['tests/architecture/house.ts', 'docs/hosting.md', 'teams-app/starter/start.mjs'].filter(isPacked)).toEqual(
      [],
    );
  });
});

it('what the build copies into the tab is told with its licences', () => {
  const sources = projectFiles('tab').filter(
    (file) => /\.tsx?$/.test(file) && !/^tab\/(?:build\/|vite\.config)/.test(file),
  );
  const imported = sources.flatMap((file) => [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^(?:import|export)\s(?!type\b)(?:[^;']*?\sfrom\s)?'([^']+)';/gm,
    ),
  ]);
  const used = packagesIn(imported.map(([, name = '']) => name)).filter((name) => name in devDependencies);
  expect(used.toSorted()).toEqual([...tabPackages].toSorted());
});
