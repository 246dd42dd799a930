import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { variables } from '../../teams-app/config/env.ts';
import { projectFiles, root } from './project-files.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = projectFiles().filter(
  (file) => (file === 'README.md' || /^docs\/[\w-]+\.md$/.test(file)) && !file.endsWith('/performance.md'),
);
const sources = projectFiles().filter((file) => /^teams-app\/(?:commands|program|starter)\/.+\.m?[jt]s$/.test(file));

/** Usage of each command, by its name. */
const usages = new Map(
  sources
    .flatMap((file) => [...read(file).matchAll(/usage:\s*['`"]([a-z-]+)([^'`"]*)/g)])
    .map(([, name = '', takes = '']) => [name, takes]),
);
/** Commands as pages, messages and texts name them. */
const named = (text: string) =>
  text.split(/(?=npm run |isms\.ts )/).flatMap((piece) => {
    const [, name, rest = ''] =
      /^(?:npm run (?:isms|practise)(?: --silent)? --|isms\.ts) ([a-z][a-z-]+)([^`'"\n;:,()…]*)/.exec(piece) ?? [];
    return name === undefined ? [] : [{ name, options: rest.match(/(?<= )--[a-z][a-z-]+/g) ?? [] }];
  });

/** Names in capitals that are settings of something else. */
const elsewhere = new Set(
  (
    'NODE_ENV NODE_OPTIONS NODE_COMPILE_CACHE NODE_EXTRA_CA_CERTS NODE_IMAGE HTTPS_PROXY SSL_CERT_FILE REDIS_SERVER ' +
    'CHAOS_PEOPLE CHAOS_KILLS CPU_PROFILE_DIR APPLICATIONINSIGHTS_CONNECTION_STRING SCM_DO_BUILD_DURING_DEPLOYMENT'
  ).split(' '),
);
/** Those of the deployment and of setup, and outputs of the template. */
const deployed = ['infra/azure.bicepparam', 'infra/azure.bicep', 'env/.env.dev', 'teams-app/commands/setup/answers.ts']
  .map((file) => read(file))
  .join('\n');

describe('what operators are told to type', () => {
  it('are commands that exist, with options that they take', () => {
    expect(usages.size).toBeGreaterThan(15);
    const all = [...pages, ...sources, 'teams-app/telemetry/alarms-of-program.ts', 'infra/alerts.yaml'].flatMap(
      (file) => named(read(file)).map((one) => ({ file, ...one })),
    );
    expect(all.length).toBeGreaterThan(80);
    const wrong = all.flatMap(({ file, name, options }) => {
      const takes = usages.get(name);
      if (takes === undefined) return [`${file}: ${name}`];
      return options.filter((one) => !takes.includes(one)).map((one) => `${file}: ${name} ${one}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each(pages)('%s names settings that exist', (page) => {
    const names = [...read(page).matchAll(/\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !(name in variables) && !elsewhere.has(name) && !deployed.includes(name))).toEqual(
      [],
    );
  });
});
