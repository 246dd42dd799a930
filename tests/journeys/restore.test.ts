import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Acknowledgements } from '../../api/acknowledgements/index.ts';
import { ContingencyPlanVersions } from '../../api/contingency/index.ts';
import { closeMonths, ClosedMonths } from '../../api/history/index.ts';
import { Centres } from '../../api/organisation/index.ts';
import { coverageView } from '../../api/policy/contract.ts';
import { PolicyVersions } from '../../api/policy/index.ts';
import { ProcedureVersions } from '../../api/procedures/index.ts';
import { listAddresses, type Graph } from '../../api/sharepoint/index.ts';
import { hashOfFile, itemLine, manifest } from '../../api/backup/format.ts';
import { backup, compare, restore } from '../../teams-app/commands/backups.ts';
import { history } from '../../teams-app/commands/history.ts';
import { provisionLists } from '../../teams-app/commands/provision-lists.ts';
import { verifyTrailCommand } from '../../teams-app/commands/verify-trail.ts';
import { readConfig } from '../../teams-app/config/config.ts';
import { loadSettings } from '../../teams-app/config/index.ts';
import { connect } from '../../teams-app/program/connect.ts';
import { deskValues } from '../../teams-app/config/desk-values.ts';
import { siteId } from '../../teams-app/emulator/municipality.ts';
import { sealTrail } from '../../teams-app/jobs/history-table.ts';
import { startProgram, type Program } from '../../teams-app/program/program.ts';
import { startedFile } from '../support/started-file.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const root = join(import.meta.dirname, '../..');
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const commands = new Map(
  [backup, restore, compare, provisionLists, verifyTrailCommand, history].map((one) => [one.usage.split(' ')[0], one]),
);
const page = readFileSync(join(root, 'docs/restore.md'), 'utf8');
const blocksOf = (section: string, language: string) =>
  [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) =>
    text.trim(),
  );

/** A line of the page's outputs as a pattern: numbers are examples, `…` is the rest. */
const linePattern = (line: string): string =>
  line === '…'
    ? '(?:.*\\n)*'
    : `${line
        .replaceAll(/[[\]\\^$.*+?(){}|/]/g, String.raw`\$&`)
        .replaceAll(/\d+/g, String.raw`\d+`)
        .replaceAll('…', '.*')}\\n`;
const asPage = (output: string) => new RegExp(`^${output.split('\n').map(linePattern).join('')}$`);

/** The program is stopped while commands run; the desk goes on. */
describe('docs/restore.md, walked command by command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'restore-'));
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let program: Program | undefined;
  let graph: Graph;
  let old: string;
  let file: { path: string; bytes: Buffer };
  let covered: number;
  let sealed: string;

  const env = () => ({ EMULATOR_URL: world.desk.address, PORT: '0', LOG_LEVEL: 'silent', STATE_DIR: at('state') });
  const configOf = () => readConfig(env(), deskValues);
  const command = async (name: string, ...args: string[]) => {
    const lines: string[] = [];
    const run = commands.get(name)?.run;
    if (!run) throw new Error(`docs/restore.md has an unknown command: ${name}`);
    const code = await run({ args, print: (line) => void lines.push(line), config: () => loadSettings(env()) });
    return { code, said: lines.join('\n') };
  };
  const asProcess = async (...args: string[]) => {
    const child = spawn(process.execPath, [startedFile('isms'), ...args], {
      cwd: root,
      env: { ...process.env, ...env() },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (some: Buffer) => (said += some.toString()));
    await once(child, 'close');
    return { code: child.exitCode, said };
  };

  /** The commands of a step, each compared with the page's output; `after` a command that says the words. */
  async function walk(step: string, after: Record<string, () => Promise<void>> = {}): Promise<string[]> {
    const section = page.split(/^## /m).find((one) => one.startsWith(`${step}.`)) ?? '';
    const outputs = blocksOf(section, 'text');
    const lines = blocksOf(section, 'sh').flatMap((block) => block.split('\n'));
    expect(outputs).toHaveLength(lines.length);
    const all: string[] = [];
    for (const [place, line] of lines.entries()) {
      const [name = '', ...args] = line
        .replace('npm run isms -- ', '')
        .replaceAll('/backups/', `${folder}/`)
        .split(' ');
      const { said } = await command(name, ...args);
      expect(`${said.replaceAll(folder, '/backups')}\n`, line).toMatch(asPage(outputs[place] ?? ''));
      all.push(said);
      for (const [words, act] of Object.entries(after)) if (said.includes(words)) await act();
    }
    return all;
  }
  const sealIn = (said: string) => /^Latest seal, .+$/m.exec(said)?.[0];
  const remove = (which: (list: string) => boolean) => {
    const sites = world.desk.world?.sites;
    for (const list of sites?.lists.all() ?? []) if (!list.system && which(list.displayName)) sites?.lists.purge(list);
  };
  const at = (name: string) => join(folder, name);
  const linesOf = (backup: string, name: string) =>
    readFileSync(join(at(backup), name), 'utf8')
      .trim()
      .split('\n');
  const idsOf = (backup: string) =>
    linesOf(backup, 'library.jsonl').map((line) => (JSON.parse(line) as { id: string }).id);
  const asCiso = async (address: string, path: string) => {
    const given = await fetch(`${world.desk.address}/emulator/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: ciso.id }),
    });
    const { token } = (await given.json()) as { token: string };
    return fetch(address + path, { headers: { authorization: `Bearer ${token}` } });
  };
  const coverage = async (address: string) => {
    const answer = await asCiso(address, `/api/policy/versions/${old}/coverage`);
    return coverageView.parse(await answer.json()).acknowledged;
  };

  /** A procedure's file in its first version, with a second in the library; and a form of a plan. */
  const filed = async () => {
    const { context } = world.program;
    const bytes = Buffer.from('%PDF-1.7 den første udgave');
    const path = 'Lokale procedurer/vejledning.pdf';
    const { id, versionId, hash, name, size } = await context.documents.upload(path, bytes);
    await context.documents.upload(path, Buffer.from('%PDF-1.7 den anden udgave'));
    const frozen = { id, versionId, hash, name, size, type: 'application/pdf' };
    const version = context.list(ProcedureVersions).all()[0];
    const plan = context.list(ContingencyPlanVersions).all()[0];
    if (!version || !plan) throw new Error('the seed has no procedure, or no plan');
    await context.list(ProcedureVersions).update(version.key, () => ({ file: frozen }));
    const form = { key: 'skema', title: 'Skema', file: frozen };
    await context.list(ContingencyPlanVersions).update(plan.key, () => ({ forms: [form] }));
    return { path: `/api/procedures/${version.procedureKey}/versions/${version.key}/file`, bytes };
  };

  beforeAll(async () => {
    world = await startWorld();
    ciso = await world.personWith('ciso');
    const { context } = world.program;
    const numbered = (number: string) =>
      context
        .list(PolicyVersions)
        .all()
        .find((one) => one.number === number)?.key ?? '';
    old = numbered('3.0');
    await world.as(ciso, 'POST', `/api/policy/versions/${numbered('5.0')}/publish`, { reason: 'Byrådet har vedtaget' });
    await world.process();
    covered = await coverage(world.program.address);
    const now = new Date(context.clock.now().getTime() + 100 * 86_400_000).toISOString();
    await world.control('PUT', 'clock', { now });
    await sealTrail(context);
    await closeMonths(context);
    const closed = context.list(ClosedMonths).all();
    expect(closed.map(({ list }) => list)).toContain(Acknowledgements.name);
    file = await filed();
    await world.program.close();
    const config = configOf();
    graph = connect(config, config.app, { fetch: world.desk.fetch, clock: world.desk.clock, log }).graph;
  }, 600_000);
  afterAll(async () => {
    await program?.close();
    await world.desk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is backed up as step 1 says, and refused into a site in use', async () => {
    [, sealed = ''] = await walk('1');
    const refused = await asProcess('restore', at('2026-11-28'));
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('The site is not empty');
    expect(refused.said).not.toMatch(/^\s+at /m);
  });

  it('has what was overwritten named, and nothing else once it is mended, by step 3', async () => {
    const [line = ''] = linesOf('2026-11-28', `lists/${Centres.name}.jsonl`);
    const item = itemLine.parse(JSON.parse(line));
    const address = `${(await listAddresses(graph, siteId)).get(Centres.name)}/items/${item.id}/fields`;
    const title = async (Title: unknown) => void (await graph.patch(address, { Title }));
    await title('Et andet center');
    const [, told = ''] = await walk('3', { 'They differ.': () => title(item.fields['Title']) });
    expect(told.match(/^Centres, item 1: .+ \/ .+Et andet center/gm)).toHaveLength(1);
    expect(told.split('\n')).toHaveLength(2);
  });

  it('has a list that is gone for good filled from the backup, by step 4', async () => {
    remove((name) => name === Acknowledgements.name);
    await walk('4');
    await command('backup', at('one-list'));
    expect((await command('compare', at('2026-11-28'), at('one-list'))).said).toBe('They hold the same.');
    await expect(command('restore', at('2026-11-28'), '--list', 'Nothing')).rejects.toThrow('no list called Nothing');
    await expect(command('restore', at('2026-11-28'), '--list', Centres.name)).resolves.toMatchObject({ code: 0 });
  });

  it('comes back on an empty site, proved by steps 5 and 6: records, files, seals and closed months', async () => {
    remove((name) => name !== 'Documents');
    await walk('5');
    const [, same, verified = ''] = await walk('6');
    expect(same).toBe('They hold the same.');
    expect(sealIn(verified)).toBe(sealIn(sealed));
  });

  it('names no file by the id it had: not in a record, nor inside a closed month', () => {
    const before = idsOf('2026-11-28');
    expect(before.length).toBeGreaterThan(2);
    expect(idsOf('restored').filter((id) => before.includes(id))).toEqual([]);
    const texts = readdirSync(join(at('restored'), 'lists')).map((name) =>
      linesOf('restored', `lists/${name}`).join('\n'),
    );
    const blobs = readdirSync(join(at('restored'), 'files')).map((name) =>
      readFileSync(join(at('restored'), 'files', name)),
    );
    const months = blobs
      .filter((bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b)
      .map((bytes) => gunzipSync(bytes).toString());
    expect(months.length).toBeGreaterThan(1);
    for (const id of before) for (const text of [...texts, ...months]) expect(text.includes(id)).toBe(false);
  });

  it('gives a procedure’s file by its new id, and the coverage of a version whose receipts are in a closed month', async () => {
    program = await startProgram(configOf(), { fetch: world.desk.fetch, clock: world.desk.clock, log }, world.desk);
    const answer = await asCiso(program.address, file.path);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(file.bytes)).toBe(true);
    expect(covered).toBeGreaterThan(0);
    expect(await coverage(program.address)).toBe(covered);
  });

  it('is filled from the backup of an older version: what that one did not have is empty', async () => {
    const older = at('older');
    cpSync(at('2026-11-28'), older, { recursive: true });
    const lists = [Centres.name, PolicyVersions.name];
    const centres = linesOf('older', `lists/${Centres.name}.jsonl`).map((line) => {
      const { id, fields } = itemLine.parse(JSON.parse(line));
      const { OpensOn: _later, ...before } = fields;
      return JSON.stringify({ id, fields: before });
    });
    writeFileSync(join(older, `lists/${Centres.name}.jsonl`), `${centres.join('\n')}\n`);
    const manifestFile = join(older, 'manifest.json');
    const written = manifest.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
    const known = written.lists.filter(({ name }) => lists.includes(name));
    for (const list of known) list.sha256 = await hashOfFile(join(older, `lists/${list.name}.jsonl`));
    writeFileSync(join(older, 'library.jsonl'), '');
    const files = { count: 0, sha256: await hashOfFile(join(older, 'library.jsonl')) };
    writeFileSync(manifestFile, JSON.stringify({ ...written, lists: known, files }));
    await program?.close();
    remove((name) => name !== 'Documents');
    expect((await command('provision')).code).toBe(0);
    expect((await command('restore', older)).said).toContain('All is restored. Start the program.');
    await command('backup', at('from-older'));
    expect(linesOf('from-older', `lists/${Centres.name}.jsonl`)).toHaveLength(centres.length);
    expect(readFileSync(at('from-older/lists/People.jsonl'), 'utf8')).toBe('');
  });
});
