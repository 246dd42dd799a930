import { addDays } from '../../../api/kernel/index.ts';
import { ownTab, today } from '../tab-page.ts';
import { aTest } from '../tab-page/made.ts';
import { walkPages } from './walk-pages.ts';

/** Not in the seed: a running downtime and test, and failed ones. */
const tab = ownTab(
  {},
  async (world) => {
    const { ask, person } = world;
    const { id } = await person('ciso');
    const down = (assetKey: string) => ask('ciso', 'POST /api/contingency/downtimes', { body: { assetKey } });
    const [running, alarm] = [await down('sys-esdh'), await down('sys-oekonomi')];
    await ask('ciso', 'POST /api/contingency/downtimes/:downtimeKey/cancel', {
      params: { downtimeKey: alarm.key },
      body: { reason: 'Det var en enkelt skærm.' },
    });
    const plans = ['plan-pumper', 'plan-boernesag', 'plan-oekonomi'];
    const [held = '', ended = '', failed = ''] = await Promise.all(plans.map((plan) => aTest(world, plan)));
    for (const testKey of [held, ended, failed])
      await ask('ciso', 'POST /api/contingency/tests/:testKey/start', { params: { testKey } });
    for (const testKey of [ended, failed])
      await ask('ciso', 'POST /api/contingency/tests/:testKey/end', { params: { testKey } });
    const params = { testKey: failed };
    await ask('ciso', 'PUT /api/contingency/tests/:testKey/evaluation', {
      params,
      body: {
        results: [{ key: 'k1', met: false, note: 'Nummeret var forkert.' }],
        recovery: 0.5,
        wentWell: 'Roen.',
        toImprove: 'Telefonlisten.',
      },
    });
    await ask('ciso', 'POST /api/contingency/improvements', {
      body: { subjectKey: failed, title: 'Ret telefonlisten', ownerId: id, due: addDays(today, 30) },
    });
    await ask('ciso', 'POST /api/contingency/tests/:testKey/close', { params });
    return { running: running.key, alarm: alarm.key, held, ended, failed };
  },
  { stays: true },
);

walkPages(
  [
    '/contingency',
    '/contingency?item=asset:sys-omsorg&as=table',
    '/contingency/downtime',
    '/contingency/downtime/new',
    '/contingency/downtime/new?asset=sys-omsorg',
    '/contingency/downtime/{running}',
    '/contingency/downtime/{running}?step=close',
    '/contingency/downtime/nede-omsorg',
    '/contingency/downtime/{alarm}',
    '/contingency/packs',
    '/contingency/mine',
    '/contingency/mine/plan-logon',
    '/contingency/dependencies',
    '/contingency/dependencies?asset=sys-netvaerk',
    '/contingency/services?centreId=all',
    '/contingency/services/ydelse-hjemmepleje',
    '/contingency/services/ydelse-hjemmepleje/edit',
    '/contingency/systems/sys-omsorg',
    '/contingency/settings',
    '/contingency/plans',
    '/contingency/plans/plan-omsorg',
    '/contingency/plans/plan-esdh?version=coming',
    '/contingency/plans/genetabler-omsorg/edit',
    '/contingency/plans/plan-omsorg/edit',
    '/contingency/coverage',
    '/contingency/coverage?as=table',
    '/contingency/tests',
    '/contingency/tests?look=months',
    '/contingency/tests?show=improvements',
    '/contingency/tests/new?plan=plan-omsorg',
    '/contingency/tests/{held}',
    '/contingency/tests/{ended}',
    '/contingency/tests/{failed}',
  ],
  tab,
);
