import { ownTab } from '../tab-page.ts';
import { movedRisk } from './moved-risk.ts';
import { walkPages } from './walk-pages.ts';

/** Not in the seed: a short form, an expired acceptance and an own catalogue. */
const tab = ownTab(
  {},
  async (world) => {
    const { ask } = world;
    const short = await ask('ciso', 'POST /api/risks/assessments', {
      body: { assetKey: 'arb-tilskud', form: 'quick' },
    });
    const moved = await movedRisk(world);
    const { catalogues } = await ask('ciso', 'POST /api/risks/catalogues', {
      body: {
        title: 'Biblioteker',
        kind: 'workProcess',
        threats: [{ title: 'Lånere ser hinandens lån' }, { title: 'En skærm står åben' }],
      },
    });
    const own = catalogues.find(({ source }) => source === 'own');
    return { short: short.key, moved, own: own?.key ?? 'none' };
  },
  { stays: true },
);

walkPages(
  [
    '/risks',
    '/risks?cell=3.3&moves=1&stage=target',
    '/risks?as=table',
    '/risks/register',
    '/risks/register?group=centre&cell=current.3.3',
    '/risks/assets?centreId=all',
    '/risks/assets/sys-omsorg',
    '/risks/assets/sys-omsorg/edit',
    '/risks/assets/import',
    '/risks/trend',
    '/risks/trend?as=table',
    '/risks/checks',
    '/standards',
    '/standards/iso27001-a',
    '/standards/gaps',
    '/standards/twice',
    '/standards/import',
    '/standards/controls',
    '/standards/controls/ktr-adgange',
    '/standards/controls/ktr-adgange/edit',
    '/standards/controls/new?requirement=nis2.6.1',
    '/risks/assessments/sys-velfaerdsrobot_1',
    '/risks/assessments/sys-velfaerdsrobot_1?threat=system.ransomware',
    '/risks/assessments/sys-velfaerdsrobot_1?as=table',
    '/risks/assessments/sys-velfaerdsrobot_1?part=about',
    '/risks/assessments/sys-velfaerdsrobot_1?part=finish',
    '/risks/assessments/{short}',
    '/risks/assessments/sys-omsorg_2',
    '/risks/register/sys-omsorg_system.ransomware',
    '/risks/register/{moved}',
    '/risks/scales',
    '/risks/scales?copy=herning',
    '/risks/catalogues',
    '/risks/catalogues?edit={own}',
  ],
  tab,
);
