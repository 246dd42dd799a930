import { addDays } from '../../../api/kernel/index.ts';
import { ownTab, today } from '../tab-page.ts';
import { walkPages } from './walk-pages.ts';

/** What the municipality does not have by itself: a downtime and a test that run, and those that ended badly. */
const tab = ownTab(
  {},
  async ({ ask, person }) => {
    const { id } = await person('ciso');
    const down = (assetKey: string) => ask('ciso', 'POST /api/contingency/downtimes', { body: { assetKey } });
    const test = (planKey: string) =>
      ask('ciso', 'POST /api/contingency/tests', {
        body: {
          planKey,
          kind: 'walkThrough',
          title: `Gennemgang ${planKey}`,
          on: addDays(today, 1),
          time: '10:00',
          leaderId: id,
          participantIds: [id],
          scenario: 'Systemet er nede.',
          injects: [{ key: 'i1', text: 'Telefonen ringer', minute: 5 }],
          criteria: [{ key: 'k1', text: 'Alle ved, hvem de skal ringe til' }],
        },
      });
    const [running, alarm] = [await down('sys-esdh'), await down('sys-oekonomi')];
    await ask('ciso', 'POST /api/contingency/downtimes/:downtimeKey/cancel', {
      params: { downtimeKey: alarm.key },
      body: { reason: 'Det var en enkelt skærm.' },
    });
    const [held, ended, failed] = [
      await test('plan-pumper'),
      await test('plan-boernesag'),
      await test('plan-oekonomi'),
    ];
    for (const { key: testKey } of [held, ended, failed])
      await ask('ciso', 'POST /api/contingency/tests/:testKey/start', { params: { testKey } });
    for (const { key: testKey } of [ended, failed])
      await ask('ciso', 'POST /api/contingency/tests/:testKey/end', { params: { testKey } });
    const params = { testKey: failed.key };
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
      body: { subjectKey: failed.key, title: 'Ret telefonlisten', ownerId: id, due: addDays(today, 30) },
    });
    await ask('ciso', 'POST /api/contingency/tests/:testKey/close', { params });
    return { running: running.key, alarm: alarm.key, held: held.key, ended: ended.key, failed: failed.key };
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
