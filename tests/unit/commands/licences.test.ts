import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { billOfMaterials, isAllowed, licences, listLicences } from '../../../teams-app/commands/licences.ts';
import { personalDataTable } from '../../../teams-app/commands/docs/personal-data-table.ts';
import { personalData } from '../../../teams-app/program/personal-data.ts';
import { allLists } from '../../../teams-app/program/lists.ts';

const root = join(import.meta.dirname, '../../..');

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['GPL-3.0-or-later OR AGPL-3.0', false],
    ['MIT AND OFL-1.1', true],
    ['MIT AND GPL-2.0', false],
    ['UNLICENSED', false],
    ['', false],
  ])('%s: %s', (expression, expected) => expect(isAllowed(expression)).toBe(expected));

  it('of all that is installed for running may be given on', async () => {
    const printed: string[] = [];
    const config = () => Promise.reject(new Error('needs no settings'));
    expect(await listLicences.run({ args: [], print: (line) => void printed.push(line), config })).toBe(0);
    expect(printed.join('\n')).toContain('| botbuilder');
    expect(licences().length).toBeGreaterThan(100);
  });
});

it('the bill of materials names every package that is installed for running, with licence and hash', () => {
  const component = z.object({
    name: z.string(),
    version: z.string(),
    purl: z.string().regex(/^pkg:npm\/(%40[^@]+\/)?[^@]+@[^@]+$/),
    licenses: z.array(z.object({ expression: z.string().min(2) })).length(1),
    hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) })).length(1),
  });
  const { components } = z.object({ components: z.array(component) }).parse(billOfMaterials());
  const named = new Set(components.map(({ name }) => name));
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  expect(Object.keys(dependencies).filter((name) => !named.has(name))).toEqual([]);
  expect(new Set(components.map(({ name, version }) => `${name} ${version}`)).size).toBe(components.length);
});

it('every list says what it tells of people, and no list that is not there', () => {
  expect(Object.keys(personalData).toSorted()).toEqual(allLists.map(({ name }) => name).toSorted());
  expect(personalDataTable()).toContain('[`People`](lists.md#people)');
});
