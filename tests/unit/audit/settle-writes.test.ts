import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Assets, type Asset } from '../../../api/assets/index.ts';
import {
  AuditEntries,
  continueAudit,
  duringAct,
  entryOf,
  recordAct,
  recordingLists,
  settleWrites,
  type ActGiven,
} from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { nowOf } from '../../../api/kernel/index.ts';
import { journalKind } from '../../../api/journal/index.ts';
import { trailedLists } from '../../../teams-app/program/trailed-lists.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { until } from '../../support/until.ts';
import { person } from '../organisation/builders.ts';
import { moment } from '../policy/builders.ts';

const at = moment('2026-11-24T09:00:00.000Z');
const tab: ActGiven = { origin: 'tab', via: 'PUT /api/assets/:assetKey', actorId: person('isk') };
const asset: Asset = {
  key: 'a',
  title: 'Journalen',
  kind: 'system',
  criticality: 'high',
  hosting: 'own',
  state: 'inUse',
  description: '',
  usedBy: [],
  personalData: [],
  dataSubjects: [],
  dependsOn: [],
  links: [],
  changedAt: at,
  changedBy: person('ciso'),
};
const never = (): Promise<never> => new Promise(() => undefined);

/** SharePoint and a journal that outlive the runs of a program. */
function aTown() {
  const { context: bare } = memoryContext();
  const aRun = (list: Context['list'] = bare.list): Context => {
    const context: Context = { ...bare, list: recordingLists(list, trailedLists, () => context) };
    return context;
  };
  const toldAfter = async (context: Context) => {
    await settleWrites(context, [Assets, AuditEntries]);
    await continueAudit(context);
    return bare
      .list(AuditEntries)
      .all()
      .map(({ title, changes = [] }) => [title, ...changes.map(({ what, fields }) => [what, fields?.[0]?.after])]);
  };
  return { bare, aRun, toldAfter };
}
const rename = (context: Context, title = 'Omsorgsjournalen') => context.list(Assets).update('a', () => ({ title }));
/** Updates are noted, and never reach SharePoint. */
const neverUpdating =
  (bare: Context): Context['list'] =>
  (definition) => ({
    ...bare.list(definition),
    update: async (key, change, _lane, beforeWrite) => {
      const current = bare.list(definition).get(key);
      const changes = current && change(current);
      if (current && changes) await beforeWrite?.(current, changes);
      return never();
    },
  });
const ticks = () => new Promise((resolve) => setImmediate(resolve));

describe('the changes of an act that was killed', () => {
  it('are told by the next run, in one entry, whatever of the act was still to come', async () => {
    const { bare, aRun, toldAfter } = aTown();
    const killed = aRun();
    void duringAct(tab, async () => {
      await killed.list(Assets).create(asset);
      await rename(killed);
      await never();
    });
    await until('both writes', () => bare.list(Assets).get('a')?.title === 'Omsorgsjournalen');
    const next = aRun();
    const told = [['createRecord', ['create', undefined], ['change', 'Omsorgsjournalen']]];
    expect(await toldAfter(next)).toEqual(told);
    expect(bare.list(AuditEntries).all()).toMatchObject([{ actorId: 'isk', origin: 'tab', via: tab.via }]);
    expect(await toldAfter(aRun())).toEqual(told);
  });

  it('are not told when they did not take effect, also where another has changed the record since', async () => {
    const { bare, aRun, toldAfter } = aTown();
    await bare.list(Assets).create(asset);
    const killed = aRun(neverUpdating(bare));
    void duringAct(tab, () => rename(killed));
    await ticks();
    await bare.list(Assets).update('a', () => ({ title: 'EOJ' }));
    expect(await toldAfter(aRun())).toEqual([]);
  });

  it('are told once when they did not take effect and a repeat wrote the same and more', async () => {
    const { bare, aRun, toldAfter } = aTown();
    await bare.list(Assets).create(asset);
    const killed = aRun(neverUpdating(bare));
    void duringAct(tab, () => rename(killed));
    await ticks();
    const next = aRun();
    await duringAct(tab, async () => {
      await next.list(Assets).update('a', () => ({ title: 'Omsorgsjournalen', criticality: 'medium' }));
      await recordAct(next, { act: 'changeAsset', subjectKey: 'a', actorId: person('isk'), at: nowOf(next.clock) });
    });
    expect(await toldAfter(next)).toEqual([['changeAsset', ['change', 'Omsorgsjournalen']]]);
  });

  it('are told once when their entry was durable, under another time or name', async () => {
    const { bare, aRun, toldAfter } = aTown();
    await bare.list(Assets).create(asset);
    const killed = aRun((definition) => ({
      ...bare.list(definition),
      ...(definition.name === 'AuditEntries' ? { create: never } : {}),
    }));
    await duringAct(tab, async () => {
      await rename(killed);
      await recordAct(killed, {
        act: 'changeAsset',
        subjectKey: 'a',
        actorId: person('isk'),
        at: moment('2026-11-01T09:00:00.000Z'),
      });
    });
    expect(await toldAfter(aRun())).toEqual([['changeAsset', ['change', 'Omsorgsjournalen']]]);
    expect(await bare.journal.all(journalKind('write', z.unknown()))).toEqual([]);
  });

  it("are told by an entry of their own when a repeat's entry without them came first", async () => {
    const { bare, aRun, toldAfter } = aTown();
    await bare.list(Assets).create(asset);
    const act = { act: 'changeAsset', subjectKey: 'a', actorId: person('isk'), at };
    const killed = aRun((definition) => ({
      ...bare.list(definition),
      ...(definition.name === 'AuditEntries' ? { create: never } : {}),
    }));
    await duringAct(tab, async () => {
      await rename(killed);
      await recordAct(killed, act);
    });
    await bare.list(AuditEntries).create(entryOf(act));
    const next = aRun();
    await toldAfter(next);
    expect(await toldAfter(next)).toEqual([['changeAsset'], ['changeRecord', ['change', 'Omsorgsjournalen']]]);
  });

  it('and those of a journal that cannot be written to stop nothing', async () => {
    const { bare, aRun, toldAfter } = aTown();
    await bare.list(Assets).create(asset);
    const run = aRun();
    Object.assign(run, { journal: { ...bare.journal, put: () => Promise.reject(new Error('diskFull')) } });
    await duringAct(tab, () => rename(run));
    expect(await toldAfter(run)).toEqual([['changeRecord', ['change', 'Omsorgsjournalen']]]);
  });
});
