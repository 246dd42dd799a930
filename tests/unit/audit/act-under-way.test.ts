import { describe, expect, it } from 'vitest';
import { Assets, type Asset } from '../../../api/assets/index.ts';
import {
  AuditEntries,
  continueAudit,
  duringAct,
  recordAct,
  recordingLists,
  type ActGiven,
} from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { RoleAssignments } from '../../../api/organisation/index.ts';
import { trailedLists } from '../../../teams-app/program/trailed-lists.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { person } from '../organisation/builders.ts';
import { moment } from '../policy/builders.ts';

function aTrail() {
  const { context: bare } = memoryContext();
  const context: Context = {
    ...bare,
    list: recordingLists(
      (list) => bare.list(list),
      trailedLists,
      () => context,
    ),
  };
  const entries = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await continueAudit(context);
    return context.list(AuditEntries).all();
  };
  return { context, entries };
}
const at = moment('2026-11-24T09:00:00.000Z');
const tab: ActGiven = { origin: 'tab', via: 'PUT /api/assets/:assetKey', actorId: person('isk') };
const anAsset = (changes: Pick<Asset, 'key' | 'title'> & Partial<Asset>): Asset => ({
  ...{ kind: 'system', criticality: 'high', hosting: 'own', state: 'inUse', description: '' },
  ...{ usedBy: [], personalData: [], dataSubjects: [], dependsOn: [], links: [] },
  ...{ changedAt: at, changedBy: person('ciso') },
  ...changes,
});
const rename = (context: Context, title = 'Omsorgsjournalen') =>
  context
    .list(Assets)
    .update('a', () => ({ title, description: 'Her skriver vi om borgere', changedBy: person('isk') }));

describe('an act', () => {
  it('that records itself tells what it changed, by field, in the one entry that it makes anyhow', async () => {
    const { context, entries } = aTrail();
    await context.list(Assets).create(anAsset({ key: 'a', title: 'Journalen' }));
    await duringAct(tab, async () => {
      await rename(context);
      await recordAct(context, { act: 'changeAsset', subjectKey: 'a', actorId: person('isk'), at });
    });
    expect(await entries()).toMatchObject([
      {
        ...{ title: 'changeAsset', origin: 'tab', via: tab.via, actorId: 'isk' },
        changes: [
          {
            ...{ list: 'Assets', key: 'a', what: 'change' },
            fields: [
              { field: 'title', before: 'Journalen', after: 'Omsorgsjournalen' },
              { field: 'description', after: { chars: 25 } },
            ],
          },
        ],
      },
    ]);
    expect(JSON.stringify(await entries())).not.toContain('borgere');
  });

  it('that records nothing becomes one entry for all that it changed, and none when it changed nothing', async () => {
    const { context, entries } = aTrail();
    await duringAct(tab, async () => {
      await context.list(Assets).create(anAsset({ key: 'a', title: 'Journalen' }));
      await rename(context);
      await context.list(Assets).remove('a');
    });
    await duringAct(tab, async () => void context.list(Assets).all());
    const [entry, ...more] = await entries();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      title: 'createRecord',
      subjectKey: 'a',
      actorId: 'isk',
      details: { list: 'Assets' },
    });
    expect(entry?.changes?.map(({ what }) => what)).toEqual(['create', 'change', 'remove']);
  });

  it('that fails half-way has told what it did, and the failure is its own', async () => {
    const { context, entries } = aTrail();
    await context.list(Assets).create(anAsset({ key: 'a', title: 'Journalen' }));
    const work = duringAct(tab, async () => {
      await rename(context);
      throw new Error('half-way');
    });
    await expect(work).rejects.toThrow('half-way');
    expect((await entries()).map(({ title }) => title)).toEqual(['changeRecord']);
  });

  it('goes on telling when its work goes on after the answer', async () => {
    const { context, entries } = aTrail();
    await context.list(Assets).create(anAsset({ key: 'a', title: 'Journalen' }));
    const answered = Promise.withResolvers<void>();
    let later: Promise<unknown> | undefined;
    await duringAct(tab, async () => {
      later = answered.promise.then(() => rename(context));
    });
    expect(context.list(AuditEntries).all()).toEqual([]);
    answered.resolve();
    await later;
    expect(await entries()).toMatchObject([{ title: 'changeRecord', origin: 'tab' }]);
  });

  it('of a job tells beside what it records only what is about the same, and the rest apart', async () => {
    const { context, entries } = aTrail();
    for (const key of ['a', 'b']) await context.list(Assets).create(anAsset({ key, title: key }));
    await duringAct({ origin: 'job', via: 'approvals', actorId: person('system') }, async () => {
      for (const key of ['b', 'a']) await context.list(Assets).update(key, () => ({ title: 'Et nyt navn' }));
      await recordAct(context, { act: 'approve', subjectKey: 'a', actorId: person('ciso'), at });
    });
    expect((await entries()).map(({ title, changes }) => [title, changes?.map(({ key }) => key)])).toEqual([
      ['approve', ['a']],
      ['changeRecord', ['b']],
    ]);
  });

  it('says for whom a deputy did it, by the centre of what was changed', async () => {
    const { context, entries } = aTrail();
    const deputyFor = (centreId: string | undefined) => (centreId === 'nord' ? person('away') : undefined);
    await duringAct({ ...tab, deputyFor }, async () => {
      await context.list(Assets).create(anAsset({ key: 'a', title: 'Journalen', centreId: 'nord' as never }));
    });
    expect(await entries()).toMatchObject([{ actorId: 'isk', forId: 'away' }]);
  });

  it('names nobody: a title that holds a name is told by its length', async () => {
    const { context, entries } = aTrail();
    await duringAct(tab, async () => {
      await context.list(RoleAssignments).create({
        ...{ key: 'r', title: 'Anne Jensen, CISO', personId: person('anne'), role: 'ciso' as const },
        ...{ startsOn: '2026-11-24' as never, chair: false, appointedBy: person('chef'), appointedAt: at },
      });
      await context.list(RoleAssignments).update('r', () => ({ title: 'Bo Ærø, CISO', personId: person('bo') }));
    });
    const told = JSON.stringify(await entries());
    expect(told).not.toMatch(/Jensen|Ærø/);
    expect(told).toContain('"before":"anne","after":"bo"');
  });
});
