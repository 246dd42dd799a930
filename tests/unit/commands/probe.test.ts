import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fetch } from '../../../api/kernel/index.ts';
import { askAll, isWell, profileOf, type Result } from '../../../teams-app/commands/probe/ask-all.ts';
import { createFence } from '../../../teams-app/commands/probe/callers.ts';
import { openAsking } from '../../../teams-app/commands/probe/open-asking.ts';
import { probed } from '../../../teams-app/commands/probe.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import type { Settings } from '../../../teams-app/config/index.ts';
import { fetchFrom } from '../../../teams-app/desk/desk.ts';
import { startEmulator, type Emulator } from '../../../teams-app/emulator/index.ts';
import { apps } from '../../../teams-app/emulator/municipality.ts';
import {
  answersOf,
  groups,
  questionIds,
  questions,
  readProfile,
  type Answers,
  type QuestionId,
} from '../../../teams-app/questions/index.ts';
import { turnedAnswers } from '../../support/turned-answers.ts';

const config = readConfig({ DATA_DIR: ':memory:', PORT: '0', LOG_LEVEL: 'silent' }, deskValues);
const bo = '0d5f2f5e-58f0-4b6c-9d29-0a8f3d1e0b02';
const never = new AbortController().signal;
let desk: Emulator;
let lists: unknown[];

const titles = ({ world }: Emulator) => world.sites.lists.all().map(({ displayName }) => displayName);
const startOne = async (answers: Partial<Answers> = {}): Promise<Emulator> => {
  const emulator = await startEmulator({ database: ':memory:', answers });
  emulator.world.directory.addUser({ id: bo, displayName: 'Bo Lind', teamsLicence: true });
  const { clientId, graphRoles } = apps.app;
  emulator.world.entra.setApp(clientId, { permissions: [...graphRoles, 'AppCatalog.Read.All'] });
  return emulator;
};
beforeAll(async () => {
  desk = await startOne();
  lists = titles(desk);
});
afterEach(() => {
  const { faults, sites, directory, teams } = desk.world;
  faults.reset();
  sites.grants.put(apps.app.clientId, apps.app.name, 'write');
  sites.grants.put(apps.provisioning.clientId, apps.provisioning.name, 'fullcontrol');
  // Whatever was asked, nothing is left.
  expect(titles(desk)).toEqual(lists);
  expect(sites.subscriptions.all()).toEqual([]);
  expect(directory.isInstalled(bo)).toBe(false);
  expect(teams.chat(bo).messages).toEqual([]);
});
afterAll(() => desk.close());

/** What the probe prints, and its results. The chat of a new installation comes at the first pause. */
async function run({
  settings = config,
  person,
  at = desk,
  around = (fetch) => fetch,
}: {
  settings?: Settings;
  person?: string;
  at?: Emulator;
  around?: (fetch: Fetch) => Fetch;
} = {}): Promise<{ lines: string[]; results: Result[]; outcome(id: string): Result['outcome'] | undefined }> {
  const lines: string[] = [];
  const { connector } = at.world.faults;
  if (connector.chatDelayMs > 0) at.world.faults.put({ connector: { chatDelayMs: 86_400_000 } });
  const pause = async () => void at.world.faults.put({ connector: { chatDelayMs: 0 } });
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const surroundings = { fetch: around(fetchFrom(at.ask)), clock: at.world.clock, log: quiet };
  const options = { stop: never, pause, ...(person === undefined ? {} : { person }) };
  const { results, left } = await probed(settings, surroundings, (line) => lines.push(line), options);
  expect(left).toEqual([]);
  return { lines, results, outcome: (id) => results.find((result) => result.id === id)?.outcome };
}

/** What a question is answered with, when the desk answers so. Those about a chat follow on each other. */
async function asked(answers: Partial<Answers>): Promise<Record<string, string>> {
  desk.world.faults.put({ tenant: answers });
  const [id = ''] = Object.keys(answers);
  const isChat = id.startsWith('chat.');
  if (isChat && desk.world.faults.connector.chatDelayMs > 0)
    desk.world.faults.put({ connector: { chatDelayMs: 86_400_000 } });
  const pause = async () => void desk.world.faults.put({ connector: { chatDelayMs: 0 } });
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const surroundings = { fetch: fetchFrom(desk.ask), clock: desk.world.clock, log: quiet };
  const opened = await openAsking(config, surroundings, { pause, ...(isChat ? { person: bo } : {}) });
  const isWanted = (one: string) => (isChat ? one.startsWith('chat.') : one === id);
  const results: Result[] = [];
  for await (const result of askAll(opened.asking, never, isWanted)) results.push(result);
  expect(await opened.close()).toEqual([]);
  return { ...profileOf(results, new Date()).answers, ...profileOf(results, new Date()).odd };
}

const turned = turnedAnswers as Partial<Answers>;
const whyNot = (outcome: Result['outcome'] | undefined) => (outcome?.is === 'notAsked' ? outcome.why : '');

describe('probe', () => {
  it('finds the desk as it is declared, and leaves no trace', async () => {
    const { results, lines } = await run({ person: bo });
    expect(results.filter(({ outcome }) => outcome.is !== 'same')).toEqual([]);
    expect(results.map(({ id }) => id)).toEqual(questionIds);
    expect(lines).toHaveLength(questionIds.length);
  });

  it.each(
    questionIds.flatMap((id) =>
      answersOf(questions[id])
        .slice(1)
        .map((answer) => [id, answer] as const),
    ),
  )('names %s when a tenant answers %s', async (id, answer) => {
    const given = { [id]: answer } as Partial<Answers>;
    expect(await asked(given)).toMatchObject(given);
  });

  it('names every answer of a desk that has all of them turned round, with what it touches and what the program does', async () => {
    const other = await startOne(turned);
    const before = titles(other);
    const { results, lines, outcome } = await run({ person: bo, at: other });
    const differing = results.filter((result) => result.outcome.is === 'differs').map(({ id }) => id);
    expect(differing.toSorted()).toEqual(Object.keys(turned).toSorted());
    expect(profileOf(results, new Date()).answers).toMatchObject(turned);
    expect(lines.filter((line) => line.startsWith('DIFFERS'))).toHaveLength(Object.keys(turned).length);
    expect(lines.join('\n')).toContain('Then: keys are compared exactly after they are read.');
    expect(results.every(isWell)).toBe(true);
    expect(outcome('text.room')).toMatchObject({ is: 'same' });
    expect(titles(other)).toEqual(before);
    await other.close();
  });

  it('ends badly where the program has no way, and where an answer is unknown', async () => {
    desk.world.faults.put({ tenant: { 'etag.stale': 'ignored' } });
    const teapot = async () => new Response('{"error":{"code":"teapot","message":"No."}}', { status: 418 });
    const around =
      (fetch: Fetch): Fetch =>
      (url, init) =>
        init?.method === 'PATCH' && url.endsWith('/fields') ? teapot() : fetch(url, init);
    const { results, lines } = await run({ around });
    expect(results.filter((result) => !isWell(result)).map(({ id }) => id)).toEqual(['item.fields', 'etag.stale']);
    expect(lines.join('\n')).toContain('NO FALLBACK: Of two changes at the same moment');
    expect(lines.join('\n')).toMatch(
      /UNKNOWN +item\.fields +PATCH …\/items\/\{id\}\/fields answered 418 teapot "No\."/,
    );
  });

  it('deletes what a killed run has left', async () => {
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    await openAsking(config, { fetch: fetchFrom(desk.ask), clock: desk.world.clock, log: quiet }, {});
    const left = titles(desk).filter((title) => !lists.includes(title));
    expect(left).toEqual([expect.stringMatching(/^probe-\d{8}T\d{6}Z-list$/), expect.stringMatching(/-library$/)]);
    const { lines } = await run();
    expect(lines.slice(0, 2)).toEqual(left.map((title) => `deleted   ${title}: an earlier run had left it`));
  });

  it('leaves a list alone that has the name only', async () => {
    const { sites } = desk.world;
    const theirs = sites.lists.create({
      displayName: 'probe-20261129T102431Z-list',
      template: 'genericList',
      createdBy: '',
    });
    await run();
    expect(sites.lists.find(theirs.id)).toBeDefined();
    sites.lists.purge(theirs);
  });

  it('says which questions are left out without the provisioning app, and asks the others', async () => {
    const { provisioning: _without, ...settings } = config;
    const { results, outcome } = await run({ settings });
    expect(outcome('list.byWrite')).toMatchObject({ is: 'same' });
    expect(whyNot(outcome('item.create'))).toContain('PROVISIONING_APP_ID is not set');
    expect(results.filter(({ outcome: one }) => one.is === 'notAsked').length).toBeGreaterThan(40);
    expect(results.every(isWell)).toBe(false);
  });

  it('asks about lists alone without the running app', async () => {
    const { app: _without, ...settings } = config;
    const { outcome } = await run({ settings, person: bo });
    expect(outcome('list.columns')).toMatchObject({ is: 'same' });
    expect(whyNot(outcome('item.create'))).toContain('APP_ID is not set');
    expect(whyNot(outcome('chat.same'))).toContain('APP_ID is not set');
  });

  it('says which permission a refusal asks for', async () => {
    desk.world.sites.grants.put(apps.app.clientId, apps.app.name, 'read');
    expect((await run()).outcome('item.create')).toEqual({
      is: 'notAsked',
      why: 'POST …/items answered 403 accessDenied "Access denied". It takes the role write on the site for the running app, by Sites.Selected.',
      isFailure: true,
    });
    desk.world.sites.grants.put(apps.provisioning.clientId, apps.provisioning.name, 'write');
    expect(whyNot((await run()).outcome('item.create'))).toContain('It takes the role fullcontrol (or manage)');
  });

  it('has its answers given back by a desk with the file as its profile', async () => {
    desk.world.faults.put({ tenant: { 'key.case': 'distinct', 'delta.etag': 'none' } });
    const { results } = await run();
    const answers = readProfile(JSON.stringify(profileOf(results, new Date())));
    expect(answers).toMatchObject({ 'key.case': 'distinct', 'delta.etag': 'none', 'key.clash': 'words' });
    const again = await startOne(answers);
    const { outcome } = await run({ at: again });
    expect([outcome('key.case'), outcome('delta.etag')]).toMatchObject([{ answer: 'distinct' }, { answer: 'none' }]);
    await again.close();
  });
});

describe('a profile', () => {
  const profile = (answers: Record<string, string>) =>
    JSON.stringify({ version: 1, askedAt: '2026-11-29T10:00:00Z', answers });

  it('says in a line each what is wrong with it', () => {
    expect(() => readProfile('{')).toThrow('The file is not JSON.');
    expect(() => readProfile('{"version":2,"answers":{}}')).toThrow(/version: .*\naskedAt: /);
    expect(() => readProfile(profile({ 'key.case': 'maybe', 'key.colour': 'red' }))).toThrow(
      'key.case is "maybe", and is one of: clash, distinct.\nThere is no question key.colour.',
    );
  });

  it('leaves what it does not name as on the desk', () => {
    expect(readProfile(profile({ 'key.case': 'distinct' }))).toMatchObject({
      'key.case': 'distinct',
      'key.space': 'distinct',
    });
  });
});

describe('the questions', () => {
  it('have each a desk that is not among its other answers, and words for every part', () => {
    for (const { questions: rows } of groups)
      for (const [id, { asks, calls, touches, desk: own, otherwise }] of Object.entries(rows)) {
        expect(Object.keys(otherwise), id).not.toContain(own);
        expect(Object.keys(otherwise).length, id).toBeGreaterThan(0);
        expect([asks.endsWith('?'), calls !== '', touches !== ''], id).toEqual([true, true, true]);
      }
    expect(questionIds satisfies readonly QuestionId[]).toHaveLength(new Set(questionIds).size);
  });
});

describe('the fence', () => {
  it('lets a run change what it has made, and nothing else', () => {
    const fence = createFence('host,1,2', 'probe-1');
    const site = '/sites/host,1,2/lists';
    fence.open(`${site}/mine`);
    fence.check('PATCH', `${site}/mine/items/3`, {});
    fence.check('POST', site, { displayName: 'probe-1-list' });
    fence.check('GET', `${site}/People`, undefined);
    expect(() => fence.check('POST', site, { displayName: 'People' })).toThrow('may not POST');
    expect(() => fence.check('DELETE', `${site}/People`, undefined)).toThrow('may not DELETE');
    expect(() => fence.check('DELETE', `${site}/mine2`, undefined)).toThrow('may not DELETE');
  });
});
