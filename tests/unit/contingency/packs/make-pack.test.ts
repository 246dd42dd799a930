import { describe, expect, it } from 'vitest';
import { Assets } from '../../../../api/assets/index.ts';
import { AuditEntries } from '../../../../api/audit/index.ts';
import type { Context } from '../../../../api/context.ts';
import { continuePacks, OfflinePacks } from '../../../../api/contingency/index.ts';
import { makePack } from '../../../../api/contingency/packs/make-pack.ts';
import { packFile } from '../../../../api/contingency/packs/pack-file.ts';
import { Campaigns } from '../../../../api/deliveries/index.ts';
import { digest, unavailable } from '../../../../api/kernel/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { refusal, the } from '../../organisation/builders.ts';
import { aFullContent, aPaperTown, aVitalSystem, readPdf } from '../documents/papers.ts';
import { aNewVersion, nord, retire, syd, theLatest } from './pack-town.ts';

/** A town where both centres have a plan in force. */
async function aPackedTown() {
  const town = await aPaperTown();
  await aVitalSystem(town.context, 'journal', { title: 'Omsorgsjournal' });
  await aVitalSystem(town.context, 'loen', { title: 'Lønsystem', centreKey: 'syd' });
  return town;
}
const packs = (context: Context) => context.list(OfflinePacks).all();
const acts = (context: Context) =>
  context
    .list(AuditEntries)
    .all()
    .filter(({ title }) => title === 'makePack');

/** The same context, where Microsoft 365 fails at one of the writes. */
function failingAt(context: Context, failing: number): Context {
  let writes = 0;
  const count = () => {
    writes += 1;
    if (writes === failing) throw unavailable('sharepoint.away');
  };
  return {
    ...context,
    documents: {
      ...context.documents,
      upload: async (...given) => {
        count();
        return context.documents.upload(...given);
      },
    },
    list: (definition) => {
      const list = context.list(definition);
      const create: typeof list.create = async (...given) => {
        if (definition.name !== AuditEntries.name) count();
        return list.create(...given);
      };
      return new Proxy(list, {
        get: (target, name: keyof typeof list) => (name === 'create' ? create : target[name]),
      });
    },
  };
}

describe('continuePacks', () => {
  it('makes one pack for each centre with a plan in force, once', async () => {
    const { context } = await aPackedTown();
    await continuePacks(context);
    await continuePacks(context);
    expect(packs(context).map(({ centreId, number }) => [centreId, number])).toEqual([
      [nord, 1],
      [syd, 1],
    ]);
    const campaigns = context.list(Campaigns).all();
    expect(campaigns.map(({ kind }) => kind)).toEqual(['offlinePack', 'offlinePack']);
    expect(acts(context)).toHaveLength(2);
  });

  it('makes the next number for the centre whose plan has changed, and says what changed', async () => {
    const { context } = await aPackedTown();
    await continuePacks(context);
    await aNewVersion(context, 'plan-journal');
    await aVitalSystem(context, 'medicin', { title: 'Medicin' });
    await continuePacks(context);
    expect(theLatest(context)).toMatchObject({ number: 2 });
    expect(
      theLatest(context)
        .changes.map(({ what }) => what)
        .toSorted(),
    ).toEqual(['added', 'changed']);
    expect(theLatest(context, syd)).toMatchObject({ number: 1 });
    await retire(context, 'plan-medicin');
    await continuePacks(context);
    expect(theLatest(context).changes).toEqual([
      { title: 'Nødprocedure for Medicin', what: 'removed' },
      { title: 'Medicin', what: 'withoutPlan' },
    ]);
  });

  it('makes a new one when a number of the directory that it holds has changed, with the number in it', async () => {
    const { context } = await aPackedTown();
    const contacts = [{ key: 'c1', role: 'Vagthavende', personId: 'anne', name: '', phone: '', note: '' }];
    await aVitalSystem(context, 'medicin', { title: 'Medicin', content: aFullContent({ contacts }) });
    await continuePacks(context);
    await context.list(People).update('anne', () => ({ phone: '20 11 22 33' }));
    await context.list(People).update('bo', () => ({ phone: '20 44 55 66' }));
    await continuePacks(context);
    await continuePacks(context);
    expect(theLatest(context)).toMatchObject({ number: 2, changes: [{ title: '', what: 'phones' }] });
    expect(theLatest(context, syd)).toMatchObject({ number: 1 });
    const { bytes } = await packFile(context, the(context, 'isk-nord'), theLatest(context).key, 'html');
    expect(new TextDecoder().decode(bytes)).toContain('tel:20112233');
  });

  it('gives those to ask the numbers of the directory, of when it was made', async () => {
    const { context } = await aPackedTown();
    await context.list(People).update('isk-nord', () => ({ phone: '20 11 22 33' }));
    await continuePacks(context);
    const { bytes } = await packFile(context, the(context, 'isk-nord'), theLatest(context).key, 'html');
    expect(new TextDecoder().decode(bytes)).toContain('tel:20112233');
    await context.list(People).update('isk-nord', () => ({ phone: '20 99 88 77' }));
    await continuePacks(context);
    expect(theLatest(context).number).toBe(1);
  });

  it('makes as many as it may at a time, and the rest the next times', async () => {
    const { context } = await aPackedTown();
    const count = () => packs(context).length;
    await continuePacks(context, 1);
    expect(count()).toBe(1);
    await continuePacks(context, 1);
    expect(count()).toBe(2);
    await continuePacks(context, 1);
    expect(count()).toBe(2);
  });

  it('makes one of what has no plan when the last one is retired, and no empty one', async () => {
    const { context } = await aPackedTown();
    await continuePacks(context);
    await retire(context, 'plan-journal');
    await continuePacks(context);
    expect(theLatest(context)).toMatchObject({ number: 2, versionKeys: [], withoutPlan: ['journal'] });
    await context.list(Assets).update('journal', () => ({ state: 'retired' }));
    await continuePacks(context);
    expect(theLatest(context).number).toBe(2);
  });

  it('makes the same pack once when several instances do it at the same time', async () => {
    const { context } = await aPackedTown();
    await Promise.all([continuePacks(context), continuePacks(context), continuePacks(context)]);
    expect(packs(context)).toHaveLength(2);
    expect(context.list(Campaigns).all()).toHaveLength(2);
    const { bytes } = await packFile(context, the(context, 'isk-nord'), theLatest(context).key, 'pdf');
    expect((await readPdf(bytes)).pages[0]?.text).toContain('Omsorgsjournal');
  });

  // A failed audit write fails nobody: the journal has it.
  it.each([1, 2, 3, 4])('ends as if nothing had happened when write %i fails and it is run again', async (failing) => {
    const { context } = await aPackedTown();
    await expect(continuePacks(failingAt(context, failing))).rejects.toThrow('sharepoint.away');
    await continuePacks(context);
    expect(packs(context).map(({ number }) => number)).toEqual([1, 1]);
    expect(context.list(Campaigns).all()).toHaveLength(2);
    expect(acts(context)).toHaveLength(2);
    const { bytes } = await packFile(context, the(context, 'isk-nord'), theLatest(context).key, 'html');
    expect(digest(bytes)).toBe(theLatest(context).html.hash);
  });

  it('makes the packs of the other centres when one fails', async () => {
    const { context } = await aPackedTown();
    await expect(continuePacks(failingAt(context, 1))).rejects.toThrow();
    expect(packs(context).map(({ centreId }) => centreId)).toEqual([syd]);
  });
});

describe('makePack', () => {
  it('makes it at once for whoever may, and gives the latest when nothing has changed', async () => {
    const { context } = await aPackedTown();
    const first = await makePack(context, the(context, 'isk-nord'), nord);
    const again = await makePack(context, the(context, 'isk-nord'), nord);
    expect([first.number, again.key]).toEqual([1, first.key]);
    expect(acts(context)[0]?.actorId).toBe('isk-nord');
  });

  it('is refused for other centres, for who only reads, and where there is no plan', async () => {
    const { context } = await aPackedTown();
    expect(await refusal(() => makePack(context, the(context, 'isk-syd'), nord))).toBe('contingency.mayNotPlacePack');
    expect(await refusal(() => makePack(context, the(context, 'auditor'), nord))).toBe('contingency.mayNotPlacePack');
    await retire(context, 'plan-journal');
    await context.list(Assets).update('journal', () => ({ state: 'retired' }));
    expect(await refusal(() => makePack(context, the(context, 'ciso'), nord))).toBe('contingency.noPlansToPack');
  });
});

describe('packFile', () => {
  it('hands out exactly what was made, to the centre and those who see contingency, and to nobody else', async () => {
    const { context } = await aPackedTown();
    await continuePacks(context);
    const { key, pdf } = theLatest(context);
    for (const id of ['anne', 'isk-nord', 'ciso', 'auditor'])
      expect(digest((await packFile(context, the(context, id), key, 'pdf')).bytes)).toBe(pdf.hash);
    expect(await refusal(() => packFile(context, the(context, 'bo'), key, 'pdf'))).toBe('contingency.mayNotSeePack');
  });
});
