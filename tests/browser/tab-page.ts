/**
 * The tab as opened in Teams, against the program on a seeded desk. Responses are the program's own; a test may only
 * delay, fail or cut them off.
 */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { LocalDate } from '../../api/kernel/index.ts';
import type { ApiName } from '../../tab/shared/api/client.ts';
import { launch, leaveBrowser } from './launch.ts';
import { refusal, sharedFront, type Front } from './tab-page/front.ts';
import type { Opening } from './tab-page/host-page.ts';
import { arrived } from './tab-page/look.ts';
import { openTabAt, type Opened, type Screen } from './tab-page/open-tab.ts';
import { ownWorld, sharedWorld, type Reader, type TabWorld } from './tab-page/worlds.ts';

export { fieldRefusal, refusal } from './tab-page/front.ts';
export * from './tab-page/axe.ts';
export * from './tab-page/look.ts';
export type { Opened } from './tab-page/open-tab.ts';
export { today, type Reader } from './tab-page/worlds.ts';

/**
 * A tab in the world shared by all files of a worker. A test fails when anything is written. With `stays` a tab is left
 * on failure or request only, not after each test.
 */
export const sharedTab = ({ stays = false } = {}) => tabIn(sharedWorld, { mayWrite: false, stays });

/**
 * A tab in a world of the file's own, which its tests may change. `prepare` runs once, before the first; its result
 * fills `{name}` in paths.
 */
export const ownTab = (
  env: Record<string, string> = {},
  prepare?: (world: TabWorld) => Promise<Record<string, string> | void>,
  { stays = false } = {},
) =>
  tabIn(
    async () => {
      const world = await ownWorld(env);
      const keys = (await prepare?.(world)) ?? {};
      return { ...world, keys };
    },
    { mayWrite: true, stays },
  );

export type TabUnderTest = ReturnType<typeof tabIn>;

function tabIn(start: () => Promise<TabWorld>, { mayWrite, stays }: { mayWrite: boolean; stays: boolean }) {
  let front: Front;
  let browser: Browser;
  let known: TabWorld | undefined;
  const opened: Opened[] = [];
  const world = () => {
    if (!known) throw new Error('the world begins with the first test');
    return known;
  };
  /** Leaves the open tabs. */
  const leave = async () => {
    for (const one of opened.splice(0)) await one.close();
  };
  beforeAll(async () => {
    [front, browser, known] = await Promise.all([sharedFront(), launch(), start()]);
  });
  afterAll(async () => {
    await leave();
    await leaveBrowser(browser);
    if (mayWrite) await known?.journey.close();
  });
  beforeEach(() => {
    if (opened.length === 0) front.face(world().journey.program.address, mayWrite);
  });
  afterEach(async ({ task }) => {
    const isFailed = task.result?.state === 'fail';
    if (isFailed) await Promise.all(opened.map(tell));
    if (isFailed || !stays || front.refused.length > 0) await leave();
    if (front.refused.length > 0) throw new Error(`written in the shared world: ${front.refused.join('; ')}`);
    const { held } = world().journey.program.lists.status();
    if (!mayWrite && held.length > 0) throw new Error(`held in the shared world: ${JSON.stringify(held)}`);
  });
  return {
    world,
    leave,
    /** Calls the program as a person; throws on refusal. */
    ask: ((reader, name, request) => world().ask(reader, name, request)) as TabWorld['ask'],
    person: (reader: Reader) => world().person(reader),
    goToDay: (day: LocalDate) => world().goToDay(day),
    /** The path with the prepared keys. */
    filled: (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => world().keys[name] ?? name),
    /** Opens the tab as a person, an employee by default. */
    openTab: async ({ person = 'employee', ...given }: Opening & { person?: Reader } = {}, screen?: Screen) => {
      const one = await openTabAt(browser, front, await world().opening(person, given), screen);
      opened.push(one);
      return one;
    },
    /** The address of a host page with the tab as a person, for a test's own browser context. */
    addressOf: async ({ person = 'employee', ...given }: Opening & { person?: Reader } = {}) =>
      front.opening(await world().opening(person, given)),
    /** Delays the responses of an endpoint until released. */
    slow: (name: ApiName): { release(): void } => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      front.disturb(name, { until: promise });
      return {
        release: () => {
          front.disturb(name, undefined);
          resolve(undefined);
        },
      };
    },
    /** Refuses an endpoint, in the API's or given words; a number of times, or until `works`. */
    fails: (
      name: ApiName,
      status: number,
      { body = refusal('test', 'Det gik galt.'), times, headers, until }: Failure = {},
    ): void =>
      front.disturb(name, {
        refusal: { status, body, ...(headers ? { headers } : {}) },
        ...(times === undefined ? {} : { times }),
        ...(until ? { until } : {}),
      }),
    /** Cuts the connection of an endpoint, or of all by default. */
    away: (name?: ApiName): void => (name ? front.disturb(name, { cut: 'before' }) : front.cutAll(true)),
    /**
     * The program processes the requests, and their responses are lost, until it `works`: Chromium itself sends some
     * again.
     */
    loses: (name: ApiName): void => front.disturb(name, { cut: 'after' }),
    /** Restores an endpoint; all by default. */
    works: (name?: ApiName): void => (name ? front.disturb(name, undefined) : front.cutAll(false)),
    /** Requests since the test began, as `METHOD /path?query`. */
    asked: (): readonly string[] => front.asked,
    wasAsked: (name: ApiName): boolean => front.wasAsked(name),
    /** Unanswered requests. */
    pending: (): string[] => front.pending(),
    /** Resolves when the page is shown after navigation. */
    arrived: ({ tab }: Opened) => arrived(tab, front),
  };
}

/** Content of the page a test failed on. */
async function tell({ tab }: Opened): Promise<void> {
  const text = await tab.locator('body').innerText({ timeout: 5_000 }).catch(String);
  process.stderr.write(`${tab.url()}\n${text}\n`);
}

interface Failure {
  body?: unknown;
  /** Number of failures; all when absent. */
  times?: number;
  headers?: Record<string, string>;
  /** Delays the refusal. */
  until?: Promise<unknown>;
}
