/** Every view in each of its states; a new view joins as one row. All views of a state are walked in one tab. */
import type { Browser, Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatTime } from '../../../api/texts/format.ts';
import { arrived, goTo, open, type Opened } from './mock/browser.ts';
import { refusal, sharedMock, type MockServer, type Override } from './mock/server.ts';
import { launch, leaveBrowser } from '../launch.ts';

let mock: MockServer;
let browser: Browser;
let opened: Opened | undefined;
beforeAll(async () => {
  [mock, browser] = await Promise.all([sharedMock(), launch()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});
const leave = async () => {
  await opened?.close();
  opened = undefined;
};

const views = [
  ['GET /api/me', '/'],
  ['GET /api/obligations', '/tasks'],
  ['GET /api/obligations/centres', '/centre'],
  ['GET /api/reminders/wishes', '/tasks/reminders'],
  ['GET /api/reminders/preview', '/operations/reminders'],
  ['GET /api/reminders/log', '/operations/reminders?part=log'],
  ['GET /api/reminders/cadences', '/operations/reminders?part=cadences'],
  ['GET /api/policy', '/policy'],
  ['GET /api/policy/versions/:versionKey', '/policy/versions/v4.0'],
  ['GET /api/policy/versions/:versionKey/coverage', '/policy/coverage'],
  ['GET /api/unreachable', '/policy/unreachable'],
  ['GET /api/procedures', '/procedures'],
  ['GET /api/procedures/:procedureKey', '/procedures/journal'],
  ['GET /api/procedure-coverage', '/procedures/coverage'],
  ['GET /api/procedure-areas', '/procedures/areas'],
  ['GET /api/learning', '/learning'],
  ['GET /api/learning/rounds/:roundKey/coverage', '/learning/coverage'],
  ['GET /api/learning/rounds', '/learning/rounds'],
  ['GET /api/learning/courses', '/learning/courses/new'],
  ['GET /api/learning/exemptions', '/learning/exemptions'],
  ['GET /api/organisation', '/organisation'],
  ['GET /api/organisation/centres/:centreId', '/organisation/centres/c1'],
  ['GET /api/organisation/assignments', '/organisation/roles'],
  ['GET /api/operations', '/operations'],
  ['GET /api/wheel', '/wheel'],
  ['GET /api/wheel/heat', '/wheel/heat'],
  ['GET /api/wheel/tasks/:taskKey', '/wheel/tasks/manager-risk.2026-12-12.c6'],
  ['GET /api/wheel/activities', '/wheel/activities'],
  ['GET /api/wheel/plans', '/wheel/plans'],
  ['GET /api/wheel/meetings', '/wheel/meetings'],
  ['GET /api/wheel/meetings/:meetingKey', '/wheel/meetings/m2'],
  ['GET /api/approvals', '/approvals'],
  ['GET /api/approvals/:requestKey', '/approvals/journals'],
  ['GET /api/agendas', '/approvals/agendas'],
  ['GET /api/agendas/:agendaKey', '/approvals/agendas/december'],
  ['GET /api/sign-sheets', '/sign-sheets'],
  ['GET /api/sign-sheet-people', '/sign-sheets/new?kind=acknowledgePolicy&subject=v4.0'],
  ['GET /api/sign-sheets/:sheetKey', '/sign-sheets/meeting'],
  ['GET /api/incidents', '/incidents'],
  ['GET /api/incident-guides', '/incidents/answers'],
  ['GET /api/measures', '/measures'],
  ['GET /api/measures/:measureKey', '/measures/cards'],
  ['GET /api/risks/overview', '/risks'],
  ['GET /api/risks/register', '/risks/register'],
  ['GET /api/assets', '/risks/assets'],
  ['GET /api/assets/:assetKey', '/risks/assets/record'],
  ['GET /api/own-assets', '/systems'],
  ['GET /api/leavers', '/hand-overs'],
  ['GET /api/leavers/:personId', '/hand-overs/person/p30'],
  ['GET /api/successions/:successionKey', '/hand-overs/done'],
  ['GET /api/risks/trend', '/risks/trend'],
  ['GET /api/risks/checks', '/risks/checks'],
  ['GET /api/standards', '/standards'],
  ['GET /api/standards/:standardKey', '/standards/iso27001-a'],
  ['GET /api/requirement-gaps', '/standards/gaps'],
  ['GET /api/requirements-twice', '/standards/twice'],
  ['GET /api/controls', '/standards/controls'],
  ['GET /api/controls/:controlKey', '/standards/controls/access'],
  ['GET /api/risks/assessments/:assessmentKey', '/risks/assessments/workshop'],
  ['GET /api/risks/register/:riskKey', '/risks/register/peek'],
  ['GET /api/risks/scales', '/risks/scales'],
  ['GET /api/risks/catalogues', '/risks/catalogues'],
  ['GET /api/critical-services', '/contingency/services'],
  ['GET /api/critical-services/:serviceKey', '/contingency/services/medicine'],
  ['GET /api/assets/:assetKey/continuity', '/contingency/systems/journal'],
  ['GET /api/continuity-settings', '/contingency/settings'],
  ['GET /api/contingency/plans', '/contingency/plans'],
  ['GET /api/contingency/plans/:planKey', '/contingency/plans/home'],
  ['GET /api/contingency/coverage', '/contingency/coverage'],
  ['GET /api/contingency/tests', '/contingency/tests'],
  ['GET /api/contingency/improvements', '/contingency/tests?show=improvements'],
  ['GET /api/contingency/test-plans', '/contingency/tests/new'],
  ['GET /api/contingency/test-plans/:planKey', '/contingency/tests/new?plan=p1'],
  ['GET /api/contingency/tests/:testKey', '/contingency/tests/planned'],
  ['GET /api/contingency/downtimes', '/contingency/downtime'],
  ['GET /api/contingency/downtime-assets', '/contingency/downtime/new'],
  ['GET /api/contingency/downtime-preview', '/contingency/downtime/new?asset=journal'],
  ['GET /api/contingency/downtimes/:downtimeKey', '/contingency/downtime/running'],
  ['GET /api/contingency/packs', '/contingency/packs'],
  ['GET /api/contingency/overview', '/contingency'],
  ['GET /api/contingency/dependencies', '/contingency/dependencies?asset=journal'],
] as const;

type View = readonly [name: string, path: string];

/** The view, with its answer changed; in the tab that is open as long as nobody in it has asked for that answer before. */
async function look([name, path]: View, override: Override, person = 'ciso'): Promise<Frame> {
  if (mock.wasAsked(name)) await leave();
  if (!opened) mock.reset();
  mock.override(name, override);
  if (opened) await goTo(opened.tab, path);
  else opened = await open(browser, mock, { person, path });
  if (!override.until) await arrived(opened.tab, mock);
  return opened.tab;
}
/** The page's own heading, and the answer as it is again. */
async function filled(tab: Frame, [name]: View): Promise<void> {
  mock.override(name, undefined);
  await tab.getByRole('heading', { level: 1 }).waitFor();
}

describe('a view', () => {
  afterAll(leave);
  beforeAll(leave);
  afterEach(({ task }) => (task.result?.state === 'fail' ? leave() : undefined));

  describe('says that it is loading, then in words that it failed, with the number for support, and how old is what comes', () => {
    // Each view as of another minute, counted from one moment: what stands in a notice is the age of this one.
    const anHourAgo = Date.now() - 3_600_000;
    it.each(views)('%s at %s', async (...view) => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const tab = await look(view, { until: promise, status: 500, body: refusal('Noget gik galt hos os.') });
      await expect.poll(() => mock.wasAsked(view[0]), { interval: 10 }).toBe(true);
      await tab.getByRole('status').filter({ hasText: 'Henter' }).first().waitFor();
      resolve(undefined);
      const alert = tab.getByRole('alert');
      await alert.getByText('Noget gik galt hos os.').waitFor();
      await alert.getByText('req-4711').waitFor();

      const asOf = new Date(anHourAgo - 60_000 * views.findIndex(([name]) => name === view[0]));
      const freshness = { asOf: asOf.toISOString(), stale: true };
      mock.override(view[0], { change: (answer) => ({ ...answer, freshness }) });
      await alert.getByRole('button', { name: 'Prøv igen' }).click();
      const time = formatTime(freshness.asOf, 'da');
      await tab.getByText(`Oplysningerne er fra kl. ${time}. Microsoft 365 svarer ikke lige nu`).waitFor();
      await filled(tab, view);
    });
  });

  describe('says who has access when the reader has none', () => {
    afterAll(leave);
    beforeAll(leave);
    it.each(views)('%s at %s', async (...view) => {
      const body = { error: { ...refusal('Nej').error, kind: 'forbidden' } };
      const tab = await look(view, { status: 403, body }, 'employee');
      await tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
      mock.override(view[0], undefined);
    });
  });
});

describe('on the way', () => {
  beforeEach(() => mock.reset());
  afterEach(leave);
  const show = async (opening: object = {}) => (opened = await open(browser, mock, opening));

  it('tries by itself again when Microsoft 365 was away for a moment', async () => {
    const away = { error: { ...refusal('Væk').error, kind: 'unavailable' } };
    mock.override('GET /api/me', { status: 503, body: away, times: 1 });
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
  });

  it('says once, above the page, that something was deleted in SharePoint, and not that Microsoft 365 is away', async () => {
    const freshness = { asOf: '2026-11-20T08:00:00.000Z', stale: true, held: true };
    for (const name of ['GET /api/me', 'GET /api/obligations'])
      mock.override(name, { change: (body) => ({ ...body, freshness }) });
    const { tab } = await show({ path: '/tasks' });
    const notice = tab.locator('[data-part="notice"]').filter({ hasText: 'slettet eller ændret i SharePoint' });
    await notice.first().waitFor();
    expect(await notice.count()).toBe(1);
    expect(await tab.getByText('Microsoft 365 svarer ikke').count()).toBe(0);
    const gap = await notice.evaluate(
      (found) => (found.nextElementSibling?.getBoundingClientRect().top ?? 0) - found.getBoundingClientRect().bottom,
    );
    expect(gap).toBeGreaterThan(8);
  });

  it('says that one must wait, asks nothing meanwhile, and comes back by itself', async () => {
    const words = 'Der er kommet for mange forespørgsler fra dig på kort tid. Vent 3 sekunder, og prøv igen.';
    const body = { error: { ...refusal(words).error, kind: 'unavailable' } };
    for (const [path, name, heading] of [
      ['/', 'GET /api/me', 'Du skylder én ting'],
      ['/learning', 'GET /api/learning', 'Du mangler kurset GDPR i hverdagen.'],
    ] as const) {
      mock.override(name, { status: 429, body, headers: { 'retry-after': '3' }, times: 1 });
      const { tab } = await show({ path });
      await tab.getByText(words).waitFor();
      const asked = () => mock.asked.filter((line) => line === name).length;
      expect(asked()).toBe(1);
      await tab.getByText(words).waitFor({ state: 'detached' });
      await tab.getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(asked()).toBe(2);
      await leave();
      mock.reset();
    }
  });

  it('keeps what it shows when a later look fails, and says so', async () => {
    const { tab } = await show({ path: '/policy' });
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();
    mock.override('GET /api/policy', { status: 500, body: refusal('Noget gik galt hos os.') });
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

  it('gets a new token when the old has run out', async () => {
    mock.override('GET /api/me', { status: 401, body: refusal('udløbet'), times: 1 });
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
  });

  it('says that Teams could not tell who reads when no token is given', async () => {
    const { tab } = await show({ refuse: true });
    await tab.getByText('Teams kunne ikke bekræfte, hvem du er.').waitFor();
  });

  it('says that an address leads nowhere, with the way home', async () => {
    const { tab } = await show({ path: '/findes/ikke' });
    await tab.getByRole('heading', { name: 'Siden findes ikke' }).waitFor();
    await tab.getByRole('link', { name: 'Gå til Mit overblik' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
  });

  it('copies the number for support', async () => {
    mock.override('GET /api/me', { status: 500, body: refusal('Noget gik galt hos os.') });
    const { tab, page } = await show();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab.getByRole('button', { name: 'Kopiér' }).click();
    await tab.getByRole('button', { name: 'Kopieret' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('req-4711');
  });
});
