import { describe, expect, it } from 'vitest';
import { axe } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, screen: object = {}) => openTab({ person: 'isk', path }, screen);

describe('tests of plans', () => {
  it('begin with what is due and its next step, then what is planned, running and held', async () => {
    const { tab } = await show('/contingency/tests');
    await tab
      .getByRole('heading', { level: 1, name: '3 planer skal afprøves inden nytår, en er over tiden' })
      .waitFor();
    await tab.getByText('23 dage over tiden (1. november) · Senest afprøvet 1. nov. 2025').waitFor();
    await tab.getByText('om 26 dage (20. december) · Ikke bestået 20. dec. 2025').waitFor();
    await tab.getByRole('link', { name: 'Planlagt til 8. dec. 2026' }).waitFor();
    const table = tab.getByRole('table', { name: 'Alle afprøvninger' });
    await table
      .getByRole('row', { name: /Skift til reservelinjen.*Ikke bestået.*5 timer.*1 af 3 gjort, en over tiden/ })
      .waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: 'Planlæg en afprøvning af Når omsorgsjournalen er nede' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Afprøv Når omsorgsjournalen er nede' }).waitFor();
  });

  it('are narrowed, shown month by month, and given as a workbook', async () => {
    const { tab, page } = await show('/contingency/tests');
    await tab.getByLabel('Status').selectOption('running');
    await expect.poll(() => tab.getByRole('row').count()).toBe(3);
    await tab.getByRole('button', { name: 'Måned for måned' }).click();
    await tab.getByRole('heading', { name: 'november 2026' }).waitFor();
    expect(await axe(tab)).toEqual([]);
    const file = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await file;
    await tab.getByRole('searchbox').fill('findes ikke');
    await tab.getByText('Intet passer til det, du har valgt.').waitFor();
    await tab.getByRole('button', { name: 'Vis alt' }).click();
    await tab.getByRole('link', { name: 'Nat uden nødkald' }).waitFor();
  });

  it('teach what they are while there is no plan', async () => {
    mock.override('GET /api/contingency/tests', {
      change: (body) => ({ ...body, due: [], tests: [], counts: { beforeNewYear: 0, overdue: 0, plans: 0 } }),
    });
    const { tab } = await show('/contingency/tests');
    await tab.getByRole('heading', { name: 'Der er ingen planer at afprøve endnu' }).waitFor();
    await tab.getByRole('link', { name: 'Gå til planerne' }).waitFor();
  });
});

describe('planning a test', () => {
  it('is filled in with a proposal; it is changed, says what happens, and is planned', async () => {
    const { tab } = await show('/contingency/tests/new?plan=p1');
    expect(await tab.getByLabel('Hvad er der sket?').inputValue()).toContain('Omsorgsjournalen svarer ikke');
    await tab
      .getByText('Lederen og 1 deltager får et kort i Teams om, at det er tirsdag 8. december kl. 09.00.')
      .waitFor();
    await tab.getByRole('radio', { name: /Fuldt stop/ }).check();
    await tab.getByLabel('Hvad skal den hedde?').fill('Hele morgenen uden journal');
    await tab.getByRole('searchbox').fill(refAt(30).name);
    await tab
      .getByRole('button', { name: new RegExp(refAt(30).name) })
      .first()
      .click();
    await tab.getByText('Lederen og 2 deltagere får et kort').waitFor();
    await tab.getByRole('button', { name: 'Tilføj en besked' }).click();
    await tab.getByLabel('Minut, besked 2').fill('20');
    await tab.getByRole('textbox', { name: /^Besked 2/ }).fill('Køkkenet ringer.');
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Planlæg afprøvningen' }).click();
    await tab.getByText('Afprøvningen er planlagt. Deltagerne får et kort i Teams.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Hele morgenen uden journal' }).waitFor();
    await tab.getByText('Køkkenet ringer.').waitFor();
  });

  it('says at the field what is wrong, and keeps what was written', async () => {
    const { tab } = await show('/contingency/tests/new?plan=p1');
    await tab.getByLabel('Hvad skal den hedde?').fill('');
    await tab.getByLabel('Minut, besked 1').fill('snart');
    await tab.getByRole('button', { name: `Fjern ${refAt(18).name}` }).click();
    await tab.getByRole('button', { name: 'Planlæg afprøvningen' }).click();
    await tab.getByText('Skriv et antal minutter fra 0 til 1440.').waitFor();
    await tab.getByText('Vælg mindst en, der er med.').waitFor();
    await tab.getByText('Der er 3 felter, der skal rettes.').waitFor();
    expect(mock.wasAsked('POST /api/contingency/tests')).toBe(false);
  });

  it('shows a refusal of the date at the date', async () => {
    mock.override('POST /api/contingency/tests', {
      status: 400,
      body: refusal('Ret felterne.', [{ path: 'on', message: 'Fristen er gået. Vælg i dag eller en senere dag.' }]),
      times: 1,
    });
    const { tab } = await show('/contingency/tests/new?plan=p1');
    await tab.getByRole('button', { name: 'Planlæg afprøvningen' }).click();
    await tab.getByText('Fristen er gået. Vælg i dag eller en senere dag.').waitFor();
  });

  it('begins with the choice of a plan when none is given', async () => {
    const { tab } = await show('/contingency/tests/new');
    await tab.getByRole('heading', { level: 1, name: 'Hvilken plan skal afprøves?' }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: 'Genetabler netværket' }).click();
    await tab.getByRole('button', { name: 'Planlæg afprøvningen' }).waitFor();
  });
});
