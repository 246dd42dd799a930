import { describe, expect, it } from 'vitest';
import { longest } from '../../../api/inspections/contract.ts';
import { Inspections } from '../../../api/inspections/index.ts';
import { removePhoto } from '../../../api/inspections/visits/photos.ts';
import { meanwhile, momentOf, refused } from '../../support/refused.ts';
import { refusal } from '../organisation/builders.ts';
import { aVisit, png, type VisitWorld } from './a-visit.ts';

describe('a picture', () => {
  it('is a JPEG', async () => {
    const world = await aVisit();
    for (const bytes of [png, Buffer.from('jpg')])
      expect(await refused(world.context, () => world.pictured('one', bytes))).toBe(
        'invalid inspections.notAPicture file',
      );
    await world.pictured('one');
    expect(world.visit()?.photos).toHaveLength(1);
  });

  it('has room beside so many others, also when its press is repeated, and in a deleted one’s place', async () => {
    const world = await aVisit();
    const { context, as, key, visit, pictured } = world;
    for (let one = 1; one <= longest.photos; one += 1) await pictured(`${one}`);
    const tooMany = 'invalid inspections.tooManyPhotos';
    expect(await refused(context, () => pictured('more'))).toBe(tooMany);
    await pictured(`${longest.photos}`);
    expect(visit()?.photos).toHaveLength(longest.photos);
    for (let time = 1; time <= longest.photos + 2; time += 1) {
      const photoKey = visit()?.photos.find(({ deletedAt }) => deletedAt === undefined)?.key ?? '';
      await removePhoto(context, as('team'), { inspectionKey: key, photoKey });
      await pictured(`instead ${time}`);
      expect(await refused(context, () => pictured('more'))).toBe(tooMany);
    }
    const deleted = visit()?.photos.filter(({ deletedAt }) => deletedAt !== undefined);
    expect([visit()?.photos.length, deleted?.length]).toEqual([2 * longest.photos, longest.photos]);
  });

  /** The ids of files that are in the library. */
  function libraryOf({ context }: VisitWorld): Set<string> {
    const { documents } = context;
    const ids = new Set<string>();
    context.documents = {
      ...documents,
      upload: async (...given) => {
        const file = await documents.upload(...given);
        ids.add(file.id);
        return file;
      },
      remove: async (id, ...given) => {
        await documents.remove(id, ...given);
        ids.delete(id);
      },
    };
    return ids;
  }

  it('that was deleted comes back by no repeated press', async () => {
    const world = await aVisit();
    const { context, as, key, visit, pictured } = world;
    const library = libraryOf(world);
    await pictured('one');
    await removePhoto(context, as('team'), { inspectionKey: key, photoKey: visit()?.photos[0]?.key ?? '' });
    await pictured('one');
    expect([visit()?.photos.length, library.size]).toEqual([1, 0]);
  });

  it.each([
    ['takes the last place', 'tooManyPhotos', ({ pictured }: VisitWorld) => pictured('another'), longest.photos],
    ['closes the report', 'closed', ({ close: closes }: VisitWorld) => closes(), longest.photos - 1],
    ['calls the visit off', 'cancelled', ({ cancel: calls }: VisitWorld) => calls(), longest.photos - 1],
  ] as const)('is refused when another %s as it is stored, and its file is gone', async (_what, code, act, many) => {
    const world = await aVisit();
    const { context, pictured, visit } = world;
    const library = libraryOf(world);
    for (let one = 2; one <= longest.photos; one += 1) await pictured(`${one}`);
    const after = meanwhile(context, Inspections, async () => act(world));
    expect(await refusal(() => pictured('mine'))).toBe(`inspections.${code}`);
    expect(momentOf(context)).toEqual(await after);
    expect(visit()?.photos.map(({ file }) => file.id)).toEqual([...library]);
    expect(library.size).toBe(many);
  });
});
