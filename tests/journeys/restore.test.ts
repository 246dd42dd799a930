import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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
import { documentLibrary, listAddresses } from '../../api/sharepoint/index.ts';
import { readConfig } from '../../teams-app/config/config.ts';
import { connect } from '../../teams-app/program/connect.ts';
import { deskValues } from '../../teams-app/config/desk-values.ts';
import { siteId } from '../../teams-app/emulator/municipality.ts';
import { documentsLibrary } from '../../teams-app/program/lists.ts';
import { startProgramProcess, type ProgramProcess } from '../support/program-process.ts';
import { startedFile } from '../support/started-file.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const root = join(import.meta.dirname, '../..');
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Every command is a process of its own, as for an operator; the program is stopped, the desk goes on. */
describe('a site that is backed up and restored by command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-by-command-'));
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let program: ProgramProcess | undefined;
  let old: string;
  let file: { path: string; bytes: Buffer };
  let covered: number;

  const byNpm = (...args: string[]) => said('npm', ['run', '--silent', 'isms', '--', ...args]);
  const isms = (...args: string[]) => said(process.execPath, [startedFile('isms'), ...args]);
  const said = async (program: string, args: readonly string[]) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, EMULATOR_URL: world.desk.address, PORT: '0', LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let all = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (some: Buffer) => (all += some.toString()));
    await once(child, 'close');
    return { code: child.exitCode, said: all };
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
    await closeMonths(context);
    const closed = context.list(ClosedMonths).all();
    expect(closed.map(({ list }) => list)).toContain(Acknowledgements.name);
    file = await filed();
    await world.program.close();
  }, 600_000);
  afterAll(async () => {
    await program?.stop();
    await world.desk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is backed up, restored into an empty site, and compared as equal', async () => {
    expect(await isms('backup', at('first'))).toMatchObject({ code: 0 });
    const refused = await isms('restore', at('first'));
    expect(refused.code).toBe(1);
    expect(refused.said).not.toMatch(/^\s+at /m);
    const sites = world.desk.world?.sites;
    for (const list of sites?.lists.all() ?? [])
      if (!list.system && list.displayName !== 'Documents') sites?.lists.purge(list);
    const restored = await isms('restore', at('first'));
    expect(restored.said).toContain('All is restored. Start the program.');
    expect(restored.code).toBe(0);
    expect(await isms('backup', at('second'))).toMatchObject({ code: 0 });
    const compared = await isms('compare', at('first'), at('second'));
    expect(compared.said).toContain('They hold the same.');
    expect(compared.code).toBe(0);
  });

  it('names no file by the id it had: not in a record, nor inside a closed month', () => {
    const before = idsOf('first');
    expect(before.length).toBeGreaterThan(2);
    expect(idsOf('second').filter((id) => before.includes(id))).toEqual([]);
    const texts = readdirSync(join(at('second'), 'lists')).map((name) => linesOf('second', `lists/${name}`).join('\n'));
    const blobs = readdirSync(join(at('second'), 'files')).map((name) =>
      readFileSync(join(at('second'), 'files', name)),
    );
    const months = blobs
      .filter((bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b)
      .map((bytes) => gunzipSync(bytes).toString());
    expect(months.length).toBeGreaterThan(1);
    for (const id of before) for (const text of [...texts, ...months]) expect(text.includes(id)).toBe(false);
  });

  it('is told apart when one item and one file have changed, and those alone', async () => {
    const config = readConfig({ DATA_DIR: ':memory:', PORT: '0' }, deskValues);
    const { graph } = connect(config, config.app, { fetch: world.desk.fetch, clock: world.desk.clock, log });
    const documents = documentLibrary(graph, world.desk.fetch, siteId, documentsLibrary);
    const [line = ''] = linesOf('second', `lists/${Centres.name}.jsonl`);
    const item = JSON.parse(line) as { id: string; fields: { Title: string } };
    const address = `${(await listAddresses(graph, siteId)).get(Centres.name)}/items/${item.id}/fields`;
    await graph.patch(address, { Title: 'Et andet center' });
    await documents.upload('Lokale procedurer/vejledning.pdf', Buffer.from('%PDF-1.7 den tredje'));
    expect(await isms('backup', at('third'))).toMatchObject({ code: 0 });
    const { code, said } = await isms('compare', at('second'), at('third'));
    expect(code).toBe(1);
    const named = said.trim().split('\n');
    expect(named).toHaveLength(3);
    expect(named[0]).toMatch(/^Centres, item 1: .+ \/ .+Et andet center/);
    expect(named.slice(1)).toEqual(['file Lokale procedurer/vejledning.pdf', 'They differ.']);
    await graph.patch(address, { Title: item.fields.Title });
  });

  it('gives a procedure’s file by its new id, and the coverage of a version whose receipts are in a closed month', async () => {
    program = await startProgramProcess({ EMULATOR_URL: world.desk.address, STATE_DIR: at('state') });
    const answer = await asCiso(program.address, file.path);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(file.bytes)).toBe(true);
    expect(covered).toBeGreaterThan(0);
    expect(await coverage(program.address)).toBe(covered);
    expect((await byNpm('history')).said).toMatch(/, 0 damaged\.$/m);
  });
});
