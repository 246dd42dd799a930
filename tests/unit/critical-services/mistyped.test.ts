import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { contingencyOverviewContract as contingency, overviewQuery } from '../../../api/contingency/contract.ts';
import { dependenciesView } from '../../../api/contingency/overview/dependencies-view.ts';
import { overviewView } from '../../../api/contingency/overview/overview-view.ts';
import { AssetRecovery, CriticalServices } from '../../../api/critical-services/index.ts';
import { continuityView } from '../../../api/critical-services/continuity-view.ts';
import { recoveryContract as recovery } from '../../../api/critical-services/recovery-contract.ts';
import { servicesContract as services } from '../../../api/critical-services/service-contract.ts';
import { serviceList, serviceView } from '../../../api/critical-services/service-views.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aRecovery, aService } from '../contingency/builders.ts';
import { aTown, the } from '../organisation/builders.ts';
import { anAsset } from '../risks/register-world.ts';

const query = { sort: 'gaps', descending: false, state: 'inUse', offset: 0, limit: 50 } as const;

describe('figures that somebody has mistyped in a list', () => {
  it.each([9e15, 0, -5])('leave every answer as its contract says: %d hours', async (hours) => {
    const { context: bare } = await aTown();
    const context: Context = { ...bare, texts: translator };
    await context.list(Assets).create(anAsset('journal', { criticality: 'vital' }));
    await context
      .list(CriticalServices)
      .create(aService('care', { needs: ['journal'], mtd: hours, rto: hours, rpo: -1 }));
    await context
      .list(AssetRecovery)
      .create(aRecovery('journal', { promise: hours, backup: hours, ownMtd: hours, ownRto: hours, ownRpo: -1 }));
    const actor = the(context, 'isk-nord');
    const list = serviceList(context, actor, query);
    expect(services['GET /api/critical-services'].answer.safeParse(list).error).toBeUndefined();
    expect(list.services).toMatchObject([{ gaps: ['noMtd'] }]);
    const one = serviceView(context, actor, 'care');
    expect(services['GET /api/critical-services/:serviceKey'].answer.safeParse(one).error).toBeUndefined();
    const system = continuityView(context, actor, 'journal');
    expect(recovery['GET /api/assets/:assetKey/continuity'].answer.safeParse(system).error).toBeUndefined();
    const overview = overviewView(context, actor, overviewQuery.parse({}));
    expect(contingency['GET /api/contingency/overview'].answer.safeParse(overview).error).toBeUndefined();
    const dependencies = dependenciesView(context, the(context, 'ciso'), { asset: 'journal' });
    expect(contingency['GET /api/contingency/dependencies'].answer.safeParse(dependencies).error).toBeUndefined();
  });
});
