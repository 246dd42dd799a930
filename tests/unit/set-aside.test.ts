import { describe, expect, it } from 'vitest';
import { AuditEntries, auditKey, continueAudit, recordAct } from '../../api/audit/index.ts';
import { MissedCycles, missedKey, recordMissedCycles } from '../../api/awareness/index.ts';
import type { Context } from '../../api/context.ts';
import { eachItem } from '../../api/each-item.ts';
import { conflict, unavailable, type Instant } from '../../api/kernel/index.ts';
import type { Lane, ListDefinition, ListHandle } from '../../api/sharepoint/index.ts';
import { aTown, day, person } from './organisation/builders.ts';
import { anOpenRound } from './awareness/builders.ts';

/** The same lists, one of them with an item under an unparseable key: nothing can be created under it. */
function withSetAside(context: Context, name: string, key: string) {
  const tried: string[] = [];
  const next: Context = {
    ...context,
    list: <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
      const list = context.list(definition);
      if (definition.name !== name) return list;
      return {
        ...list,
        get version() {
          return list.version;
        },
        setAside: () => [{ list: name, itemId: '1', key, problems: ['damaged'] }],
        create: async (record: R, lane?: Lane) => {
          tried.push(record.key);
          if (record.key === key) throw conflict('sharepoint.itemSetAside', { list: name, key });
          return list.create(record, lane);
        },
      };
    },
  };
  return { context: next, tried };
}

describe('an item that is set aside', () => {
  it('is no failure of the job that would make it, and the others are made', async () => {
    const { context } = await aTown();
    const each = eachItem(context, 'job');
    const done: string[] = [];
    const work = async ({ key }: { key: string }) => {
      if (key === 'b') throw conflict('sharepoint.itemSetAside');
      done.push(key);
    };
    const items = ['a', 'b', 'c'].map((key) => ({ key }));
    await each.of(items, work);
    await each.together(2, items, work);
    expect(done.toSorted()).toEqual(['a', 'a', 'c', 'c']);
    expect(() => each.end()).not.toThrow();
    await each.together(2, items, async ({ key }) => {
      if (key === 'a') throw conflict('sharepoint.keyTaken');
    });
    expect(() => each.end()).toThrow(expect.objectContaining({ code: 'sharepoint.keyTaken' }) as Error);
    await expect(each.together(2, items, async () => Promise.reject(unavailable('sharepoint.away')))).rejects.toThrow(
      expect.objectContaining({ code: 'sharepoint.away' }) as Error,
    );
  });

  it('keeps no missed round from being recorded', async () => {
    const { context: bare, setNow } = await aTown('2026-02-02T09:00:00.000Z');
    const { round } = await anOpenRound(bare, { opensOn: day('2026-01-01'), dueOn: day('2026-02-20') });
    setNow('2026-03-02T09:00:00.000Z');
    const key = missedKey(round.key, person('anne'));
    const { context, tried } = withSetAside(bare, MissedCycles.name, key);
    const recorded = await recordMissedCycles(context);
    expect(recorded).toBeGreaterThan(5);
    expect(context.list(MissedCycles).all()).toHaveLength(recorded);
    expect(tried).not.toContain(key);
    expect(await recordMissedCycles(context)).toBe(0);
  });

  it('counts as recorded in the audit trail, and is not tried again', async () => {
    const { context: bare } = await aTown();
    const at = '2026-11-24T09:00:00.000Z' as Instant;
    const act = { act: 'closeRound', subjectKey: 'r', actorId: person('ciso'), at };
    const { context, tried } = withSetAside(bare, AuditEntries.name, auditKey(act));
    await recordAct(context, act);
    await recordAct(context, { ...act, subjectKey: 'other' });
    await continueAudit(context);
    expect(new Set(tried)).toEqual(new Set([auditKey({ ...act, subjectKey: 'other' })]));
  });
});
