import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readEnv, variables } from '../../../teams-app/config/env.ts';
import { isPacked, packed } from '../../../teams-app/starter/packed.mjs';

const root = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
/** Settings of Node itself. */
const ofNode = ['NODE_ENV', 'NODE_COMPILE_CACHE'];
const isSetting = (name: string) => name in variables || ofNode.includes(name);
const port = String(readEnv({}).values?.PORT);

interface Instruction {
  name: string;
  rest: string;
}
/** Instructions of a Dockerfile, with continued lines joined. */
const instructionsOf = (text: string): Instruction[] =>
  text
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ name: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));

describe('infra/Dockerfile', () => {
  const all = instructionsOf(read('infra/Dockerfile'));
  const from = all.flatMap(({ name }, place) => (name === 'FROM' ? [place] : []));
  const [build, last] = [all.slice(from[0], from[1]), all.slice(from.at(-1))];
  const of = (stage: readonly Instruction[], name: string) =>
    stage.filter((one) => one.name === name).map(({ rest }) => rest);
  const known = 'ARG FROM WORKDIR COPY RUN ENV USER VOLUME EXPOSE HEALTHCHECK ENTRYPOINT CMD'.split(' ');

  it('has instructions that Docker knows, in two stages on one pinned image of this Node', () => {
    expect(all.filter(({ name }) => !known.includes(name))).toEqual([]);
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string }> };
    const { version } = lock.packages['node_modules/node'] ?? { version: '' };
    expect(of(all, 'ARG')).toEqual([`NODE_IMAGE=node:${version}-trixie-slim`]);
    expect(of(all, 'FROM')).toEqual(['${NODE_IMAGE} AS build', '${NODE_IMAGE}']);
  });

  it('runs the program as nobody in particular, by itself and with nothing run before it', () => {
    expect(of(last, 'RUN')).toEqual([]);
    expect(of(last, 'USER')).toEqual(['1000:1000']);
    expect(last.findIndex(({ name }) => name === 'USER')).toBeGreaterThan(
      last.findLastIndex(({ name }) => name === 'COPY'),
    );
    // Node is process 1 and is told to end, with no shell between.
    const [entry, command] = ['ENTRYPOINT', 'CMD'].map((name) => JSON.parse(of(last, name)[0] ?? '') as string[]);
    expect([...(entry ?? []), ...(command ?? [])]).toEqual(['node', 'teams-app/main.ts']);
    expect(isPacked(command?.[0] ?? '') && existsSync(join(root, command?.[0] ?? ''))).toBe(true);
  });

  it('sets settings that exist, to values that are valid, and no secret', () => {
    const set = Object.fromEntries(
      (of(last, 'ENV')[0] ?? '').split(/\s+/).map((one) => one.split('=')) as [string, string][],
    );
    expect(Object.keys(set).filter((name) => !isSetting(name))).toEqual([]);
    expect(readEnv(set).problems).toEqual([]);
    expect(set).toMatchObject({
      NODE_ENV: 'production',
      HOST: '0.0.0.0',
      PORT: port,
      STATE_DIR: of(last, 'VOLUME')[0],
    });
    expect(of(last, 'EXPOSE')).toEqual([port]);
  });

  it('is looked at by a door that the program has, which is on its own port', () => {
    const [health = ''] = of(last, 'HEALTHCHECK');
    expect(health).toContain('/api/health');
    expect(health).toContain('process.env.PORT');
    const seconds = Number(/--start-period=(\d+)m/.exec(health)?.[1]) * 60;
    expect(seconds).toBeGreaterThan(readEnv({}).values?.START_PATIENCE ?? Infinity);
    const [, , script = ''] = JSON.parse(health.slice(health.indexOf('CMD ') + 4)) as string[];
    expect(new Script(script)).toBeDefined();
  });

  it('is given what it copies and all that is packed, and nothing else of the project', () => {
    const copied = of(build, 'COPY').flatMap((rest) => rest.split(' ').slice(0, -1));
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(packed.filter((path) => !path.startsWith('dist') && !copied.includes(path))).toEqual([]);
    expect(copied).toContain('tab');
    const [first, ...rest] = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    expect(
      rest
        .filter((line) => line.startsWith('!'))
        .map((line) => line.slice(1))
        .toSorted(),
    ).toEqual(copied.toSorted());
  });
});

describe('infra/compose.yaml', () => {
  const service = z.looseObject({
    image: z.string().regex(/^\w[\w/]*:(?!latest)[\w.-]+$/),
    read_only: z.literal(true),
    cap_drop: z.tuple([z.literal('ALL')]),
    security_opt: z.tuple([z.literal('no-new-privileges:true')]),
    restart: z.literal('unless-stopped'),
    volumes: z.array(z.string()).min(1),
  });
  const { services } = z
    .object({ services: z.object({ program: service, redis: service }) })
    .parse(parse(read('infra/compose.yaml')));

  it('gives the program a file system to read, a volume to write, time to end, and the proxy as its only door', () => {
    expect(services.program).toMatchObject({
      ports: [`127.0.0.1:${port}:${port}`],
      volumes: ['state:/state'],
      stop_grace_period: '30s',
    });
    expect(Object.keys(services.program['environment'] as object).filter((name) => !isSetting(name))).toEqual([]);
  });

  it('keeps the queue whole', () => {
    expect(services.redis['command']).toContain('noeviction');
    expect(services.redis['command']).toContain('--appendonly yes');
    expect(services.redis).not.toHaveProperty('ports');
  });
});

describe('infra/sikkerhedshjulet.service', () => {
  const text = read('infra/sikkerhedshjulet.service');
  const valuesOf = (key: string) =>
    [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);

  it('starts a file of the packed program with settings that exist, and gives it time to end', () => {
    const [file = ''] = valuesOf('ExecStart').map((command) => command.split(' ').at(-1));
    expect(isPacked(file ?? '') && existsSync(join(root, file ?? ''))).toBe(true);
    const names = valuesOf('Environment').map((one) => one.split('=')[0] ?? '');
    expect(names.filter((name) => !isSetting(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['NODE_ENV', 'STATE_DIR']));
    expect(Number(valuesOf('TimeoutStopSec')[0])).toBeGreaterThan(20);
  });

  it('gives it no more than it needs', () => {
    expect(
      Object.fromEntries(
        ['DynamicUser', 'ProtectSystem', 'NoNewPrivileges', 'CapabilityBoundingSet'].map((key) => [
          key,
          valuesOf(key)[0],
        ]),
      ),
    ).toEqual({ DynamicUser: 'yes', ProtectSystem: 'strict', NoNewPrivileges: 'yes', CapabilityBoundingSet: '' });
  });
});

it('infra/nginx.conf leads to the port that the program listens on, with TLS', () => {
  const text = read('infra/nginx.conf');
  expect(text).toContain(`server 127.0.0.1:${port};`);
  expect([...text.matchAll(/^\s*listen (?!.*(?:443 ssl|80);)/gm)]).toEqual([]);
  expect([...text].filter((letter) => letter === '{').length).toBe([...text].filter((letter) => letter === '}').length);
});
