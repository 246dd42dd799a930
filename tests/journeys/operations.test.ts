import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { meView } from '../../api/organisation/contract.ts';
import { People, RoleAssignments } from '../../api/organisation/index.ts';
import { operationsView, type OperationsView } from '../../api/operations/contract.ts';
import { operations as texts } from '../../api/texts/da/operations.ts';
import { siteId } from '../../teams-app/emulator/municipality.ts';
import { traceReceiver } from '../support/trace-receiver.ts';
import { until } from '../support/until.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

describe('those who keep it running', () => {
  let world: JourneyWorld;
  let traces: Awaited<ReturnType<typeof traceReceiver>>;
  let machineAheadMs = 0;
  let ciso: WorldPerson;
  let coordinator: WorldPerson;

  const operations = async (): Promise<OperationsView> => {
    const { status, body } = await world.as(ciso, 'GET', '/api/operations');
    expect(status).toBe(200);
    return operationsView.parse(body);
  };
  const listIn = ({ lists }: OperationsView, name: string) => lists.find(({ list }) => list === name)!;
  const rolesOf = async (person: WorldPerson) =>
    meView.parse((await world.as(person, 'GET', '/api/me')).body).roles.map(({ role }) => role);
  const assignmentOf = (person: WorldPerson, role: string) => {
    const all = world.program.context.list(RoleAssignments).all();
    return all.find((one) => one.personId === person.id && one.role === role)!;
  };
  /** Edits an item in SharePoint, bypassing the program. */
  const edit = async (list: string, itemId: string, fields: Record<string, string>) => {
    const { token } = z
      .object({ token: z.string() })
      .parse((await world.control('POST', 'token', { client: 'app' })).body);
    const { graph } = z.object({ graph: z.string() }).parse((await world.control('GET', 'addresses')).body);
    const response = await fetch(
      `${graph.replace(/\/v1\.0$/, '')}/v1.0/sites/${siteId}/lists/${list}/items/${itemId}/fields`,
      {
        method: 'PATCH',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(fields),
      },
    );
    expect(response.status, await response.text()).toBe(200);
  };

  const metrics = async () => {
    const response = await fetch(`http://127.0.0.1:${world.program.metricsPort}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    return response.text();
  };

  beforeAll(async () => {
    traces = await traceReceiver();
    const settings = { POLL_SECONDS: '1', METRICS_PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: traces.endpoint };
    world = await startWorld(settings, undefined, (fetch) => async (url, init) => {
      const response = await fetch(url, init);
      const date = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(date)) response.headers.set('date', new Date(date - machineAheadMs).toUTCString());
      return response;
    });
    await world.process();
    ciso = await world.personWith('ciso');
    coordinator = await world.personWith('coordinator');
  });
  afterAll(async () => {
    await world.close();
    await traces.close();
  });

  it('read that all is well, with every list and job of the program, each with its own name', async () => {
    const view = await operations();
    expect(view).toMatchObject({ status: 'ok', attention: [], freshness: { stale: false }, drift: [] });
    expect(view.lists.map(({ list }) => list).sort()).toEqual(Object.keys(texts.list).sort());
    expect(view.jobs.map(({ name }) => name).sort()).toEqual(Object.keys(texts.job).sort());
    expect(listIn(view, 'People').items).toBeGreaterThan(70);
    expect(view.jobs.every(({ lastRunAt, problem }) => lastRunAt !== undefined && problem === undefined)).toBe(true);
    expect(view.directory).toMatchObject({ latest: { left: 0 } });
    expect(view.program.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('scrape the same figures by Prometheus, with no person in them, and nothing else from that port', async () => {
    const text = await metrics();
    const { items } = listIn(await operations(), 'People');
    expect(text).toContain(`isms_list_items{list="People"} ${items}\n`);
    expect(text).toContain('isms_attention{kind="failing"} 0\n');
    expect(text).toMatch(/isms_http_requests_total\{route="GET \/api\/operations",status="200"\} [1-9]/);
    expect(text).toMatch(/isms_graph_calls_total\{lane="background",status="20\d"\} [1-9]/);
    expect(text).toMatch(/isms_cards_total\{state="sent",code=""\} [1-9]/);
    expect(text).toContain('isms_ready 1\n');
    for (const person of await world.people()) {
      expect(text).not.toContain(person.id);
      expect(text).not.toContain(person.name);
    }
    expect((await fetch(`http://127.0.0.1:${world.program.metricsPort}/api/operations`)).status).toBe(404);
    expect((await fetch(`${world.program.address}/metrics`)).status).toBe(404);
  });

  it('follow one press from the request to the call to SharePoint, and cards as they are sent', async () => {
    const path = '/api/policy/versions/policy-4-0/acknowledge';
    await world.as(ciso, 'POST', path);
    const route = 'POST /api/policy/versions/:versionKey/acknowledge';
    const request = await until('the trace of the request', () => traces.spans.find(({ name }) => name === route));
    const childrenOf = ({ spanId }: { spanId: string }) =>
      traces.spans.filter(({ parentSpanId }) => parentSpanId === spanId);
    const [act] = await until('its act', () => childrenOf(request).length > 0 && childrenOf(request));
    expect(act?.name).toBe(`act ${route}`);
    expect(traces.spans.some(({ name }) => name === 'send card')).toBe(true);
    const calls = traces.spans.filter(({ name }) => name.startsWith('Graph POST sites/*/lists/*/items'));
    expect(calls.length).toBeGreaterThan(0);
    for (const person of await world.people()) expect(JSON.stringify(traces.spans)).not.toContain(person.id);
  });

  it('are the CISO, the team and the auditor: anybody else is refused', async () => {
    const auditor = await world.personWith('auditor');
    expect((await world.as(auditor, 'GET', '/api/operations')).status).toBe(200);
    const refused = await world.as(coordinator, 'GET', '/api/operations');
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'access.notAllowed' } } });
  });

  it('see which field of which item was edited into nonsense, while everything else goes on', async () => {
    const { item, key, startsOn } = assignmentOf(coordinator, 'coordinator');
    const before = listIn(await operations(), 'RoleAssignments');
    await edit('RoleAssignments', item.id, { StartsOn: 'i morgen' });
    await world.process();

    const broken = await operations();
    expect(broken.status).toBe('attention');
    expect(broken.attention).toEqual([{ kind: 'setAside', list: 'RoleAssignments', count: 1 }]);
    expect(listIn(broken, 'RoleAssignments')).toMatchObject({
      items: before.items - 1,
      stale: false,
      setAside: [{ itemId: item.id, key, problems: [{ column: 'StartsOn', title: 'Starts on', wrong: 'date' }] }],
    });
    // An unreadable role grants nothing; the others remain.
    expect(await rolesOf(coordinator)).not.toContain('coordinator');
    expect(await rolesOf(ciso)).toContain('ciso');
    expect((await world.as(ciso, 'GET', '/api/organisation')).status).toBe(200);
    expect((await world.as(ciso, 'GET', '/api/health')).body).toMatchObject({
      status: 'degraded',
      lists: { setAside: 1 },
      journal: { state: 'ok', damaged: 0 },
    });

    await edit('RoleAssignments', item.id, { StartsOn: startsOn });
    await world.process();
    expect(await operations()).toMatchObject({ status: 'ok', attention: [] });
    expect(listIn(await operations(), 'RoleAssignments')).toMatchObject({ items: before.items, setAside: [] });
    expect(await rolesOf(coordinator)).toContain('coordinator');
  });

  it('see a person who cannot be read, while the directory goes on with everybody else, and nothing is lost', async () => {
    const { directory } = world.desk.world!;
    const people = world.program.context.list(People);
    const [one, other] = people
      .all()
      .filter(({ key, leftOn, hiredOn }) => key !== ciso.id && leftOn === undefined && hiredOn !== undefined);
    await edit('People', one!.item.id, { HiredOn: '2026-2-30' });
    await world.process();
    directory.updateUser(one!.key, { jobTitle: 'Ny stilling A' });
    directory.updateUser(other!.key, { jobTitle: 'Ny stilling B' });
    await world.process();
    const broken = await operations();
    expect(broken.attention).toEqual([{ kind: 'setAside', list: 'People', count: 1 }]);
    expect(listIn(broken, 'People').setAside).toMatchObject([
      { key: one!.key, problems: [{ title: 'Hired on', wrong: 'date' }] },
    ]);
    expect(people.get(other!.key)?.jobTitle).toBe('Ny stilling B');

    await edit('People', one!.item.id, { HiredOn: one!.hiredOn!, EarlierFrom: '0001-01-01', EarlierTo: '9999-12-31' });
    await world.process();
    expect(listIn(await operations(), 'People').setAside).toMatchObject([
      {
        key: one!.key,
        problems: [
          { title: 'Earlier from', wrong: 'dateOutside' },
          { title: 'Earlier to', wrong: 'dateOutside' },
        ],
      },
    ]);

    await edit('People', one!.item.id, { EarlierFrom: '', EarlierTo: '' });
    await world.process();
    expect(people.get(one!.key)?.jobTitle).toBe('Ny stilling A');
    expect((await operations()).status).toBe('ok');
  });

  it('see that the clock of the machine is wrong, until it is right', async () => {
    const health = async (): Promise<unknown> => (await fetch(`${world.program.address}/api/health`)).json();
    expect(await health()).toMatchObject({ status: 'ok' });
    machineAheadMs = -1_200_000;
    await until('the clock is seen to be wrong', async () => (await operations()).status === 'attention');
    const { attention, problems } = await operations();
    expect(attention).toMatchObject([{ kind: 'clockWrong' }]);
    expect(problems.filter(({ code }) => code === 'clock.wrong')).toMatchObject([{ times: 1 }]);
    expect(await health()).toMatchObject({
      status: 'degraded',
      clockAheadSeconds: expect.closeTo(-1_200, -1) as number,
    });
    expect(await metrics()).toContain('isms_attention{kind="clockWrong"} 1\n');
    machineAheadMs = 0;
    await until('all is well', async () => (await operations()).status === 'ok');
    expect(await health()).toMatchObject({ status: 'ok' });
  });

  it('are signed in by the time of Microsoft 365 and not by that of the machine, and so is Teams', async () => {
    const status = async () => (await world.as(ciso, 'GET', '/api/me')).status;
    const answered = async () => (await world.write(ciso, 'hjælp')).length;
    expect([await status(), await answered()]).toEqual([200, 1]);
    machineAheadMs = -7_200_000;
    await until('tokens of an hour have expired', async () => (await status()) === 401);
    expect(await answered()).toBe(0);
    machineAheadMs = 0;
    await until('they have not', async () => (await status()) === 200);
    expect(await answered()).toBe(1);
  });

  it('see that Microsoft 365 is away and since when, while reads go on, and that it is back', async () => {
    const awayAt = world.desk.clock.now().toISOString();
    await world.control('PUT', 'faults', { graph: { away: true } });
    const away = await until('a stale list', async () => {
      const view = await operations();
      return view.freshness.stale && view;
    });
    const failing = away.attention.find((thing) => thing.kind === 'failing');
    expect(failing).toMatchObject({ code: expect.stringMatching(/^sharepoint\.(late|away)$/) as unknown });
    expect(failing?.lists).toContain('People');
    expect(listIn(away, 'People').stale).toBe(true);
    expect(await metrics()).toContain('isms_attention{kind="failing"} 1\n');
    // Requests are answered from memory, so they are still routed here.
    expect(await world.as(ciso, 'GET', '/api/ready')).toEqual({ status: 200, body: { status: 'ready' } });
    expect(Date.parse(away.freshness.asOf)).toBeLessThan(Date.parse(awayAt) + 1_000);
    const organisation = await world.as(ciso, 'GET', '/api/organisation');
    expect(organisation).toMatchObject({ status: 200, body: { freshness: { stale: true } } });
    expect((await operations()).freshness.asOf).toBe(away.freshness.asOf);

    await world.control('PUT', 'faults', { graph: { away: false } });
    const back = await until(
      'fresh lists',
      async () => {
        const view = await operations();
        return view.status === 'ok' && view.freshness.asOf > away.freshness.asOf && view;
      },
      60_000,
    );
    expect(back).toMatchObject({ attention: [], freshness: { stale: false } });
  });

  it('have no more requests routed to a program that ends', async () => {
    world.program.readiness.drain();
    const refused = await world.as(ciso, 'GET', '/api/ready');
    expect(refused).toEqual({ status: 503, body: { status: 'notReady', code: 'draining' } });
    expect(await metrics()).toContain('isms_ready 0\n');
    expect((await world.as(ciso, 'GET', '/api/health')).status).toBe(200);
  });
});
