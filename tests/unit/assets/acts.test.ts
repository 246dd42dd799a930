import { beforeEach, describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import {
  addAsset,
  Assets,
  changeAsset,
  decideNotNeeded,
  reinstateAsset,
  retireAsset,
  undoNotNeeded,
} from '../../../api/assets/index.ts';
import type { AssetBody } from '../../../api/assets/contract.ts';
import type { Context } from '../../../api/context.ts';
import { Centres, People } from '../../../api/organisation/index.ts';
import { aCentre, aPerson, day, refusal, settle, the } from '../organisation/builders.ts';
import { add, anAsset, aProcess, aRegister, assetOf } from './builders.ts';

let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => {
  ({ context, setNow } = await aRegister());
});
const ciso = () => the(context, 'ciso');
const acts = () =>
  context
    .list(AuditEntries)
    .all()
    .map(({ title }) => title);
/** The code and the field of a body's refusal. */
const wrong = async (body: AssetBody, key?: string) => {
  const act = key === undefined ? addAsset(context, ciso(), body) : changeAsset(context, ciso(), key, body);
  const refused: unknown = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const { code, details } = refused as { code: string; details: { field: string } };
  return [code, details.field];
};

describe('an asset', () => {
  it('is added with what is left out filled in, and the audit trail knows', async () => {
    const key = await add(context, anAsset({ supplier: ' ', links: [{ title: 'Vejledning', url: 'https://a.dk' }] }));
    expect(assetOf(context, key)).toMatchObject({
      ...{ title: 'Journalsystemet', state: 'inUse', hosting: 'unknown', changedBy: 'ciso', dependsOn: [] },
      links: [{ title: 'Vejledning', url: 'https://a.dk/' }],
    });
    expect(assetOf(context, key).supplier).toBeUndefined();
    expect(acts()).toEqual(['addAsset']);
  });

  it('is changed once, and writes nothing when it is the same', async () => {
    const key = await add(context);
    setNow('2026-11-25T09:00:00.000Z');
    await changeAsset(context, ciso(), key, anAsset({ supplier: 'KMD' }));
    const { changedAt } = assetOf(context, key);
    setNow('2026-11-26T09:00:00.000Z');
    await changeAsset(context, ciso(), key, anAsset({ supplier: 'KMD' }));
    expect(assetOf(context, key)).toMatchObject({ supplier: 'KMD', changedAt });
    expect(acts()).toEqual(['addAsset', 'changeAsset']);
    await changeAsset(context, ciso(), key, anAsset());
    expect(assetOf(context, key).supplier).toBeUndefined();
  });

  it('is not changed over what somebody else has written since it was opened', async () => {
    const key = await add(context);
    const seen = assetOf(context, key).changedAt;
    setNow('2026-11-25T09:00:00.000Z');
    await changeAsset(context, the(context, 'team'), key, anAsset({ supplier: 'KMD', expected: seen }));
    await expect(
      changeAsset(context, ciso(), key, anAsset({ supplier: 'Nexus', expected: seen })),
    ).rejects.toMatchObject({
      ...{ kind: 'conflict', code: 'assets.changedMeanwhile' },
      details: { name: 'Person team' },
    });
    expect(assetOf(context, key).supplier).toBe('KMD');
  });

  it('names only centres, people and assets that are there', async () => {
    await settle(context, {
      centres: [aCentre('gammelt', { closed: true })],
      people: [aPerson('gone', { leftOn: day('2026-01-01') })],
    });
    expect(await wrong(anAsset({ centreId: 'vest' }))).toEqual(['assets.unknownCentre', 'centreId']);
    expect(await wrong(anAsset({ centreId: 'gammelt' }))).toEqual(['assets.unknownCentre', 'centreId']);
    expect(await wrong(anAsset({ usedBy: ['nord', 'vest'] }))).toEqual(['assets.unknownCentre', 'usedBy']);
    expect(await wrong(anAsset({ ownerId: 'ingen' }))).toEqual(['assets.unknownPerson', 'ownerId']);
    expect(await wrong(anAsset({ ownerId: 'gone' }))).toEqual(['assets.unknownPerson', 'ownerId']);
    expect(await wrong(anAsset({ dependsOn: ['ingen'] }))).toEqual(['assets.unknownAsset', 'dependsOn']);
    expect(await wrong(anAsset({ title: '\u0001' }))).toEqual(['fields.required', 'title']);
    expect(context.list(Assets).all()).toEqual([]);
  });

  it('keeps a centre that has closed and an owner who has left, when something else is changed', async () => {
    const key = await add(context, anAsset({ centreId: 'nord', usedBy: ['nord'], ownerId: 'anne' }));
    await context.list(Centres).update('nord', () => ({ closed: true }));
    await context.list(People).update('anne', () => ({ leftOn: day('2026-11-01') }));
    await changeAsset(
      context,
      ciso(),
      key,
      anAsset({ centreId: 'nord', usedBy: ['nord'], ownerId: 'anne', supplier: 'X' }),
    );
    expect(assetOf(context, key)).toMatchObject({ centreId: 'nord', ownerId: 'anne', supplier: 'X' });
  });

  it('depends on neither itself nor, as a system, on a work process; in circles it may', async () => {
    const [one, process] = [await add(context), await add(context, aProcess())];
    const other = await add(context, anAsset({ title: 'Database', dependsOn: [one, one] }));
    expect(assetOf(context, other).dependsOn).toEqual([one]);
    expect(await wrong(anAsset({ dependsOn: [one] }), one)).toEqual(['assets.dependsOnItself', 'dependsOn']);
    expect(await wrong(anAsset({ dependsOn: [process] }), one)).toEqual(['assets.systemOnProcess', 'dependsOn']);
    expect(await wrong(aProcess(), one)).toEqual(['assets.neededBySystem', 'kind']);
    await changeAsset(context, ciso(), one, anAsset({ dependsOn: [other] }));
    expect(assetOf(context, one).dependsOn).toEqual([other]);
  });

  it('links to the web only', async () => {
    const script = anAsset({ links: [{ title: 'x', url: 'javascript:alert(1)' }] });
    await expect(addAsset(context, ciso(), script)).rejects.toThrow(/url/i);
  });
});

describe('taking an asset out of use', () => {
  it('needs a reason, keeps the asset, and a repeat is done', async () => {
    const key = await add(context);
    expect(await wrong(anAsset({ state: 'retired' }), key)).toEqual(['assets.retireWithReason', 'state']);
    await retireAsset(context, ciso(), key, 'Erstattet');
    await retireAsset(context, ciso(), key, 'Igen');
    expect(assetOf(context, key)).toMatchObject({ state: 'retired', retiredReason: 'Erstattet' });
    expect(acts()).toEqual(['addAsset', 'retireAsset']);
    await changeAsset(context, ciso(), key, anAsset({ state: 'retired', supplier: 'KMD' }));
    expect(assetOf(context, key)).toMatchObject({ state: 'retired', supplier: 'KMD', retiredReason: 'Erstattet' });
  });

  it('is undone by taking it into use, or by saving it as used', async () => {
    const [one, other] = [await add(context), await add(context, anAsset({ title: 'Andet' }))];
    await retireAsset(context, ciso(), one, 'Erstattet');
    await retireAsset(context, ciso(), other, 'Erstattet');
    await reinstateAsset(context, ciso(), one);
    await reinstateAsset(context, ciso(), one);
    await changeAsset(context, ciso(), other, anAsset({ title: 'Andet' }));
    for (const key of [one, other]) {
      expect(assetOf(context, key).state).toBe('inUse');
      expect(assetOf(context, key).retiredReason).toBeUndefined();
    }
    expect(acts().filter((act) => act === 'reinstateAsset')).toHaveLength(1);
  });

  it('is not done anew by the repeated press of the first when another has undone it, and is by a new one', async () => {
    const key = await add(context);
    const press = (idempotencyKey: string) => retireAsset(context, { ...ciso(), idempotencyKey }, key, 'Erstattet');
    await press('first press');
    await reinstateAsset(context, ciso(), key);
    await press('first press');
    expect(assetOf(context, key).state).toBe('inUse');
    await press('second press');
    expect(assetOf(context, key).state).toBe('retired');
  });
});

describe('the decision that an asset needs no assessment', () => {
  it('stands with reason, person and time, until it is taken back', async () => {
    const key = await add(context);
    await decideNotNeeded(context, ciso(), key, 'Kun et ur på væggen');
    await decideNotNeeded(context, ciso(), key, 'Kun et ur på væggen');
    expect(assetOf(context, key).notNeeded).toEqual({
      ...{ reason: 'Kun et ur på væggen', by: 'ciso', at: '2026-11-24T09:00:00.000Z' },
    });
    await undoNotNeeded(context, ciso(), key);
    await undoNotNeeded(context, ciso(), key);
    expect(assetOf(context, key).notNeeded).toBeUndefined();
    expect(acts()).toEqual(['addAsset', 'decideNotNeeded', 'undoNotNeeded']);
  });
});

describe('who may', () => {
  const trials = {
    add: (who: string) => addAsset(context, the(context, who), aProcess()),
    change: (who: string, key: string) => changeAsset(context, the(context, who), key, aProcess({ supplier: who })),
    retire: (who: string, key: string) => retireAsset(context, the(context, who), key, 'Slut'),
    reinstate: (who: string, key: string) => reinstateAsset(context, the(context, who), key),
    decide: (who: string, key: string) => decideNotNeeded(context, the(context, who), key, 'Ikke nødvendig'),
    undo: (who: string, key: string) => undoNotNeeded(context, the(context, who), key),
  };
  const everybody = [
    ...['anne', 'bo', 'auditor', 'committee', 'management', 'board', 'council', 'secretary'],
    ...['ciso', 'team', 'manager-nord', 'isk-nord', 'manager-syd', 'isk-syd'],
  ];
  it.each([
    ['add', ['ciso', 'team', 'manager-nord', 'isk-nord']],
    ['change', ['anne', 'ciso', 'team', 'manager-nord', 'isk-nord']],
    ['retire', ['ciso', 'team', 'manager-nord', 'isk-nord']],
    ['reinstate', ['ciso', 'team', 'manager-nord', 'isk-nord']],
    ['decide', ['ciso', 'team', 'manager-nord']],
    ['undo', ['ciso', 'team', 'manager-nord']],
  ] as const)('%s an asset of the north that Anne owns: %s', async (trial, allowed) => {
    const done: string[] = [];
    for (const who of everybody) {
      const key = await add(context, aProcess({ ownerId: 'anne' }));
      await trials[trial](who, key).then(
        () => done.push(who),
        (thrown: unknown) => expect(thrown).toMatchObject({ kind: 'forbidden' }),
      );
    }
    expect(done.sort()).toEqual([...allowed].sort());
  });

  it('moves an asset only to a centre where one keeps assets', async () => {
    const key = await add(context, aProcess());
    const move = (who: string) => changeAsset(context, the(context, who), key, aProcess({ centreId: 'syd' }));
    expect(await refusal(() => move('isk-nord'))).toBe('assets.mayNotMoveThere');
    expect(await refusal(() => move('isk-syd'))).toBe('assets.mayNotEdit');
    await move('team');
    expect(assetOf(context, key).centreId).toBe('syd');
  });

  it('lets a centre add nothing that belongs to the whole organisation', async () => {
    expect(await refusal(() => addAsset(context, the(context, 'isk-nord'), anAsset()))).toBe('assets.mayNotAdd');
  });
});
