import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import {
  AssetRecovery,
  CriticalServices,
  isVital,
  vitalAssets,
  vitalSince,
} from '../../../api/critical-services/index.ts';
import { instant } from '../../../api/kernel/index.ts';
import { assessAssetSource } from '../../../api/risks/index.ts';
import { brokenRules } from '../../../api/risks/checks/findings.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aRecovery, aService } from '../contingency/builders.ts';
import { day, person } from '../organisation/builders.ts';
import { anAsset, today } from '../risks/register-world.ts';

const at = (date: string) => instant(new Date(`${date}T10:00:00.000Z`));

async function aTown() {
  const { context } = memoryContext();
  await context.list(Assets).create(anAsset('journal', { criticality: 'low', dependsOn: ['database'] }));
  await context.list(Assets).create(anAsset('database', { criticality: 'low', changedAt: at('2024-01-01') }));
  await context.list(Assets).create(anAsset('letters', { criticality: 'low' }));
  await context
    .list(CriticalServices)
    .create(aService('care', { mtd: 24, needs: ['journal', 'letters'], changedAt: at('2026-11-20') }));
  return context;
}
const owes = (context: Awaited<ReturnType<typeof aTown>>) =>
  assessAssetSource.work(context, today).map(({ subject, due }) => [subject.key, due]);

describe('what is vital', () => {
  it('is what a service that must be back soon cannot do without, also through others', async () => {
    const context = await aTown();
    expect(vitalAssets(context).map(({ key }) => key)).toEqual(['journal', 'database', 'letters']);
    await context.list(CriticalServices).update('care', () => ({ mtd: 100 }));
    expect(isVital(context, 'journal')).toBe(false);
  });

  it('is what somebody has said with a reason, in either direction', async () => {
    const context = await aTown();
    const said = { reason: 'Der er papir', by: person('ciso'), at: at('2026-11-01') };
    await context.list(AssetRecovery).create(aRecovery('letters', { vital: { is: false, ...said } }));
    expect(isVital(context, 'letters')).toBe(false);
    await context.list(Assets).create(anAsset('bells', { criticality: 'low' }));
    await context.list(AssetRecovery).create(aRecovery('bells', { vital: { is: true, ...said } }));
    expect(vitalSince(context, 'bells')).toBe('2026-11-01');
  });

  it('is never what is out of use', async () => {
    const context = await aTown();
    await context.list(Assets).update('journal', () => ({ state: 'retired' }));
    expect(isVital(context, 'journal')).toBe(false);
    expect(isVital(context, 'database')).toBe(false);
  });

  it('is as if it was not there when somebody mistypes a figure in the list', async () => {
    const context = await aTown();
    await context.list(CriticalServices).update('care', () => ({ mtd: -4 }));
    expect(isVital(context, 'journal')).toBe(false);
  });

  it('must be assessed within a month from when it became so, whatever the register says', async () => {
    const context = await aTown();
    expect(owes(context)).toEqual([
      ['journal', day('2026-12-20')],
      ['database', day('2026-12-20')],
      ['letters', day('2026-12-20')],
    ]);
  });

  it('counts as important in the checks of risks', async () => {
    const context = await aTown();
    const broken = () => brokenRules(context).find(({ rule }) => rule.code === 'importantNeverAssessed');
    expect(broken()?.places).toHaveLength(3);
    await context.list(CriticalServices).update('care', () => ({ state: 'retired' }));
    expect(broken()).toBeUndefined();
  });
});
