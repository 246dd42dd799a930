import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEntries, continueAudit, recordAct } from '../../../api/audit/index.ts';
import { closeMonths, ClosedMonths } from '../../../api/history/index.ts';
import { digest, localDate, nowOf, type Instant, type PersonId } from '../../../api/kernel/index.ts';
import { DaySeals, latestSeal } from '../../../api/trail/index.ts';
import type { Command } from '../../../teams-app/commands/command.ts';
import { history } from '../../../teams-app/commands/history.ts';
import { verifyTrailCommand } from '../../../teams-app/commands/verify-trail.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import { textsIn } from '../../support/odd-sentences.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import type { JourneyWorld } from '../../support/world.ts';

let world: JourneyWorld;
const lines: string[] = [];
const run =
  (command: Command) =>
  async (...args: string[]) => {
    lines.length = 0;
    const env = { EMULATOR_URL: world.desk.address, PORT: '0', LOG_LEVEL: 'silent' };
    return command.run({
      args,
      print: (line) => lines.push(line),
      config: async () => readConfig(env, deskValues),
    });
  };

beforeAll(async () => {
  world = await startSettledWorld();
  await closeMonths(world.program.context);
});
afterAll(() => world?.close());

describe('npm run isms -- history', () => {
  it('compares every file with its hash, and prints a month and what is about one thing in it', async () => {
    const show = run(history);
    expect(await show()).toBe(0);
    const files = world.program.context.list(ClosedMonths).all();
    expect(lines.at(-1)).toBe(`${files.length} files, 0 damaged.`);
    const audit = files.find(({ list }) => list === AuditEntries.name);
    if (!audit) throw new Error('nothing closed');
    expect(await show('AuditEntries', audit.month)).toBe(0);
    // An entry that came late is in a second file of its month.
    const parts = files.filter(({ list, month }) => list === audit.list && month === audit.month);
    expect(lines).toHaveLength(parts.reduce((sum, { items }) => sum + items, 0));
    const [first = ''] = lines;
    const { key } = JSON.parse(first) as { key: string };
    await show('AuditEntries', audit.month, '--about', key);
    expect(lines).toContain(first);
    await expect(show('Nothing', '2026-01')).rejects.toThrow('There is no list Nothing.');
    await expect(show('AuditEntries')).rejects.toThrow('Give a list and a month');
  });
});

describe('npm run isms -- verify-trail', () => {
  const verify = run(verifyTrailCommand);
  const { name } = AuditEntries;
  const act = (subjectKey: string, at = nowOf(world.program.context.clock)) =>
    recordAct(world.program.context, { act: 'tryTrail', subjectKey, actorId: 'nobody' as PersonId, at });
  const items = (list: string) => {
    const { sites } = world.desk.world ?? {};
    const found = sites?.lists.find(list);
    if (!sites || !found) throw new Error(`no ${list}`);
    return sites.items.page(found, 0, Number.MAX_SAFE_INTEGER);
  };
  const itemOf = (list: string, key: string) => items(list).find(({ fields }) => fields['Key'] === key);
  const byHand = (list: string, key: string, fields: Record<string, unknown>) =>
    world.control('PATCH', `lists/${list}/items/${key}`, { fields });
  /** Cards are sent in working hours, and a day is sealed when over. */
  const nextWorkingDay = async () => {
    await world.control('PUT', 'clock', { to: 'nextWorkingDay' });
    await world.process();
  };
  let day: string;

  beforeAll(async () => {
    for (const subject of ['one', 'two', 'three', 'four']) await act(subject);
    day = localDate(world.program.context.clock.now());
    await nextWorkingDay();
  });

  it('tells what an act of the tab changed, by field and in the one entry that it makes: 2 units', async () => {
    const { context } = world.program;
    const ciso = await world.personWith('ciso');
    const body = { title: 'Skærmbesøg', kind: 'system', criticality: 'low' };
    const made = (await world.as(ciso, 'POST', '/api/assets', body)).body as { key: string; changedAt: string };
    await continueAudit(context);
    world.desk.world?.stats.reset();
    const change = {
      ...body,
      criticality: 'high',
      description: 'Besøg på skærm hos borgere',
      expected: made.changedAt,
    };
    expect((await world.as(ciso, 'PUT', `/api/assets/${made.key}`, change)).status).toBe(200);
    await continueAudit(context);
    const writes = Object.entries(world.desk.world?.stats.snapshot().graph.byRoute ?? {}).flatMap(
      ([route, { resourceUnits }]) => (route.startsWith('GET ') ? [] : [[route.split(' ')[0], resourceUnits]]),
    );
    expect(Object.fromEntries(writes)).toEqual({ PATCH: 2, POST: 2 });
    const entry = context
      .list(AuditEntries)
      .all()
      .findLast(({ subjectKey }) => subjectKey === made.key);
    expect(entry).toMatchObject({ origin: 'tab', via: 'PUT /api/assets/:assetKey', actorId: ciso.id });
    expect(entry?.changes?.[0]?.fields).toEqual([
      { field: 'description', after: { chars: change.description.length } },
      { field: 'criticality', before: 'low', after: 'high' },
      { field: 'countsFrom', after: localDate(context.clock.now()) },
    ]);
  });

  it('finds all as it was sealed, closed months too, and an entry that comes late is sealed with the next day', async () => {
    expect(await verify(), lines.join('\n')).toBe(0);
    const sealed = latestSeal(world.program.context);
    expect(sealed?.day).toBe(day);
    await act('late', `${day}T08:00:00.000Z` as Instant);
    await act('next');
    await nextWorkingDay();
    expect(await verify(), lines.join('\n')).toBe(0);
    // An entry of the program itself may come late, too: the clock goes a day ahead while it works.
    const { late = 0, previous } = latestSeal(world.program.context) ?? {};
    expect(previous).toBe(sealed?.seal);
    expect(late).toBeGreaterThanOrEqual(1);
    expect(lines.join('\n')).toContain(`${late} sealed late`);
  });

  it('puts the seal in the auditor’s chat, one card a day and none when nothing was done', async () => {
    const seal = latestSeal(world.program.context);
    const cards = async () =>
      (await world.chatOf(await world.personWith('auditor'))).filter(({ card }) =>
        textsIn(card).some((text) => text.replaceAll(' ', '') === seal?.seal),
      );
    expect(await cards()).toHaveLength(1);
    await nextWorkingDay();
    expect(await cards()).toHaveLength(1);
  });

  it('names the entry that was edited, the one that was deleted, and the one that was added by hand', async () => {
    const [edited, deleted] = ['tryTrail_one', 'tryTrail_two'];
    const before = itemOf(name, edited)?.fields ?? {};
    const forged = { ...before, Key: 'tryTrail_forged', SubjectKey: 'forged' };
    await byHand(name, edited, { ActorId: 'somebody-else' });
    await world.control('DELETE', `lists/${name}/items/${deleted}`);
    await world.control('POST', `lists/${name}/items`, { fields: forged });
    expect(await verify()).toBe(1);
    const named = lines.filter((line) => /^[0-9]{4}-[0-9]{2}-[0-9]{2} /.test(line)).toSorted();
    expect(named).toEqual([
      `${day}  deleted  ${deleted}`,
      `${day}  edited  ${edited}`,
      `${day}  inserted  tryTrail_forged`,
    ]);
    await byHand(name, edited, { ActorId: before['ActorId'] });
    await world.control('POST', `recycle-bin/${name}/restore`);
    // The job seals the late entries, and still names them.
    await act('again');
    await nextWorkingDay();
    expect(await verify()).toBe(1);
    expect(lines[0]).toContain('inserted  tryTrail_forged');
    expect(lines[1]).toMatch(/ entries, /);
    await world.control('DELETE', `lists/${name}/items/tryTrail_forged`);
  });

  it('names a day that was sealed again: by the chain, and where all after it were sealed anew, by the copy in the chat', async () => {
    const { context } = world.program;
    const seals = items(DaySeals.name).toSorted((one, other) =>
      String(one.fields['Day']).localeCompare(String(other.fields['Day'])),
    );
    const mine = seals.find(({ fields }) => fields['Day'] === day);
    const after = seals[seals.findIndex((one) => one === mine) + 1];
    const before = latestSeal(context);
    const root = digest('another');
    const anew = (fields: Record<string, unknown>, previous = fields['Previous']) =>
      digest(JSON.stringify([previous, fields['Day'], fields['Entries'], fields['Late'], root]));
    const seal = anew(mine?.fields ?? {});
    await byHand(DaySeals.name, String(mine?.fields['Key']), { Root: root, Seal: seal });
    expect(await verify()).toBe(1);
    const found = lines.join('\n');
    expect(found).toContain(`${day}  leavesChanged`);
    expect(found).toContain(`${String(after?.fields['Day'])}  chainBroken`);
    expect(found).not.toContain(`${day}  sealChanged`);
    // Later days are sealed, and the job reports the problem.
    await act('onward');
    await nextWorkingDay();
    const last = latestSeal(context);
    expect(String(last?.day) > String(before?.day)).toBe(true);
    expect(world.program.jobs.status().find(({ name: job }) => job === 'trailSeals')?.problem).toBe(
      'trail.leavesChanged',
    );

    await byHand(DaySeals.name, String(mine?.fields['Key']), {
      Root: mine?.fields['Root'],
      Seal: mine?.fields['Seal'],
    });
    await verify('--seal', `${last?.day}=${last?.seal}`);
    expect(lines.join('\n')).not.toContain('otherThanTold');
    const lastItem = items(DaySeals.name).find(({ fields }) => fields['Day'] === last?.day)?.fields ?? {};
    await byHand(DaySeals.name, String(lastItem['Key']), { Root: root, Seal: anew(lastItem) });
    await verify();
    expect(lines.join('\n')).not.toContain('chainBroken');
    expect(await verify('--seal', `${last?.day}=${last?.seal}`)).toBe(1);
    expect(lines.join('\n')).toContain(`${last?.day}  otherThanTold`);
    await expect(verify('--seal', 'yesterday')).rejects.toThrow('Give --seal as a day');
  });
});
