import { expect, it } from 'vitest';
import { downtimeForPerson } from '../../../../api/contingency/downtime/for-person.ts';
import { frozenHit } from '../../../../api/contingency/downtime/close-downtime.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { AssetRecovery } from '../../../../api/critical-services/index.ts';
import { instant } from '../../../../api/kernel/index.ts';
import { downtimeCardFor } from '../../../../bot/contingency/downtime-card.ts';
import { person, the } from '../../organisation/builders.ts';
import { aRecovery } from '../builders.ts';
import { aCrisis } from './a-crisis.ts';

it('a system with a shorter limit than its services › has that on the card, as the record will judge', async () => {
  const { context } = await aCrisis();
  await context.list(AssetRecovery).create(aRecovery('journal', { ownMtd: 1 }));
  const { downtime } = await reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: '' });
  const told = downtimeForPerson(context, downtime, person('isk-nord'));
  expect(told.limit).toEqual({ until: '2026-11-24T10:00:00.000Z', isPast: false });
  const card = JSON.stringify(downtimeCardFor(context, downtime.key, person('isk-nord')));
  expect(card).toContain('11.00 (hele systemet)');
  expect(frozenHit(context, downtime, instant(new Date('2026-11-24T11:00:00Z')))).toMatchObject({
    mtd: 1,
    kept: false,
  });
});
