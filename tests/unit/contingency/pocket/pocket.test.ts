import { describe, expect, it } from 'vitest';
import { pocketView } from '../../../../api/contingency/contract.ts';
import { ContingencyPlans, Downtimes, pocketOf } from '../../../../api/contingency/index.ts';
import { nowOf } from '../../../../api/kernel/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { centre, day, person, the } from '../../organisation/builders.ts';
import { aPlan, aPlanVersion, inForce } from '../builders.ts';
import { annesContent, aPocket, nextVersion } from './a-pocket.ts';

describe('what everybody carries', () => {
  it('is the centre’s own procedures in force with names and phones, and whom to ask', async () => {
    const { context } = await aPocket();
    const pocket = pocketView.parse(pocketOf(context, the(context, 'anne')));
    expect(pocket.plans).toMatchObject([
      {
        ...{ key: 'p1', versionKey: 'p1-v1', number: 1, asset: { title: 'Omsorgsjournalen' }, validFrom: '2026-11-20' },
        content: { contacts: [{ phone: '43 57 00 00', person: { name: 'Anne Aagaard' }, left: false }] },
        mine: { roles: ['Vagthavende'], steps: ['Tag den røde mappe frem'], due: '2026-12-04' },
      },
    ]);
    expect(pocket.call.coordinators).toMatchObject([{ name: 'Mette Sørensen', mail: 'mette@proeve.example' }]);
    expect(pocket).toMatchObject({ personId: 'anne', centre: { id: 'nord' }, asOf: '2026-11-24T09:00:00.000Z' });
    expect(pocketOf(context, the(context, 'isk-nord')).plans[0]?.mine).toBeUndefined();
  });

  it('has the number of the directory where the plan has none, and never that the directory has another', async () => {
    const { context } = await aPocket();
    await context.list(People).update('anne', () => ({ phone: '20 11 22 33' }));
    const contactOf = () => pocketView.parse(pocketOf(context, the(context, 'isk-nord'))).plans[0]?.content.contacts[0];
    expect(contactOf()).toMatchObject({ phone: '43 57 00 00' });
    expect(contactOf()).not.toHaveProperty('otherPhone');
    const contacts = [{ key: 'c1', role: 'Vagthavende', personId: 'anne', name: '', phone: '', note: '' }];
    await nextVersion(context, annesContent({ contacts }));
    expect(contactOf()).toMatchObject({ phone: '20 11 22 33', fromDirectory: true });
  });

  it('gives the numbers of the own ISK and manager, where the directory has any', async () => {
    const { context } = await aPocket();
    await context.list(People).update('isk-nord', () => ({ phone: '20 44 55 66' }));
    const { call } = pocketView.parse(pocketOf(context, the(context, 'anne')));
    expect(call.coordinators).toMatchObject([{ name: 'Mette Sørensen', phone: '20 44 55 66' }]);
    expect(call.managers[0]).not.toHaveProperty('phone');
    expect(JSON.stringify(pocketOf(context, the(context, 'bo')))).not.toContain('20 44 55 66');
  });

  it('is for another centre only what names the reader', async () => {
    const { context } = await aPocket();
    expect(pocketOf(context, the(context, 'bo')).plans).toEqual([]);
    const content = annesContent({
      contacts: [{ key: 'c', role: 'IT', personId: 'bo', name: '', phone: '1', note: '' }],
    });
    await inForce(context, aPlan('p2', { kind: 'restorePlan' }), aPlanVersion('p2', { content }));
    expect(pocketOf(context, the(context, 'bo')).plans.map(({ key }) => key)).toEqual(['p2']);
  });

  it('holds no draft and nothing that is retired', async () => {
    const { context } = await aPocket();
    await context.list(ContingencyPlans).update('p1', () => ({ retiredAt: nowOf(context.clock) }));
    expect(pocketOf(context, the(context, 'anne')).plans).toEqual([]);
  });

  it('puts what is down first, since when, and says who has left', async () => {
    const { context } = await aPocket();
    await inForce(context, aPlan('p0', { assetKey: 'alarm', title: 'A' }), aPlanVersion('p0'));
    expect(pocketOf(context, the(context, 'isk-nord')).plans.map(({ key }) => key)).toEqual(['p0', 'p1']);
    const startedAt = nowOf(context.clock);
    await context.list(Downtimes).create({
      ...{ key: 'd1', title: 'Omsorgsjournalen', assetKey: 'journal', state: 'running', startedAt, note: '' },
      ...{ centreIds: [centre('nord')], reportedBy: person('anne'), reportedAt: startedAt, hit: [], cause: '' },
      ...{ lessons: '', testedPlanKeys: [], changedAt: startedAt, changedBy: person('anne') },
    });
    await context.list(People).update('anne', () => ({ leftOn: day('2026-11-01') }));
    const [first] = pocketOf(context, the(context, 'isk-nord')).plans;
    expect(first).toMatchObject({ key: 'p1', down: { key: 'd1', since: startedAt } });
    expect(first?.content.contacts[0]?.left).toBe(true);
  });
});
