import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { variables } from '../../../teams-app/config/env.ts';
import { mistakesOf, parsed } from '../../support/grammar.ts';
import { keysOf, readBicep } from './bicep-file.ts';

const root = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const whole = readBicep('infra/azure.bicep');
const modules = readdirSync(join(root, 'infra/modules')).map((file) => `infra/modules/${file}`);
const files = ['infra/azure.bicep', ...modules];

/** Read by the program's own doors. */
const settingsIn = (text: string) => [
  ...keysOf(text, ' settings'),
  ...[...text.matchAll(/^ *(?:[A-Z][A-Z_]+): /gm)].map(([line]) => line.trim().slice(0, -1)),
];

describe('infra/azure.bicep', () => {
  it.each(files)('%s: is Bicep, and everything that is declared is used', async (file) => {
    expect(mistakesOf(await parsed('bicep', read(file)))).toEqual([]);
    const { text, declared } = readBicep(file);
    const unused = declared
      .filter(({ kind }) => kind === 'param' || kind === 'var')
      .filter(({ name }) => {
        const keys = [...text.matchAll(new RegExp(`^\\s*${name}: `, 'gm'))].length;
        return [...text.matchAll(new RegExp(`(?<![\\w.'])${name}(?!\\w)`, 'g'))].length - keys < 2;
      });
    expect(unused.map(({ name }) => name)).toEqual([]);
    expect(new Set(declared.filter(({ kind }) => kind !== 'output').map(({ name }) => name)).size).toBe(
      declared.filter(({ kind }) => kind !== 'output').length,
    );
  });

  it('gives each module what it declares, and nothing else', () => {
    const used = whole.of('module').map(({ text }) => ({
      file: `infra/${/'(modules\/[^']+)'/.exec(text)?.[1] ?? ''}`,
      given: keysOf(text, 'params').toSorted(),
    }));
    expect(used.map(({ file }) => file).toSorted()).toEqual(modules.toSorted());
    for (const { file, given } of used) {
      const params = readBicep(file).of('param');
      expect({ file, unknown: given.filter((name) => !params.some((one) => one.name === name)) }).toEqual({
        file,
        unknown: [],
      });
      const needed = params.filter(({ text }) => !text.split('\n')[0]?.includes(' = ')).map(({ name }) => name);
      expect({ file, missing: needed.filter((name) => !given.includes(name)) }).toEqual({ file, missing: [] });
    }
  });

  it('uses outputs that its modules have', () => {
    const named = [...whole.text.matchAll(/\b(\w+)!?\.outputs\.(\w+)/g)].map(([, module = '', output = '']) => ({
      module,
      output,
    }));
    expect(named.length).toBeGreaterThan(5);
    const absent = named.filter(({ module, output }) => {
      const text = whole.of('module').find(({ name }) => name === module)?.text ?? '';
      const file = /'(modules\/[^']+)'/.exec(text)?.[1] ?? '';
      return !readBicep(`infra/${file}`)
        .of('output')
        .some(({ name }) => name === output);
    });
    expect(absent).toEqual([]);
  });

  it('sets settings that the program has, and all that a tenant needs', () => {
    const program = readBicep('infra/modules/program.bicep').text;
    const set = [
      ...settingsIn(
        whole
          .of('module')
          .map(({ text }) => text)
          .join('\n'),
      ),
      ...settingsIn(program),
    ];
    const secret = [...program.matchAll(/'[a-z-]+': '([A-Z_]+)'/g)].map(([, name = '']) => name);
    expect([...set, ...secret].filter((name) => !(name in variables))).toEqual([]);
    const needed = [
      'PUBLIC_URL',
      'TENANT_ID',
      'APP_ID',
      'SITE_HOST',
      'SITE_PATH',
      'CATALOG_APP_ID',
      'MANAGED_IDENTITY_CLIENT_ID',
      'STATE_KEY',
      'REDIS_URL',
    ];
    expect(needed.filter((name) => ![...set, ...secret].includes(name))).toEqual([]);
  });

  it('has no secret as a parameter, an output or a setting in plain', () => {
    const all = files.map((file) => readBicep(file));
    const names = all.flatMap(({ declared }) => declared.filter(({ kind }) => kind === 'param' || kind === 'output'));
    expect(names.filter(({ name }) => /secret|password|(?<!public)key$|token|connectionString/i.test(name))).toEqual(
      [],
    );
    const keys = all.flatMap(({ declared }) => declared.filter(({ text }) => text.includes('listKeys')));
    expect(keys.map(({ name, text }) => [name, /'(Microsoft[^@]+)@/.exec(text)?.[1]])).toEqual([
      ['address', 'Microsoft.KeyVault/vaults/secrets'],
    ]);
  });

  it('probes doors that the program has', () => {
    const server = read('teams-app/program/server.ts');
    const doors = files.flatMap((file) => [...readBicep(file).text.matchAll(/\/api\/\w+/g)].map(([door]) => door));
    expect(new Set(doors)).toEqual(new Set(['/api/health', '/api/ready', '/api/messages']));
    expect([...new Set(doors)].filter((door) => !server.includes(`'${door}'`))).toEqual([]);
  });
});

describe('parameters', () => {
  const params = whole.of('param');
  const inJson = Object.entries(
    (JSON.parse(read('infra/azure.parameters.json')) as { parameters: Record<string, { value: string }> }).parameters,
  ).map(([name, { value }]) => [name, /\$\{\{(\w+)\}\}/.exec(value)?.[1]]);
  const inBicep = [
    ...read('infra/azure.bicepparam').matchAll(/^param (\w+) = .*?readEnvironmentVariable\('(\w+)'/gm),
  ].map(([, name, variable]) => [name, variable]);

  it('are the same for the toolkit and for the Azure CLI, and exist', () => {
    expect(inBicep).toEqual(inJson);
    expect(inJson.map(([name]) => name).filter((name) => !params.some((one) => one.name === name))).toEqual([]);
  });

  it('are given where there is no default', () => {
    const needed = params.filter(({ text }) => !text.split('\n')[0]?.includes(' = ')).map(({ name }) => name);
    expect(needed.length).toBeGreaterThan(3);
    expect(needed.filter((name) => !inJson.some(([given]) => given === name))).toEqual([]);
  });
});
