import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { table } from './docs/lists-page.ts';
import { onlyOptions, type Command } from './command.ts';
import { distributedPackages } from './distributed-packages.ts';

const inProject = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const productFile = z.object({ name: z.string(), version: z.string() });
const packageFile = z.object({
  license: z.string().optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

/** Licences that allow distribution inside the product. */
const allowedLicences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Packages without an SPDX licence: from the licence text. */
const readInText: Readonly<Record<string, string>> = { 'duck@0.1.12': 'BSD-2-Clause', 'png-js@2.0.0': 'MIT' };

export interface Licensed {
  name: string;
  version: string;
  /** SHA-512 of the registry's package, base64. */
  sha512: string | undefined;
  /** SPDX expression; empty without one. */
  licence: string;
}

/** Whether an SPDX expression leaves a choice of allowed licences: of `OR` one, of `AND` all. */
export const isAllowed = (expression: string): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(/ OR /i)
    .some((choice) => choice.split(/ AND /i).every((one) => allowedLicences.includes(one.trim())));

/**
 * All packages of the product, installed for running or built into the tab; missing licences are read from the package.
 */
export function licences(): Licensed[] {
  const found = new Map<string, Licensed>();
  for (const [path, { version, license, integrity }] of distributedPackages()) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = readInText[`${name}@${version}`] ?? license ?? licenceInside(path);
    const sha512 = integrity?.startsWith('sha512-') ? integrity.slice('sha512-'.length) : undefined;
    found.set(`${name}@${version}`, { name, version, licence, sha512 });
  }
  return [...found.values()].toSorted(
    (one, other) => one.name.localeCompare(other.name, 'en') || one.version.localeCompare(other.version),
  );
}

/** Old packages have a list; several mean a choice. */
function licenceInside(path: string): string {
  const { license, licenses = [] } = packageFile.parse(
    JSON.parse(readFileSync(inProject(`${path}/package.json`), 'utf8')),
  );
  return license ?? licenses.map(({ type }) => type).join(' OR ');
}

/**
 * A bill of materials of the product's packages. CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/). Deterministic
 * for a lock file: without time or serial number.
 */
export function billOfMaterials(): object {
  const { name, version } = productFile.parse(JSON.parse(readFileSync(inProject('package.json'), 'utf8')));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { 'bom-ref': `${name}@${version}`, type: 'application', name, version } },
    components: licences().map((one) => ({
      'bom-ref': `${one.name}@${one.version}`,
      type: 'library',
      name: one.name,
      version: one.version,
      scope: 'required',
      purl: `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`,
      licenses: [{ expression: one.licence }],
      ...(one.sha512 === undefined
        ? {}
        : { hashes: [{ alg: 'SHA-512', content: Buffer.from(one.sha512, 'base64').toString('hex') }] }),
    })),
  };
}

export const printBill: Command = {
  usage: 'sbom',
  describe:
    'prints a bill of materials (CycloneDX) of every package that is installed for running or is part of the tab',
  talks: false,
  async run({ args, print }) {
    onlyOptions(args);
    print(JSON.stringify(billOfMaterials(), null, 2));
    return 0;
  },
};

/** Third-party code in the product, with its licences. */
export const listLicences: Command = {
  usage: 'licences',
  describe:
    'lists every package that is installed for running or is part of the tab with its licence; ends with 1 when one is not allowed',
  talks: false,
  async run({ args, print }) {
    onlyOptions(args);
    const all = licences();
    const rows = all.map(({ name, version, licence }) => [name, version, licence === '' ? 'none given' : licence]);
    for (const line of table([['package', 'version', 'licence'], ...rows])) print(line);
    const refused = all.filter(({ licence }) => !isAllowed(licence));
    print('');
    print(`${all.length} packages, ${refused.length} with a licence that is not allowed.`);
    for (const { name, version, licence } of refused)
      print(`  ${name} ${version}: ${licence === '' ? 'none given' : licence}`);
    return refused.length === 0 ? 0 : 1;
  },
};
