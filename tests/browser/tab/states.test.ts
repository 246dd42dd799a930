/** Every view in each of its states; a new view joins as one row. All views of a state are walked in one tab. */
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiName } from '../../../tab/shared/api/client.ts';
import { until } from '../../support/until.ts';
import { goTo, ownTab, refusal, sharedTab, today } from '../tab-page.ts';

const views = [
  ['GET /api/me', '/'],
  ['GET /api/obligations', '/tasks'],
  ['GET /api/obligations/centres', '/centre'],
  ['GET /api/reminders/wishes', '/tasks/reminders'],
  ['GET /api/reminders/preview', '/operations/reminders'],
  ['GET /api/reminders/log', '/operations/reminders?part=log'],
  ['GET /api/reminders/cadences', '/operations/reminders?part=cadences'],
  ['GET /api/policy', '/policy'],
  ['GET /api/policy/versions/:versionKey', '/policy/versions/policy-4-0'],
  ['GET /api/policy/versions/:versionKey/coverage', '/policy/coverage'],
  ['GET /api/unreachable', '/policy/unreachable'],
  ['GET /api/procedures', '/procedures'],
  ['GET /api/procedures/:procedureKey', '/procedures/retningslinje-adgang'],
  ['GET /api/procedure-coverage', '/procedures/coverage'],
  ['GET /api/procedure-areas', '/procedures/areas'],
  ['GET /api/learning', '/learning'],
  ['GET /api/learning/rounds/:roundKey/coverage', '/learning/coverage'],
  ['GET /api/learning/rounds', '/learning/rounds'],
  ['GET /api/learning/courses', '/learning/courses/new'],
  ['GET /api/learning/exemptions', '/learning/exemptions'],
  ['GET /api/organisation', '/organisation'],
  ['GET /api/organisation/centres/:centreId', '/organisation/centres/voksne-og-velfaerd'],
  ['GET /api/organisation/assignments', '/organisation/roles'],
  ['GET /api/operations', '/operations'],
  ['GET /api/wheel', '/wheel'],
  ['GET /api/wheel/heat', '/wheel/heat'],
  ['GET /api/wheel/tasks/:taskKey', '/wheel/tasks/catalogue.policyCommunication_2026-12-01'],
  ['GET /api/wheel/activities', '/wheel/activities'],
  ['GET /api/wheel/plans', '/wheel/plans'],
  ['GET /api/wheel/meetings', '/wheel/meetings'],
  ['GET /api/wheel/meetings/:meetingKey', '/wheel/meetings/netvaerk-efteraar'],
  ['GET /api/approvals', '/approvals'],
  ['GET /api/approvals/:requestKey', '/approvals/measure_tiltag-falske-mails_1'],
  ['GET /api/agendas', '/approvals/agendas'],
  ['GET /api/agendas/:agendaKey', '/approvals/agendas/{agenda}'],
  ['GET /api/sign-sheets', '/sign-sheets'],
  ['GET /api/sign-sheet-people', '/sign-sheets/new?kind=acknowledgePolicy&subject=policy-4-0'],
  ['GET /api/sign-sheets/:sheetKey', '/sign-sheets/{sheet}'],
  ['GET /api/incidents', '/incidents'],
  ['GET /api/incident-guides', '/incidents/answers'],
  ['GET /api/measures', '/measures'],
  ['GET /api/measures/:measureKey', '/measures/tiltag-noeglekort'],
  ['GET /api/risks/overview', '/risks'],
  ['GET /api/risks/register', '/risks/register'],
  ['GET /api/assets', '/risks/assets'],
  ['GET /api/assets/:assetKey', '/risks/assets/sys-omsorg'],
  ['GET /api/own-assets', '/systems'],
  ['GET /api/leavers', '/hand-overs'],
  ['GET /api/leavers/:personId', '/hand-overs/person/{leaver}'],
  ['GET /api/successions/:successionKey', '/hand-overs/{succession}'],
  ['GET /api/risks/trend', '/risks/trend'],
  ['GET /api/risks/checks', '/risks/checks'],
  ['GET /api/standards', '/standards'],
  ['GET /api/standards/:standardKey', '/standards/iso27001-a'],
  ['GET /api/requirement-gaps', '/standards/gaps'],
  ['GET /api/requirements-twice', '/standards/twice'],
  ['GET /api/controls', '/standards/controls'],
  ['GET /api/controls/:controlKey', '/standards/controls/ktr-adgange'],
  ['GET /api/risks/assessments/:assessmentKey', '/risks/assessments/arb-aktindsigt_1'],
  ['GET /api/risks/register/:riskKey', '/risks/register/sys-boernesag_system.phishing'],
  ['GET /api/risks/scales', '/risks/scales'],
  ['GET /api/risks/catalogues', '/risks/catalogues'],
  ['GET /api/critical-services', '/contingency/services'],
  ['GET /api/critical-services/:serviceKey', '/contingency/services/ydelse-hjemmepleje'],
  ['GET /api/assets/:assetKey/continuity', '/contingency/systems/sys-omsorg'],
  ['GET /api/continuity-settings', '/contingency/settings'],
  ['GET /api/contingency/plans', '/contingency/plans'],
  ['GET /api/contingency/plans/:planKey', '/contingency/plans/plan-omsorg'],
  ['GET /api/contingency/coverage', '/contingency/coverage'],
  ['GET /api/contingency/tests', '/contingency/tests'],
  ['GET /api/contingency/improvements', '/contingency/tests?show=improvements'],
  ['GET /api/contingency/test-plans', '/contingency/tests/new'],
  ['GET /api/contingency/test-plans/:planKey', '/contingency/tests/new?plan=plan-omsorg'],
  ['GET /api/contingency/tests/:testKey', '/contingency/tests/afproev-logon'],
  ['GET /api/contingency/downtimes', '/contingency/downtime'],
  ['GET /api/contingency/downtime-assets', '/contingency/downtime/new'],
  ['GET /api/contingency/downtime-preview', '/contingency/downtime/new?asset=sys-omsorg'],
  ['GET /api/contingency/downtimes/:downtimeKey', '/contingency/downtime/nede-omsorg'],
  ['GET /api/contingency/packs', '/contingency/packs'],
  ['GET /api/contingency/overview', '/contingency'],
  ['GET /api/contingency/dependencies', '/contingency/dependencies?asset=sys-omsorg'],
] as const;

type View = readonly [name: ApiName, path: string];

describe('a view', () => {
  /** Microsoft 365 is down: the program's responses are stale. */
  const { openTab, leave, wasAsked, fails, works, filled } = ownTab(
    {},
    async ({ ask, person, journey }) => {
      const agenda = await ask('ciso', 'POST /api/agendas', {
        body: {
          title: 'Udvalgsmøde',
          body: 'corporateManagement',
          meetsOn: today,
          requestKeys: ['measure_tiltag-falske-mails_1'],
        },
      });
      const anne = await person('employee');
      const sheet = await ask('ciso', 'POST /api/sign-sheets', {
        body: {
          kind: 'acknowledgePolicy',
          subjectKey: 'policy-4-0',
          way: 'meeting',
          heldOn: today,
          personIds: [anne.id],
        },
      });
      const leaver = await person('coordinator');
      const succession = await ask('ciso', 'POST /api/successions', {
        body: { fromPersonId: leaver.id, toPersonId: anne.id, note: 'Stopper' },
      });
      await journey.control('PUT', 'faults', { graph: { away: true } });
      await until('stale lists', async () => (await ask('ciso', 'GET /api/operations', {})).freshness.stale);
      return { agenda: agenda.key, sheet: sheet.key, leaver: leaver.id, succession: succession.key };
    },
    { stays: true },
  );
  let open: Awaited<ReturnType<typeof openTab>> | undefined;
  /** The view, with its response refused; in the open tab unless that response was requested in it before. */
  const look = async ([name, path]: View, failure: () => void, person = 'ciso'): Promise<Frame> => {
    if (open?.isClosed() || wasAsked(name)) {
      await leave();
      open = undefined;
    }
    failure();
    if (open) await goTo(open.tab, filled(path));
    else open = await openTab({ person, path: filled(path) });
    return open.tab;
  };
  const begin = async () => {
    await leave();
    open = undefined;
  };

  describe('says that it is loading, then in words that it failed, with the number for support, and how old is what comes', () => {
    beforeAll(begin);
    afterAll(begin);
    it.each(views)('%s at %s', async (...view) => {
      const [name] = view;
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const body = refusal('test', 'Noget gik galt hos os.');
      const tab = await look(view, () => fails(name, 500, { until: promise, body }));
      await expect.poll(() => wasAsked(name), { interval: 10 }).toBe(true);
      await tab.getByRole('status').filter({ hasText: 'Henter' }).first().waitFor();
      resolve(undefined);
      const alert = tab.getByRole('alert');
      await alert.getByText('Noget gik galt hos os.').waitFor();
      await alert.getByText('req-4711').waitFor();

      works(name);
      await alert.getByRole('button', { name: 'Prøv igen' }).click();
      await tab
        .getByText(/^Oplysningerne er fra kl\. 09\.\d\d\. Microsoft 365 svarer ikke lige nu/)
        .first()
        .waitFor();
      await alert.getByText('Noget gik galt hos os.').waitFor({ state: 'detached' });
      await tab.getByRole('heading', { level: 1 }).waitFor();
    });
  });

  describe('says who has access when the reader has none', () => {
    beforeAll(begin);
    afterAll(begin);
    it.each(views)('%s at %s', async (...view) => {
      const [name] = view;
      const tab = await look(view, () => fails(name, 403, { body: refusal('test', 'Nej', 'forbidden') }), 'employee');
      await tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
      works(name);
    });
  });
});

describe('on the way', () => {
  const { openTab, fails, works, asked } = sharedTab();
  const count = (name: string) => asked().filter((line) => line === name).length;
  const home = /^Du har \d+ /;

  it('tries by itself again when Microsoft 365 was away for a moment', async () => {
    fails('GET /api/me', 503, { body: refusal('test', 'Væk', 'unavailable'), times: 1 });
    const { tab } = await openTab();
    await tab.getByRole('heading', { level: 1, name: home }).waitFor();
  });

  it('says that one must wait, asks nothing meanwhile, and comes back by itself', async () => {
    const words = 'Der er kommet for mange forespørgsler fra dig på kort tid. Vent 3 sekunder, og prøv igen.';
    const body = refusal('test', words, 'unavailable');
    for (const [path, name, heading] of [
      ['/', 'GET /api/me', home],
      ['/learning', 'GET /api/learning', 'Du skal tage kurset GDPR i hverdagen.'],
    ] as const) {
      fails(name, 429, { body, headers: { 'retry-after': '3' }, times: 1 });
      const before = count(name);
      const { tab, close } = await openTab({ path });
      await tab.getByText(words).waitFor();
      expect(count(name) - before).toBe(1);
      await tab.getByText(words).waitFor({ state: 'detached' });
      await tab.getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(count(name) - before).toBe(2);
      await close();
    }
  });

  it('keeps what it shows when a later look fails, and says so', async () => {
    const { tab } = await openTab({ path: '/policy' });
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();
    fails('GET /api/policy', 500, { body: refusal('test', 'Noget gik galt hos os.') });
    await tab.getByRole('link', { name: 'Organisation' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Ishøj Kommune' }).waitFor();
    await tab.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 6_000;
    });
    await tab.getByRole('link', { name: 'Politik og procedurer', exact: true }).click();
    await tab.getByText('Noget gik galt hos os.').waitFor();
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();
  });

  it.each([
    ['missing', 404, 'Siden findes ikke'],
    ['forbidden', 403, 'Du har ikke adgang til denne side'],
  ] as const)('does not show a record again that is %s since', async (kind, status, words) => {
    const name = 'GET /api/policy/versions/:versionKey';
    const { tab } = await openTab({ path: '/policy/versions/policy-4-0' });
    const title = tab.getByRole('heading', { level: 1, name: 'Informationssikkerhedspolitik' });
    await title.waitFor();
    fails(name, status, { body: refusal('test', 'Versionen findes ikke.', kind) });
    await tab.evaluate(() => dispatchEvent(new Event('focus')));
    await tab.getByRole('heading', { name: words }).waitFor();
    expect(await title.count()).toBe(0);
    works(name);
    await tab.evaluate(() => dispatchEvent(new Event('focus')));
    await title.waitFor();
  });

  it('looks again whenever the reader comes back from the chat, however soon', async () => {
    const { tab } = await openTab();
    await tab.getByRole('heading', { level: 1, name: home }).waitFor();
    const before = count('GET /api/me');
    await tab.evaluate(() => dispatchEvent(new Event('focus')));
    await expect.poll(() => count('GET /api/me')).toBe(before + 1);
  });

  it('gets a new token when the old has run out', async () => {
    fails('GET /api/me', 401, { times: 1 });
    const { tab } = await openTab();
    await tab.getByRole('heading', { level: 1, name: home }).waitFor();
  });

  it('says that Teams could not tell who reads when no token is given', async () => {
    const { tab } = await openTab({ refuse: true });
    await tab.getByText('Teams kunne ikke bekræfte, hvem du er.').waitFor();
  });

  it('says that an address leads nowhere, with the way home', async () => {
    const { tab } = await openTab({ path: '/findes/ikke' });
    await tab.getByRole('heading', { name: 'Siden findes ikke' }).waitFor();
    await tab.getByRole('link', { name: 'Gå til Mit overblik' }).click();
    await tab.getByRole('heading', { level: 1, name: home }).waitFor();
  });

  it('copies the number for support', async () => {
    fails('GET /api/me', 500);
    const { tab, page } = await openTab();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab.getByRole('button', { name: 'Kopiér' }).click();
    await tab.getByRole('button', { name: 'Kopieret' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('req-4711');
  });
});
