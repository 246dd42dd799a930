import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import type { Desk } from '../../../teams-app/desk/desk.ts';
import { startDesk } from '../../../teams-app/desk/start-desk.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { startProgram, type Program } from '../../../teams-app/program/program.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const config = readConfig(
  { PORT: '0', DATA_DIR: ':memory:', PEOPLE: '60', OPEN: '0', SEND_RATE: 'unlimited', POLL_SECONDS: '3600' },
  deskValues,
);
const people = z.array(z.object({ id: z.string(), roles: z.array(z.string()) }));
/** Without these no reader is known. */
const who = ['People', 'RoleAssignments'];

describe('a program that starts without lists that were there', () => {
  let desk: Desk;
  let program: Program | undefined;
  let ciso: string;
  /** Has the policy as a task. */
  let employee = '';
  const sites = () => desk.world!.sites;
  const start = () => startProgram(config, { fetch: desk.fetch, clock: desk.clock, log }, desk);
  const json = async (response: Response): Promise<unknown> => response.json();

  beforeAll(async () => {
    desk = await startDesk(config);
    const whole = await start();
    await whole.process();
    const everybody = people.parse(await json(await fetch(`${whole.address}/emulator/people`)));
    ciso = everybody.find(({ roles }) => roles.includes('ciso'))?.id ?? '';
    program = whole;
    for (const { id } of everybody.filter(({ roles }) => roles.every((role) => role === 'employee'))) {
      const { body } = await ask(id, '/api/me');
      if (!JSON.stringify(body).includes('"kind":"acknowledgePolicy"')) continue;
      employee = id;
      break;
    }
    await whole.close();
  });
  afterAll(() => desk.close());

  async function without(names: readonly string[], look: () => Promise<void>): Promise<void> {
    for (const name of names) sites().lists.recycle(sites().lists.find(name)!);
    program = await start();
    try {
      await look();
    } finally {
      await program.close();
      for (const { id } of sites().lists.recycled()) sites().lists.restore(id);
    }
  }
  async function ask(personId: string, path: string): Promise<{ status: number; body: unknown }> {
    const address = program?.address ?? '';
    const given = await fetch(`${address}/emulator/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId }),
    });
    const { token } = z.object({ token: z.string() }).parse(await json(given));
    const answer = await fetch(address + path, { headers: { authorization: `Bearer ${token}` } });
    return { status: answer.status, body: await json(answer) };
  }

  it('opens Drift and the own page with all lists gone but those that say who people are, and names each', async () => {
    const gone = allLists.map(({ name }) => name).filter((name) => !who.includes(name) && name !== 'ProvisionedLists');
    await without(gone, async () => {
      const drift = await ask(ciso, '/api/operations');
      expect(drift.status).toBe(200);
      const { attention } = z
        .object({ attention: z.array(z.looseObject({ kind: z.string(), list: z.string().optional() })) })
        .parse(drift.body);
      const held = attention.filter(({ kind }) => kind === 'listHeld').map(({ list }) => list ?? '');
      expect(held.toSorted()).toEqual(gone.toSorted());
      const me = await ask(ciso, '/api/me');
      expect(me.status).toBe(200);
      expect(JSON.stringify(me.body)).toContain('"missing":[');
      // An act is refused in words, and nothing was recreated.
      expect(gone.flatMap((name) => sites().lists.find(name) ?? [])).toEqual([]);
    });
  });

  it('shows the policy and what is owed by it when nothing else is there', async () => {
    const policy = [
      'PolicyVersions',
      'PolicyComments',
      'Acknowledgements',
      'ClosedReceipts',
      'Centres',
      'ProvisionedLists',
      ...who,
    ];
    await without(
      allLists.map(({ name }) => name).filter((name) => !policy.includes(name)),
      async () => {
        const page = await ask(employee, '/api/policy');
        expect(page.status, JSON.stringify(page.body).slice(0, 300)).toBe(200);
        const me = await ask(employee, '/api/me');
        expect(me).toMatchObject({ status: 200, body: { freshness: { stale: true } } });
        expect(JSON.stringify(me.body)).toContain('"kind":"acknowledgePolicy"');
        expect(await ask(employee, '/api/obligations?show=open')).toMatchObject({ status: 200 });
      },
    );
  });

  it.each(who)('says in words what is wrong when %s is gone, where nobody can be known', async (name) => {
    await without([name], async () => {
      const answer = await ask(ciso, '/api/operations');
      expect(answer).toMatchObject({ status: 503, body: { error: { code: 'sharepoint.listGone' } } });
      expect(JSON.stringify(answer.body)).toMatch(/papirkurv|recycle bin/);
    });
  });
});
