import { describe, expect, it } from 'vitest';
import { checkViewOf, freezeOnDemand } from '../../../api/figures/frozen-views.ts';
import { Figures, freezeMonth } from '../../../api/figures/index.ts';
import { refused } from '../../support/refused.ts';
import { the } from '../organisation/builders.ts';
import { anAsset, aRiskWorld, aStage, assess } from '../risks/register-world.ts';

async function aWorld() {
  const world = await aRiskWorld('2026-11-24T09:00:00.000Z');
  await assess(world.context, anAsset('x'), { a: { current: aStage(4, 4) } });
  return world;
}

describe('figures', () => {
  it('are frozen by the CISO and the team', async () => {
    const { context } = await aWorld();
    const ciso = the(context, 'ciso');
    const frozen = context.list(Figures);
    for (const roles of [
      [],
      [{ role: 'auditor' }],
      [{ role: 'securityCommittee' }],
      [{ role: 'executiveBoard' }],
    ] as const)
      expect(await refused(context, () => freezeOnDemand(context, { ...ciso, roles: [...roles] }, '2026-11-20'))).toBe(
        'forbidden figures.mayNotFreeze',
      );
    await freezeOnDemand(context, { ...ciso, roles: [{ role: 'securityTeam' }] }, '2026-11-20');
    expect(frozen.all().filter(({ owner }) => owner === 'whole')).toMatchObject([{ day: '2026-11-20' }]);
  });

  it('are not checked by another file than the one that was written', async () => {
    const { context } = await aWorld();
    const { documents } = context;
    let path = '';
    context.documents = { ...documents, upload: (at, ...rest) => documents.upload((path = at), ...rest) };
    await freezeMonth(context);
    const check = () => checkViewOf(context, the(context, 'ciso'), '2026-10');
    expect(await check()).toMatchObject({ day: '2026-10-31', differing: [] });
    await documents.upload(path, Buffer.from('{}'));
    expect(await refused(context, check)).toBe('conflict figures.recordsDamaged');
  });
});
