import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, overflows } from './mock/browser.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (...args: [opening?: object, screen?: object]) => openTab(...args);
const asIsk = (path: string, screen?: object) => show({ person: 'isk', path }, screen);
const asked = (part: string) => mock.asked.filter((request) => request.includes(part));

/** The reader owes a reading of the procedure about records. */
const oweReading = () =>
  mock.override('GET /api/me', {
    change: (me) => ({
      ...me,
      obligations: [
        {
          ...{ key: 'o2', kind: 'acknowledgeProcedure', title: 'Udlevering af journaler', due: '2026-12-06' },
          ...{ since: '2026-11-22', daysLeft: 12, path: '/procedures/journal', state: 'open', personal: true },
        },
      ],
    }),
  });

/** Lets a file fall on an element, as from the desktop. */
const drop = (tab: Frame, selector: string, name: string, size = 20) =>
  tab.evaluate(
    ({ on, file, length }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(length).fill(80)], file));
      const place = document.querySelector(on);
      for (const kind of ['dragover', 'drop'])
        place?.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    { on: selector, file: name, length: size },
  );

describe('finding and reading', () => {
  it('is two presses from the overview to the receipt', async () => {
    oweReading();
    const { tab } = await show();
    await tab.getByRole('link', { name: 'Læs og bekræft' }).click();
    await tab.getByText('Læs den, og bekræft senest om 12 dage (6. december).').waitFor();
    await tab.getByText('Alle i Center for Voksne og Velfærd (412 medarbejdere)').waitFor();
    await tab.getByRole('button', { name: 'Jeg har læst og følger den' }).click();
    await tab.getByText(/^Tak, Kim\. Du bekræftede den 24\. nov\. 2026 kl\./).waitFor();
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toContain('Tak, Kim.');
  });

  it('answers first, finds a word in the text, and keeps what is chosen in the address', async () => {
    oweReading();
    const { tab, complaints } = await show({ path: '/procedures' });
    const answer = '3 procedurer og 5 retningslinjer gælder for dig, 1 venter på, at du læser den';
    await tab.getByRole('heading', { level: 1, name: answer }).waitFor();
    await tab.getByRole('link', { name: 'Læs og bekræft: Udlevering af journaler' }).waitFor();
    expect(await tab.getByLabel('Status').count()).toBe(0);
    expect(await tab.getByText('Nøgler til medicinskabe').count()).toBe(0);
    await tab.getByRole('button', { name: 'Lokale procedurer' }).click();
    await tab.getByText('3 fundet').waitFor();
    await tab.getByRole('searchbox', { name: 'Søg i procedurer' }).fill('loggen');
    await tab.getByText('… 2. Skriv i loggen, hvem der fik hvad. 3. Lås skabet igen. …').first().waitFor();
    expect(await tab.evaluate(() => location.search)).toBe('?kind=procedure&q=loggen');
    await tab.getByRole('heading', { level: 1, name: answer }).waitFor();
    await tab.getByRole('searchbox', { name: 'Søg i procedurer' }).fill('zebra');
    await tab.getByRole('button', { name: 'Ryd søgningen' }).click();
    await tab.getByText('8 fundet').waitFor();
    await tab.getByRole('button', { name: 'Procedure', exact: true }).click();
    await expect.poll(() => asked('descending=true').length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('shows a document’s words and a picture, and opens the file', async () => {
    const { tab, page } = await show({ person: 'ciso', path: '/procedures/mobile' });
    await tab.getByText('Sådan læser vi filen, så du kan se den uden at åbne den.').waitFor();
    await tab.getByText('Lås skærmen, når du går ind til en borger.').waitFor();
    await tab.getByText('Word-dokument · 47 kB').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Åbn filen' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('Dør.png');
    await tab.evaluate(() => history.pushState(null, '', '/tab/procedures/board'));
    const picture = tab.getByRole('img', { name: 'Billede: Tavlen.png' });
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2);
  });

  it('teaches what comes while there is nothing', async () => {
    mock.override('GET /api/procedures', {
      change: (view) => ({ ...view, procedures: [], total: 0, counts: { procedures: 0, guidelines: 0 } }),
    });
    const { tab } = await asIsk('/procedures');
    await tab.getByRole('heading', { name: 'Her kommer procedurer og retningslinjer' }).waitFor();
    await tab.getByText('Begynd med en Word-fil, I allerede har').waitFor();
  });
});

describe('bringing a procedure on', () => {
  it('says why it was sent back, who decides and for how many, and sends it again', async () => {
    const { tab } = await asIsk('/procedures');
    await tab.getByRole('link', { name: 'Se, hvad der skal rettes: Nøgler til medicinskabe' }).click();
    await tab.getByText('Skriv også, hvad man gør, når en nøgle bliver væk.').waitFor();
    await tab.getByText('Godkendt 21. nov. 2026').waitFor();
    await tab.getByRole('button', { name: 'Send til godkendelse' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Send Nøgler til medicinskabe til godkendelse' });
    await dialog
      .getByText('Når den er godkendt, gælder den for 412 medarbejdere i Center for Voksne og Velfærd.')
      .waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(2);
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Send til godkendelse' }).click();
    await tab.getByText('Nøgler til medicinskabe er sendt til godkendelse.').waitFor();
    await tab.getByText('Den er sendt og kan ikke rettes, mens den bliver afgjort.').waitFor();
    expect(await tab.getByRole('link', { name: 'Ret', exact: true }).count()).toBe(0);
  });

  it('shows what a new version changes, and everybody who has acknowledged the old one', async () => {
    const { tab } = await asIsk('/procedures/mail');
    await tab.getByText('Det ændrer den').click();
    await tab.locator('ins', { hasText: ', og skriv det i loggen.' }).waitFor();
    await tab.getByRole('link', { name: 'Læs den', exact: true }).click();
    await tab.getByText('Denne version er ikke godkendt endnu.').waitFor();
    await tab.evaluate(() => history.pushState(null, '', '/tab/procedures/journal'));
    await tab.getByRole('heading', { name: '388 af 412 har bekræftet' }).waitFor();
    await tab.getByRole('button', { name: 'Har bekræftet' }).click();
    await tab.getByText('13. nov. 2026 kl. 09.00').first().waitFor();
    await tab.getByRole('link', { name: '1 – Udlevering af journaler' }).click();
    await tab.getByText('Denne version gælder ikke længere.').waitFor();
  });

  it('renews what still holds, and takes out of use with a reason', async () => {
    const { tab } = await asIsk('/procedures/mobile?act=renew');
    const renew = tab.getByRole('dialog', { name: 'Gælder Mobiler i hjemmeplejen stadig?' });
    await renew.getByText('Centerchefen afgør, om den fornyes. Så skal den ses efter igen om 12 måneder.').waitFor();
    await renew.getByRole('button', { name: 'Send til fornyelse' }).click();
    await tab.getByRole('heading', { name: 'Om den stadig gælder, er ved at blive afgjort' }).waitFor();
    await tab.getByRole('button', { name: 'Tag ud af brug' }).click();
    const retire = tab.getByRole('dialog', { name: 'Tag Mobiler i hjemmeplejen ud af brug?' });
    await retire.getByRole('button', { name: 'Tag ud af brug' }).click();
    await retire.getByText('Udfyld feltet').waitFor();
    await retire.getByLabel('Hvorfor?').fill('Står i den nye vejledning');
    await retire.getByRole('button', { name: 'Tag ud af brug' }).click();
    await tab.getByText(/Taget ud af brug 24\. nov\. 2026 af .*: Står i den nye vejledning/).waitFor();
  });
});

describe('writing', () => {
  it('takes a Word file that is dropped on the page from there to approval', async () => {
    const { tab } = await asIsk('/procedures/new?guideline=g3');
    await tab.getByRole('heading', { name: 'Hvordan vil du begynde?' }).waitFor();
    await drop(tab, '[data-part="procedure-begin"]', 'gammel.doc');
    await tab.getByText('gammel.doc er et Word-dokument i det gamle format.').waitFor();
    await drop(tab, '[data-part="procedure-begin"]', 'udlån_af_tablets.docx');
    await expect.poll(() => tab.getByLabel('Titel').inputValue()).toBe('Udlån af tablets');
    await tab.getByText('udlån_af_tablets.docx').waitFor();
    expect(await tab.getByLabel('Udfører retningslinjen').inputValue()).toBe('g3');
    await tab.getByRole('button', { name: 'Gem og send til godkendelse' }).click();
    await tab.getByText('Skriv det, før du sender den til godkendelse.').waitFor();
    await tab.getByText('Der er 2 felter, der skal rettes.').waitFor();
    await tab.getByLabel('Kort fortalt, hvad der er nyt').fill('Tablets lånes ud i skabet.');
    await tab.getByLabel('Område').selectOption('records');
    await expect.poll(() => tab.getByLabel('Hvor tit skal den ses efter?').inputValue()).toBe('24');
    await tab.getByText('Efter centerchefen afgør Informationssikkerhedsudvalget det.').waitFor();
    await tab.getByLabel('Bestemte stillinger').check();
    await tab.getByRole('searchbox', { name: 'Find en stilling' }).fill('syge');
    await tab.getByLabel('Sygeplejerske').click();
    await tab.getByText('Den gælder for 64 medarbejdere.').waitFor();
    mock.override('PUT /api/procedures/:procedureKey/draft/file', {
      ...{ status: 503, body: refusal('Microsoft 365 svarer ikke. Prøv igen.'), times: 1 },
    });
    await tab.getByRole('button', { name: 'Gem og send til godkendelse' }).click();
    await tab.getByText('Microsoft 365 svarer ikke. Prøv igen.').waitFor();
    await tab.getByRole('button', { name: 'Gem og send til godkendelse' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Send Udlån af tablets til godkendelse' });
    await dialog.getByRole('button', { name: 'Send til godkendelse' }).click();
    await tab.getByText('Udlån af tablets er sendt til godkendelse.').waitFor();
    await tab.getByText('Word-dokument · 20 byte').waitFor();
    await tab.getByText('Sygeplejerske i Center for Voksne og Velfærd (412 medarbejdere)').waitFor();
    expect(asked('POST /api/procedures').filter((line) => line === 'POST /api/procedures')).toHaveLength(1);
  });

  it('keeps itself, says at the fields what the API refuses, and shows how the text will look', async () => {
    mock.override('PUT /api/procedures/:procedureKey/draft', {
      ...{ status: 422, body: refusal('Ret felterne', [{ path: 'title', message: 'Titlen er brugt' }]), times: 1 },
    });
    const { tab, page } = await asIsk('/procedures/keys/edit');
    await tab.getByText('Skriv også, hvad man gør, når en nøgle bliver væk.').waitFor();
    await tab.getByRole('button', { name: 'Vis Markdown' }).click();
    await tab.getByLabel('Tekst').last().fill('# Nøgler\n\nSig det til **lederen**.');
    await tab.getByRole('button', { name: 'Sådan ser den ud' }).click();
    await tab.getByRole('heading', { level: 2, name: 'Nøgler', exact: true }).waitFor();
    await drop(tab, '[data-part="file-drop"]', 'nøgler.pdf');
    await tab.getByText('Filen sendes, når du gemmer.').waitFor();
    await tab.getByText('Gemt på denne enhed').waitFor();
    await expect.poll(() => tab.evaluate(() => JSON.stringify(localStorage))).toContain('nøgler.pdf');
    await page.reload();
    const again = page.frames()[1];
    if (!again) throw new Error('no tab');
    await again.getByText('Vi har hentet det, du skrev sidst. nøgler.pdf er ikke gemt på denne enhed.').waitFor();
    await again.getByRole('button', { name: 'Gem kladden' }).click();
    await again.getByText('Titlen er brugt').waitFor();
    await expect
      .poll(() => again.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value))
      .toBe('Nøgler til medicinskabe');
    await again.getByRole('button', { name: 'Gem kladden' }).click();
    await again.getByText('Kladden er gemt.').waitFor();
    await again.getByText('Sig det til').waitFor();
  });

  it('shows how far a file is, and stops when asked to', async () => {
    mock.override('PUT /api/procedures/:procedureKey/draft/file', { until: new Promise(() => undefined) });
    const { tab } = await asIsk('/procedures/keys/edit');
    await tab.getByRole('button', { name: 'Vælg en fil' }).waitFor();
    await drop(tab, '[data-part="file-drop"]', 'film.mp4');
    await tab.getByText('film.mp4 kan ikke bruges. Filen skal være Word (.docx), PDF eller billede.').waitFor();
    await drop(tab, '[data-part="file-drop"]', 'stor.pdf', 51 * 1024 * 1024);
    await tab.getByText('stor.pdf fylder 51 MB, og der er plads til 50 MB.').waitFor();
    // More than the connection swallows while nobody reads at its other end.
    await drop(tab, '[data-part="file-drop"]', 'nøgler.pdf', 40 * 1024 * 1024);
    await tab.getByText('PDF · 40 MB').waitFor();
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByRole('progressbar', { name: 'Sender nøgler.pdf' }).waitFor();
    await tab.getByText(/^\d\d?\s% sendt$/).waitFor();
    await tab.getByRole('button', { name: 'Stop', exact: true }).click();
    await tab.getByRole('button', { name: 'Vælg en anden fil' }).waitFor();
    expect(await tab.getByRole('alert').filter({ hasText: 'lykkedes ikke' }).count()).toBe(0);
  });

  it('is closed to those who may not write, and begins from a template', async () => {
    const { tab } = await show({ person: 'ciso', path: '/procedures/new' });
    await tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
    await tab.evaluate(() => history.pushState(null, '', '/tab/procedures/new?kind=guideline'));
    await tab.getByRole('button', { name: 'Brug den: Papirer og skærme' }).click();
    await tab.getByRole('textbox', { name: 'Tekst' }).getByRole('heading', { name: 'Papirer og skærme' }).waitFor();
    await tab.getByLabel('Hvert center skal have en lokal procedure').check();
    await tab.getByLabel('Titel').fill('Rene borde');
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Rene borde' }).waitFor();
    await tab.getByText('Skriv kort, hvad der er nyt, før du sender den.').waitFor();
  });
});

describe('following up', () => {
  it('walks the matrix by arrow keys and leads from a cell to what to do', async () => {
    const { tab, page } = await asIsk('/procedures/coverage');
    await tab.getByRole('heading', { level: 1, name: '25 af 45 lokale procedurer er på plads' }).waitFor();
    const here = () => tab.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await tab.locator('[data-place="0-0"]').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(here).toBe('Adgangskoder og to-faktor, Center for Børn og Forebyggelse: Mangler');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(here)
      .toBe('Journaler og papirer på arbejdspladsen, Center for Voksne og Velfærd: Skal ses efter. Se den efter');
    expect(await tab.locator('[data-part="matrix"] [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Udlevering af journaler' }).waitFor();
  });

  it('is whole on paper, where nobody scrolls or presses a key', async () => {
    const { tab, page } = await asIsk('/procedures/coverage');
    await tab.locator('[data-part="matrix"]').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 800, height: 1100 });
    await expect
      .poll(() =>
        tab.locator('[data-part="matrix"]').evaluate((matrix) => matrix.getBoundingClientRect().right <= innerWidth),
      )
      .toBe(true);
    expect(await tab.getByText('Gå rundt med piletasterne').isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  });

  it('says the same in a table, and centre by centre on a narrow screen', async () => {
    const { tab, page } = await asIsk('/procedures/coverage');
    await tab.getByRole('link', { name: '5 mangler' }).click();
    await tab.getByText('5 fundet').waitFor();
    await tab
      .getByRole('row', { name: /Sikker mail og deling .* Mangler/ })
      .first()
      .waitFor();
    await tab.getByRole('link', { name: '3 ikke på plads' }).first().click();
    await tab.getByText('3 fundet').waitFor();
    expect(await tab.getByRole('row', { name: /Center for Dagtilbud og Skoler/ }).count()).toBe(3);
    await tab.getByRole('button', { name: 'Billede' }).click();
    await page.setViewportSize({ width: 320, height: 640 });
    const own = tab.getByRole('region', { name: 'Center for Voksne og Velfærd' });
    await own.getByRole('link', { name: /^Se den efter: Journaler/ }).waitFor();
    expect(await tab.locator('[data-part="matrix"]').count()).toBe(0);
    expect(await overflows(tab)).toBe(false);
  });

  it('changes who decides in an area, and makes a new one', async () => {
    const { tab } = await show({ person: 'ciso', path: '/procedures/areas' });
    await tab.getByRole('button', { name: 'Ret Udstyr' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Ret Udstyr' });
    await dialog.getByLabel('Informationssikkerhedsudvalget').check();
    await dialog.getByLabel('Ses efter hver (måneder)').fill('40');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.getByText('Skriv et tal fra 1 til 36').waitFor();
    await dialog.getByLabel('Ses efter hver (måneder)').fill('18');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByRole('row', { name: /Udstyr Informationssikkerhedsudvalget 18 måneder/ }).waitFor();
    await tab.getByRole('button', { name: 'Nyt område' }).click();
    await tab.getByRole('dialog').getByLabel('Navn').fill('Kameraer');
    await tab.getByRole('dialog').getByRole('button', { name: 'Gem' }).click();
    await tab.getByRole('heading', { level: 1, name: '4 områder' }).waitFor();
  });
});
