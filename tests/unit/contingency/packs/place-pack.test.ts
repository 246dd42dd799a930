import { describe, expect, it } from 'vitest';
import {
  continuePacks,
  offlinePackKind,
  PackPlacements,
  placePack,
  placePackSource,
} from '../../../../api/contingency/index.ts';
import { packHistoryOf, visiblePacks } from '../../../../api/contingency/packs/visible-packs.ts';
import { day, person, refusal, the } from '../../organisation/builders.ts';
import { aPaperTown, aVitalSystem } from '../documents/papers.ts';
import { aNewVersion, nord, theLatest } from './pack-town.ts';

const today = day('2026-11-24');

/** The north has an unprinted pack. */
async function aTownWithPack() {
  const town = await aPaperTown();
  await aVitalSystem(town.context, 'journal', { title: 'Omsorgsjournal' });
  await continuePacks(town.context);
  const { context } = town;
  return {
    ...town,
    isk: the(context, 'isk-nord'),
    row: () => visiblePacks(context, the(context, 'ciso')).rows.find(({ centre }) => centre.id === nord),
    owed: () => placePackSource.work(context, today).map(({ state, due }) => [state, due]),
  };
}

describe('placePack', () => {
  it('puts the newest pack in place, and the debt is paid', async () => {
    const { context, isk, row, owed } = await aTownWithPack();
    expect([row()?.status, owed()]).toEqual(['notPlaced', [['open', '2026-12-08']]]);
    await placePack(context, isk, { packKey: theLatest(context).key, place: 'Skabet på vagtstuen' });
    await placePack(context, isk, { packKey: theLatest(context).key, place: 'Skabet på vagtstuen' });
    expect(context.list(PackPlacements).all()).toHaveLength(1);
    expect([row()?.status, owed()]).toEqual(['placed', [['done', '2026-12-08']]]);
    expect(row()?.placement).toMatchObject({ place: 'Skabet på vagtstuen', placedOn: today, number: 1 });
  });

  it('counts as old when a plan changes, and the next pack is owed', async () => {
    const { context, isk, row, owed, setNow } = await aTownWithPack();
    const old = theLatest(context).key;
    await placePack(context, isk, { packKey: old, place: 'Skabet' });
    setNow('2026-11-26T09:00:00.000Z');
    await aNewVersion(context, 'plan-journal');
    await continuePacks(context);
    expect([row()?.status, owed()]).toEqual(['old', [['open', '2026-12-10']]]);
    expect(await refusal(() => placePack(context, isk, { packKey: old, place: 'Skabet' }))).toBe(
      'contingency.newerPack',
    );
    expect(packHistoryOf(context, isk, nord).packs.map(({ number }) => number)).toEqual([2, 1]);
  });

  it.each([
    ['mayNotPlacePack', 'isk-syd', 'Skabet', today],
    ['mayNotPlacePack', 'auditor', 'Skabet', today],
    ['mayNotPlacePack', 'anne', 'Skabet', today],
    ['placeMissing', 'isk-nord', '  ', today],
    ['placedLater', 'isk-nord', 'Skabet', day('2026-11-25')],
  ])('is refused with %s for %s', async (code, who, place, placedOn) => {
    const { context } = await aTownWithPack();
    const input = { packKey: theLatest(context).key, place, placedOn };
    expect(await refusal(() => placePack(context, the(context, who), input))).toBe(`contingency.${code}`);
  });
});

describe('the card about a pack', () => {
  it('goes to ISK and manager of the centre until the pack is in place', async () => {
    const { context, isk } = await aTownWithPack();
    const { key } = theLatest(context);
    expect(offlinePackKind.audience(context, key)).toEqual(['isk-nord', 'manager-nord']);
    expect(offlinePackKind.recheck(context, key, person('isk-syd'))).toBe('notNeeded');
    expect(offlinePackKind.recheck(context, key, person('isk-nord'))).toBe('send');
    await placePack(context, isk, { packKey: key, place: 'Skabet' });
    expect(offlinePackKind.recheck(context, key, person('isk-nord'))).toBe('notNeeded');
    expect(offlinePackKind.isOver?.(context, key)).toBe(true);
  });
});

describe('packsSeen', () => {
  it('says that a first pack is on its way, not that a plan is missing', async () => {
    const { context } = await aPaperTown();
    await aVitalSystem(context, 'journal', { title: 'Omsorgsjournal' });
    const { rows, counts } = visiblePacks(context, the(context, 'ciso'));
    expect(rows.map(({ status }) => status)).toEqual(['coming', 'none']);
    expect(counts).toEqual({ none: 1, coming: 1, notPlaced: 0, old: 0, placed: 0 });
    expect(placePackSource.work(context, today)).toEqual([]);
  });

  it('shows what calls for something first, and to an employee the own centre alone', async () => {
    const { context } = await aTownWithPack();
    const { rows, counts } = visiblePacks(context, the(context, 'ciso'));
    expect(rows.map(({ status }) => status)).toEqual(['notPlaced', 'none']);
    expect(counts).toEqual({ none: 1, coming: 0, notPlaced: 1, old: 0, placed: 0 });
    const [own, ...others] = visiblePacks(context, the(context, 'anne')).rows;
    expect([own?.centre.id, own?.abilities, others]).toEqual([nord, { place: false, make: false }, []]);
  });
});
