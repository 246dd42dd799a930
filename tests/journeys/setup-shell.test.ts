import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { raw } from 'jq-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rolesOf } from '../../teams-app/commands/administrators.ts';
import type { Part } from '../../teams-app/commands/setup/declaration.ts';
import { partsFor } from '../../teams-app/commands/setup/parts.ts';
import { shellScript } from '../../teams-app/commands/setup/shell.ts';
import { readConfig } from '../../teams-app/config/config.ts';
import { deskValues } from '../../teams-app/config/desk-values.ts';
import type { Desk } from '../../teams-app/desk/desk.ts';
import { startDesk } from '../../teams-app/desk/start-desk.ts';
import { tenantId } from '../../teams-app/emulator/municipality.ts';
import { carryOut } from '../support/administrator.ts';
import { answers } from '../support/setup-answers.ts';

/** `az` and `jq` of the script hand their arguments and their input to the test, a line each in base64. */
const commands = (port: number) => `
ask() {
  local given code input=""
  [ "$1" = jq ] && input=$(cat)
  exec 9<>"/dev/tcp/127.0.0.1/${port}"
  for given in "$@"; do printf '%s' "$given" | base64 -w0 >&9; echo >&9; done
  echo . >&9
  printf '%s' "$input" | base64 -w0 >&9; echo >&9
  read -r code <&9
  if [ "$code" = 0 ]; then cat <&9; else cat <&9 >&2; fi
  exec 9>&-
  return "$code"
}
az() { ask az "$@"; }
jq() { ask jq "$@"; }
sleep() { :; }
`;

interface Answer {
  code: number;
  text: string;
}

/** The value of an option of a command line. */
const option = (args: readonly string[], name: string) => args[args.indexOf(name) + 1] ?? '';

/** jq with its options before or after the program, as the script gives them. */
async function jq(args: readonly string[], input: string): Promise<Answer> {
  const options: string[] = [];
  const rest = [...args];
  let program = '';
  while (rest.length > 0) {
    const next = rest.shift() ?? '';
    if (next === '--arg' || next === '--argjson') options.push(next, ...rest.splice(0, 2));
    else if (next.startsWith('-')) options.push(next);
    else program = next;
  }
  try {
    const text = await raw(input, program, options);
    return { code: 0, text: text === '' ? '' : `${text}\n` };
  } catch (error) {
    return { code: 5, text: `${String(error)}\n` };
  }
}

describe('the script for Azure CLI, run by a shell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'setup-shell-'));
  const desks: Desk[] = [];
  let server: Server;
  let desk: Desk;
  let part: Part | undefined;

  /** `az rest`, with the rights of the part's administrator; errors as Azure CLI prints them. */
  async function az(args: readonly string[]): Promise<Answer> {
    if (args[0] === 'account') return { code: 0, text: `${tenantId}\n` };
    if (args[0] !== 'rest' || !part) return { code: 2, text: `'${args.join(' ')}' is misspelled or not recognized` };
    const [method, url] = [option(args, '--method'), option(args, '--url')];
    const body = args.includes('--body') ? option(args, '--body') : undefined;
    const token = await desk.world?.entra.administratorToken(rolesOf[part.name], part.scopes, part.api);
    const response = await desk.fetch(url, {
      method: method.toUpperCase(),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const words = response.status === 404 ? 'Not Found' : 'Bad Request';
    return response.ok ? { code: 0, text: `${text}\n` } : { code: 1, text: `ERROR: ${words}(${text})\n` };
  }

  async function answered(line: string): Promise<string> {
    const lines = line.split('\n');
    const end = lines.indexOf('.');
    const [command, ...args] = lines.slice(0, end).map((one) => Buffer.from(one, 'base64').toString());
    const input = Buffer.from(lines[end + 1] ?? '', 'base64').toString();
    const { code, text } = command === 'jq' ? await jq(args, input) : await az(args);
    return `${code}\n${text}`;
  }
  const talk = (socket: Socket) => {
    let heard = '';
    socket.setEncoding('utf8').on('data', (data: string) => {
      heard += data;
      if (!/(?:^|\n)\.\n[^\n]*\n$/.test(heard)) return;
      void answered(heard).then((answer) => socket.end(answer));
    });
  };

  const emptyDesk = async () => {
    const config = readConfig({ DATA_DIR: ':memory:', PEOPLE: '60', LOG_LEVEL: 'silent' }, deskValues);
    const made = await startDesk(config, { empty: true });
    desks.push(made);
    return made;
  };

  beforeAll(async () => {
    server = createServer(talk);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    writeFileSync(join(folder, 'commands.sh'), commands(typeof address === 'object' && address ? address.port : 0));
  });
  afterAll(async () => {
    server.close();
    for (const one of desks) await one.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs one part; what it printed. */
  async function run(all: readonly Part[], name: string): Promise<{ out: string; errors: string }> {
    part = all.find((one) => one.name === name);
    const file = join(folder, 'setup.sh');
    writeFileSync(file, shellScript(all, tenantId, join(folder, 'setup-ids.env')));
    const env = { ...process.env, PARTS: name, BASH_ENV: join(folder, 'commands.sh') };
    const { stdout, stderr } = await promisify(execFile)('bash', [file], { env });
    return { out: stdout, errors: stderr };
  }
  const ids = () =>
    Object.fromEntries(
      readFileSync(join(folder, 'setup-ids.env'), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('=') as [string, string]),
    );

  it('makes what is missing, hands the ids back, and makes nothing twice', async () => {
    desk = await emptyDesk();
    const first = partsFor(answers, {});
    const entra = await run(first, 'entra');
    expect(entra.errors).toBe('');
    for (const { what } of part?.steps ?? [])
      expect(entra.out).toMatch(new RegExp(`^(made|there) +${escaped(what)}$`, 'm'));
    expect(Object.keys(ids())).toEqual(expect.arrayContaining(['APP_ID', 'PROVISIONING_APP_ID']));

    const known = partsFor({ ...answers, ...ids() }, {});
    for (const name of ['consent', 'azure']) {
      const made = await run(known, name);
      expect(made.errors, name).toBe('');
      expect(made.out, name).toMatch(/^made /m);
    }
    for (const name of ['entra', 'consent', 'azure']) {
      const again = await run(known, name);
      expect(again.errors, name).toBe('');
      expect(again.out, name).not.toMatch(/^made /m);
      expect(again.out, name).toMatch(/^there /m);
    }
    expect(desk.world?.tenant.made.applications).toHaveLength(2);
  });

  it('leaves to the administrator of the desk, who does the same by the same declaration, nothing to make', async () => {
    for (const one of partsFor({ ...answers, ...ids() }, {}).filter(({ name }) =>
      ['entra', 'consent', 'azure'].includes(name),
    ))
      expect((await carryOut(desk, one)).made, one.name).toEqual([]);
  });
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
