import { readFileSync } from 'node:fs';
import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});
const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().default(''),
      license: z.string().optional(),
      dev: z.boolean().default(false),
      integrity: z.string().optional(),
      dependencies: names,
      peerDependencies: names,
      optionalDependencies: names,
    }),
  ),
});
export type LockedPackage = z.output<typeof lockFile>['packages'][string];

/** Packages that the build copies into the tab: they are distributed, and not installed for running. */
export const tabPackages: readonly string[] = [
  '@fluentui/react-components',
  '@fluentui/react-icons',
  '@microsoft/teams-js',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'hyphen',
  'mdast-util-gfm-autolink-literal',
  'micromark',
  'micromark-extension-gfm-autolink-literal',
  'prosemirror-commands',
  'prosemirror-history',
  'prosemirror-inputrules',
  'prosemirror-keymap',
  'prosemirror-model',
  'prosemirror-schema-list',
  'prosemirror-state',
  'prosemirror-tables',
  'prosemirror-view',
  'react',
  'react-dom',
  'react-hook-form',
  'wouter',
];

/**
 * Where Node finds a package from another one: in its own folder, else in those above. Undefined when not installed.
 */
function placeOf(packages: Readonly<Record<string, LockedPackage>>, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return undefined;
  }
}

/** What is installed for running, and what the tab is built from with all that it needs; by place in the lock file. */
export function distributedPackages(): ReadonlyMap<string, LockedPackage> {
  const { packages } = lockFile.parse(
    JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')),
  );
  const found = new Map(Object.entries(packages).filter(([place, { dev }]) => place !== '' && !dev));
  const waiting = tabPackages.flatMap((name) => placeOf(packages, '', name) ?? []);
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const from = place;
    const locked = packages[from];
    if (locked === undefined || found.has(from)) continue;
    found.set(from, locked);
    const { dependencies, peerDependencies, optionalDependencies } = locked;
    const needed = Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies });
    waiting.push(...needed.flatMap((name) => placeOf(packages, from, name) ?? []));
  }
  return found;
}
