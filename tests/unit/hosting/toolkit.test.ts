import Ajv from 'ajv';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { colourIcon, outlineIcon } from '../../../manifest/icons.ts';
import { buildManifest, englishOf } from '../../../manifest/manifest.ts';
import { toolkitPackage, toolkitVariables } from '../../../manifest/toolkit-package.ts';
import { problemsOf } from '../../../manifest/validate-manifest.ts';
import { variables } from '../../../teams-app/config/env.ts';
import { generatedIcons } from '../../../teams-app/commands/write-docs.ts';

const root = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const files = { 'm365agents.yml': '.env.dev', 'm365agents.local.yml': '.env.local' } as const;
const variablesIn = (text: string) => new Set([...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name));
const environment = (file: string) =>
  Object.fromEntries(
    read(`env/${file}`)
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

describe('what Microsoft 365 Agents Toolkit reads', () => {
  const validate = new Ajv.Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
    JSON.parse(read('tests/unit/hosting/m365agents-v1.11.schema.json')) as object,
  );

  it.each(Object.keys(files))('%s is valid after the toolkit’s schema', (file) => {
    validate(parse(read(file)));
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ version: 'v1.11', provision: [{ uses: 'teamsApp/unknown' }] })).toBe(false);
  });

  it.each(Object.entries(files))('%s, with what it names, uses only variables that %s gives', (file, env) => {
    const text = read(file);
    const named = [...text.matchAll(/\.\/((?:infra|appPackage)\/[\w.]+\.(?:bicep|json))/g)].map(
      ([, path = '']) => path,
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const all = [text, ...named.filter((path) => path.endsWith('.json')).map(read), read('appPackage/en.json')];
    const used = new Set(all.flatMap((one) => [...variablesIn(one)]));
    expect([...used].filter((name) => !(name in environment(env)))).toEqual([]);
    expect(used.size).toBeGreaterThan(toolkitVariables.length);
  });

  it('environments hold no secret and are settings or the toolkit’s', () => {
    const names = readdirSync(join(root, 'env')).flatMap((file) => Object.entries(environment(file)));
    const isSecret = ([name, value]: [string, string]) =>
      /SECRET|PASSWORD|TOKEN|KEY(?!_FILE)|REDIS_URL/.test(name) || /PRIVATE KEY/.test(value);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter(isSecret)).toEqual([]);
  });

  it('the settings that a local program is given are settings', () => {
    const { envs } = (parse(read('m365agents.local.yml')) as { deploy: { with: { envs?: object } }[] }).deploy
      .map((step) => step.with)
      .find((one) => 'envs' in one) ?? { envs: {} };
    expect(Object.keys(envs ?? {}).filter((name) => !(name in variables))).toEqual([]);
    expect(Object.keys(envs ?? {}).length).toBeGreaterThan(5);
  });
});

describe('appPackage', () => {
  const values: Record<string, string> = {
    APP_HOST: 'isms.example.dk',
    APP_ID: '33333333-1111-4111-8111-111111111111',
    TEAMS_APP_ID: '44444444-1111-4111-8111-111111111111',
    APP_VERSION: '1.2.3',
    ORGANISATION_NAME: 'Ishøj Kommune',
  };
  const filled = (name: 'manifest.json' | 'en.json') =>
    JSON.parse(
      toolkitPackage()[name].replaceAll(/\$\{\{(\w+)\}\}/g, (_all, key: string) => values[key] ?? '?'),
    ) as unknown;

  it('is the manifest, once its variables are put in', () => {
    const manifest = buildManifest({
      baseUrl: `https://${values['APP_HOST']}`,
      appId: values['APP_ID'] ?? '',
      manifestId: values['TEAMS_APP_ID'] ?? '',
      version: values['APP_VERSION'] ?? '',
      organisation: values['ORGANISATION_NAME'] ?? '',
    });
    expect(filled('manifest.json')).toEqual(manifest);
    expect(filled('en.json')).toEqual(englishOf(manifest));
    expect(variablesIn(Object.values(toolkitPackage()).join(''))).toEqual(new Set(toolkitVariables));
  });

  it('has its icons', () => {
    for (const [path, bytes] of Object.entries(generatedIcons()))
      expect(readFileSync(join(root, path)).equals(bytes)).toBe(true);
  });

  it.each(['1.12', '1.22', '1.25', '1.30'])('validates as version %s, so that raising it is one line', (version) => {
    const given = buildManifest({
      baseUrl: 'https://isms.example.dk',
      appId: values['APP_ID'] ?? '',
      manifestId: values['TEAMS_APP_ID'] ?? '',
      version: '1.2.3',
      organisation: 'Ishøj Kommune',
    });
    const at = <Document>(document: Document) =>
      JSON.parse(JSON.stringify(document).replaceAll('/v1.22/', `/v${version}/`)) as Document;
    const since125 = version >= '1.25' ? { supportsChannelFeatures: 'tier1' } : {};
    const manifest = Object.assign(at(given), { manifestVersion: version }, since125);
    const icons = { color: colourIcon(), outline: outlineIcon() };
    expect(problemsOf({ manifest, translations: { 'en.json': at(englishOf(given)) }, icons })).toEqual([]);
  });
});
