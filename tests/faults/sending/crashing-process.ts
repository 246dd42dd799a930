import type { Context } from '../../../api/context.ts';
import { unavailable } from '../../../api/kernel/index.ts';
import type { ListDefinition, ListHandle } from '../../../api/sharepoint/index.ts';
import type { ChatPort } from '../../../bot/sending/index.ts';

/** Graph's handling of a write: `lost`: not made. `madeThen504`: made, unavailable. `healed`: made, asked again. */
export type WriteFault = 'none' | 'lost' | 'madeThen504' | 'healed';

/**
 * One run of the program that is killed at its `crashAt`-th step. Steps are the moments before and after each write and
 * each call to Teams; from then on none of its awaits resolves, and it has no further effects.
 */
export function crashingProcess(
  base: Context,
  teams: ChatPort,
  { crashAt, writeFault }: { crashAt: number; writeFault(nth: number): WriteFault },
) {
  let steps = 0;
  let writes = 0;
  let dead = false;
  let died: () => void = () => undefined;
  const death = new Promise<'crashed'>((resolve) => {
    died = () => resolve('crashed');
  });

  async function step(): Promise<void> {
    steps += 1;
    if (steps >= crashAt) {
      dead = true;
      died();
    }
    await new Promise((resolve) => setImmediate(resolve));
    if (dead) await new Promise(() => undefined);
  }
  async function around<T>(act: () => Promise<T>): Promise<T> {
    await step();
    try {
      return await act();
    } finally {
      await step();
    }
  }

  async function faulty<T>(act: () => Promise<T>): Promise<T> {
    writes += 1;
    const fault = writeFault(writes);
    if (fault === 'lost') throw unavailable('graph.away');
    const answer = await act();
    if (fault === 'madeThen504') throw unavailable('graph.away');
    return fault === 'healed' ? act() : answer;
  }

  const handles = new Map<string, unknown>();
  function wrapped<R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> {
    const inner = base.list(definition);
    return {
      ...inner,
      get version() {
        return inner.version;
      },
      create: (record) => around(() => faulty(() => inner.create(record))),
      update: (key, change) => around(() => faulty(() => inner.update(key, change))),
    };
  }
  const context: Context = {
    ...base,
    list: <R extends { key: string }>(definition: ListDefinition<R>) => {
      const known = handles.get(definition.name) ?? wrapped(definition);
      handles.set(definition.name, known);
      return known as ListHandle<R>;
    },
  };
  const chat: ChatPort = {
    addressOf: teams.addressOf,
    createConversation: (personId) => around(() => teams.createConversation(personId)),
    send: (to, message) => around(() => teams.send(to, message)),
    update: (to, message) => around(() => teams.update(to, message)),
  };
  return {
    context,
    chat,
    /** Runs until the act or the process ends. */
    run: (act: () => Promise<void>): Promise<'ended' | 'crashed'> =>
      Promise.race([act().then(() => 'ended' as const), death]),
  };
}
