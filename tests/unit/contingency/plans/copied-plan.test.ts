import { expect, it } from 'vitest';
import { planRoutes } from '../../../../api/contingency/index.ts';
import { saveDraft } from '../../../../api/contingency/plans/save-draft.ts';
import { the } from '../../organisation/builders.ts';
import { aContent } from '../builders.ts';
import { aDraft, aPlannedTown, inForceNow } from './planned-town.ts';

const ofSyd = { kind: 'emergencyProcedure', assetKey: 'journal', centreId: 'syd' };

it('a plan begun from another answers whether the copy was used: not where the centre had one, and again for a repeat', async () => {
  const { context } = await aPlannedTown();
  const isk = the(context, 'isk-syd');
  const copyFrom = await inForceNow(context, { content: aContent({ about: 'Som hos os' }) });
  const press = planRoutes.find(({ name }) => name === 'POST /api/contingency/plans');
  const begin = (from: object) =>
    press?.run(
      context,
      isk,
      { params: {}, query: undefined, body: { ...ofSyd, ...from } },
      { graph: () => expect.unreachable() },
    );
  const first = await begin({ copyFrom });
  expect(first).toMatchObject({ isCopy: true });
  expect(await begin({ copyFrom })).toMatchObject({ isCopy: true });
  expect(await begin({})).not.toHaveProperty('isCopy');
  const { key } = first as { key: string };
  await saveDraft(context, isk, key, aDraft({ title: 'Vores', centreIds: ['syd'] }));
  expect(await begin({ copyFrom })).toMatchObject({ key, isCopy: false, coming: { title: 'Vores' } });
});
