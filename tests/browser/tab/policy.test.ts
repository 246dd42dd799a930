import { describe, expect, it } from 'vitest';
import { axe, overflows, resize } from './mock/browser.ts';
import { request, sentBack } from './mock/policy-way.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab: show } = tabUnderTest();
const asCiso = (path: string) => show({ person: 'ciso', path });

/** What stands before each end of a line that is neither a space nor a hyphen, of each heading. */
const brokenBadly = (headings: Element[]): string[][] =>
  headings.map((heading) => {
    const [node] = heading.childNodes;
    const text = node?.nodeValue ?? '';
    const tops = [...text].map((_, place) => {
      const range = document.createRange();
      range.setStart(node!, place);
      range.setEnd(node!, place + 1);
      // The first letter of a line has the hyphen of the line before, too.
      return range.getClientRects().item(range.getClientRects().length - 1)?.top ?? 0;
    });
    const ends = tops.flatMap((top, place) => (place > 0 && top > (tops[place - 1] ?? top) + 4 ? [place] : []));
    if (ends.length === 0) return ['one line'];
    return ends
      .filter((end) => !/[ \u00ad-] ?$/u.test(text.slice(0, end + 1)) && !/[ \u00ad-]$/u.test(text.slice(0, end)))
      .map((end) => text.slice(0, end));
  });

describe('reading and acknowledging', () => {
  it('shows the text without anything that runs or calls home', async () => {
    const { tab, complaints } = await show({ path: '/policy' });
    await tab.getByRole('heading', { level: 2, name: 'Formål' }).waitFor();
    await tab.getByText('<script>window.stolen = true</script>').waitFor();
    expect(await tab.evaluate(() => 'stolen' in window)).toBe(false);
    await expect.poll(() => tab.locator('[data-part="markdown"] script, [data-part="markdown"] img').count()).toBe(0);
    await expect.poll(() => tab.getByText('farligt').getAttribute('href')).toBe('');
    expect(complaints).toEqual([]);
  });

  it('breaks no word of its title while there is room for it above the buttons', async () => {
    const { page, tab } = await asCiso('/policy');
    const title = tab.getByRole('heading', { level: 1 });
    await title.waitFor();
    await title.evaluate((heading) => void (heading.textContent = 'Informationssikkerhedspolitik'));
    const lines = () =>
      title.evaluate((heading) => heading.clientHeight / parseFloat(getComputedStyle(heading).lineHeight));
    for (const width of [1280, 1024, 900, 760]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(async () => Math.round(await lines())).toBe(1);
    }
    // Where there is none, it is broken with a hyphen, in headings of every kind.
    const kinds = ['Page_pageTitle', 'section-title', 'card-title', 'Blank_blankTitle'];
    await tab.locator('[data-part="page"]').evaluate((place, classes) => {
      for (const name of classes) {
        const heading = document.createElement('h2');
        heading.className = `${name} long-words`;
        heading.textContent = 'Informationssikkerhedskoordinatorernes databehandleraftaleskabelon';
        place.append(heading);
      }
    }, kinds);
    await resize({ page, tab }, 320);
    await expect.poll(() => tab.locator('.long-words').evaluateAll(brokenBadly)).toEqual(kinds.map(() => []));
    await expect.poll(() => overflows(tab)).toBe(false);
  });

  it('moves the focus to the receipt when it is given', async () => {
    const { tab } = await show({ path: '/policy' });
    await tab.getByRole('button', { name: 'Jeg har læst og følger den' }).click();
    await tab.getByText('Tak, Kim.').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toContain('Tak, Kim.');
  });

  it('says from where an earlier receipt was given', async () => {
    const { tab } = await show({ person: 'done', path: '/policy' });
    await tab.getByText('Du bekræftede version 4.0 den 19. nov. 2026 kl. 08.05 fra kortet i Teams.').waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Jeg har læst og følger den' }).count()).toBe(0);
  });

  describe('of versions that ended long ago', () => {
    const earlier = 'GET /api/policy/earlier-receipts';
    const openPage = async () => {
      mock.override('GET /api/policy', { change: (body) => ({ ...body, receipts: [], earlier: 2 }) });
      const { tab, complaints } = await show({ path: '/policy' });
      const button = tab.getByRole('button', { name: 'Vis tidligere bekræftelser' });
      await button.waitFor();
      return { tab, complaints, button, table: tab.getByRole('table', { name: 'Mine tidligere bekræftelser' }) };
    };

    it('fetches the receipts when they are asked for, by keyboard too, and hides them again', async () => {
      const { tab, complaints, button, table } = await openPage();
      await tab.getByText('Du har ikke bekræftet nogen af de seneste versioner.').waitFor();
      let fetched = false;
      mock.override(earlier, { change: (body) => ((fetched = true), body) });
      await expect.poll(() => table.count()).toBe(0);
      expect(fetched).toBe(false);
      await button.press('Enter');
      await table.getByText('7. okt. 2024').waitFor();
      await expect.poll(() => table.getByRole('row').count()).toBe(3);
      expect(await axe(tab)).toEqual([]);
      await tab.getByRole('button', { name: 'Skjul tidligere bekræftelser', expanded: true }).press('Enter');
      await expect.poll(() => table.count()).toBe(0);
      await tab.getByRole('button', { name: 'Vis tidligere bekræftelser', expanded: false }).waitFor();
      expect(complaints).toEqual([]);
    });

    it('says that there are none', async () => {
      const { tab, button } = await openPage();
      mock.override(earlier, { change: (body) => ({ ...body, receipts: [] }) });
      await button.click();
      await tab.getByText('Du har ikke bekræftet nogen af de tidligere versioner.').waitFor();
    });

    it('says why they cannot be read, and reads them when they can', async () => {
      const { tab, button, table } = await openPage();
      mock.override(earlier, { status: 409, body: refusal('Filen med 2024-10 findes ikke mere i biblioteket.') });
      await button.click();
      await tab.getByText('Filen med 2024-10 findes ikke mere i biblioteket.').waitFor();
      mock.override(earlier, undefined);
      await tab.getByRole('button', { name: 'Prøv igen' }).click();
      await table.getByText('7. okt. 2024').waitFor();
    });
  });

  it('shows why it was refused beside the button, with the number for support, and can be pressed again', async () => {
    mock.override('POST /api/policy/versions/:versionKey/acknowledge', {
      status: 503,
      body: refusal('Microsoft 365 svarer ikke. Prøv igen.'),
      times: 1,
    });
    const { tab } = await show({ path: '/policy' });
    const button = tab.getByRole('button', { name: 'Jeg har læst og følger den' });
    await button.click();
    const alert = tab.getByRole('alert');
    await alert.getByText('Microsoft 365 svarer ikke. Prøv igen.').waitFor();
    await alert.getByText('req-4711').waitFor();
    await button.click();
    await tab.getByText('Tak, Kim.').waitFor();
  });

  it('offers drafting and publishing to those who may only', async () => {
    const { tab } = await show({ path: '/policy' });
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Skriv en ny version' }).count()).toBe(0);
    await expect.poll(() => tab.getByRole('link', { name: 'Dækning' }).count()).toBe(0);
  });

  it('teaches what comes while there is no policy', async () => {
    mock.override('GET /api/policy', {
      change: (view) => ({ ...view, current: undefined, versions: [], receipts: [] }),
    });
    const { tab } = await show({ path: '/policy' });
    await tab.getByRole('heading', { name: 'Der er ingen politik i kraft endnu' }).waitFor();
    await tab.getByText('Din første bekræftelse kommer til at stå her').waitFor();
  });
});

describe('drafting', () => {
  it('begins with the text in force and the next number', async () => {
    const { tab } = await asCiso('/policy/new');
    await expect.poll(() => tab.getByLabel('Versionsnummer').inputValue()).toBe('5.0');
    await tab.getByRole('textbox', { name: 'Politikkens tekst' }).getByRole('heading', { name: 'Formål' }).waitFor();
    await expect.poll(() => tab.getByLabel('Gælder fra').inputValue()).toBe('2026-11-24');
  });

  it('keeps itself, and brings the text back after leaving', async () => {
    const { tab, page } = await asCiso('/policy/new');
    await tab.getByLabel('Det vigtigste nye').fill('Nye regler om AI');
    await tab.getByText('Gemt på denne enhed').waitFor();
    await page.reload();
    const again = page.frames()[1];
    await again?.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    await expect.poll(() => again?.getByLabel('Det vigtigste nye').inputValue()).toBe('Nye regler om AI');
    await again?.getByRole('button', { name: 'Begynd forfra' }).click();
    await expect.poll(() => again?.getByLabel('Det vigtigste nye').inputValue()).toBe('');
  });

  it('keeps the last words when one leaves within the typing pause', async () => {
    const { tab } = await asCiso('/policy/new');
    await tab.getByLabel('Titel').fill('Ny titel');
    await tab.getByRole('link', { name: 'Mit overblik' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
    await tab.evaluate(() => history.back());
    await expect.poll(() => tab.getByLabel('Titel').inputValue()).toBe('Ny titel');
  });

  it('says at each field what is wrong and goes to the first', async () => {
    const { tab } = await asCiso('/policy/new');
    await tab.getByLabel('Versionsnummer').fill('fem');
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByText('Skriv to tal med punktum, fx 4.1', { exact: true }).waitFor();
    await tab.getByText('Udfyld feltet').waitFor();
    await tab.getByText('Der er 2 felter, der skal rettes.').waitFor();
    await expect.poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('fem');
  });

  it('puts the API’s refusal at its field', async () => {
    mock.override('POST /api/policy/versions', {
      status: 422,
      body: refusal('Ret felterne', [{ path: 'number', message: 'Version 5.0 findes allerede' }]),
    });
    const { tab } = await asCiso('/policy/new');
    await tab.getByLabel('Det vigtigste nye').fill('Nyt');
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByText('Version 5.0 findes allerede').waitFor();
    await expect.poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value)).toBe('5.0');
  });

  it('shows how the text will look', async () => {
    const { tab } = await asCiso('/policy/new');
    await tab.getByRole('button', { name: 'Sådan ser den ud' }).click();
    await tab.getByRole('heading', { name: 'Det skal du' }).waitFor();
  });

  it('is closed to those who may not write', async () => {
    const { tab } = await show({ path: '/policy/new' });
    await tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
  });
});

async function aDraft() {
  const { tab } = await asCiso('/policy/new');
  await tab.getByLabel('Det vigtigste nye').fill('Nye regler om AI');
  await tab.getByRole('button', { name: 'Gem kladden' }).click();
  await tab.getByText('Dette er en kladde.').waitFor();
  return tab;
}

describe('the way to Byrådet', () => {
  it('says who gets it and what follows, sends it, and keeps it as it is meanwhile', async () => {
    const tab = await aDraft();
    const stages = tab.getByRole('list', { name: 'Vejen til afgørelse' });
    await stages.getByText('14 dages frist').first().waitFor();
    await expect.poll(() => stages.first().getByRole('listitem').count()).toBe(3);
    await tab.getByRole('button', { name: 'Send til godkendelse' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Send version 5.0 til godkendelse' });
    await dialog.getByText('Derefter går den til Koncernledelsen og Byrådet.').waitFor();
    await dialog.getByText(/2\.337 medarbejdere bliver bedt om at bekræfte/).waitFor();
    await expect
      .poll(() => dialog.getByText(/^Informationssikkerhedsudvalget får den først: .+ og .+\.$/).count())
      .toBe(1);
    await dialog.getByRole('button', { name: 'Send til godkendelse' }).click();
    await tab.getByText('Version 5.0 er sendt til godkendelse.').waitFor();
    await tab.getByText('Version 5.0 er til godkendelse. Den kan ikke ændres imens.').waitFor();
    await tab.getByText('0 af 5 har stemt').waitFor();
    await expect
      .poll(() => tab.locator('[aria-current="step"]').innerText())
      .toContain('Informationssikkerhedsudvalget');
    for (const name of ['Send til godkendelse', 'Kassér kladden', 'Udgiv uden godkendelse'])
      await expect.poll(() => tab.getByRole('button', { name }).count()).toBe(0);
  });

  it('shows why it came back, and sends it again', async () => {
    mock.override('GET /api/policy/versions/:versionKey', {
      change: (view) => ({ ...view, approval: sentBack('policyVersion_v5.0_1') }),
    });
    const { tab } = await asCiso('/policy/new');
    await tab.getByLabel('Det vigtigste nye').fill('Nye regler om AI');
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByText('Version 5.0 er sendt tilbage. Ret kladden, og send den igen.').waitFor();
    await tab.getByText('Skriv, hvem der gør det.').waitFor();
    await tab.getByRole('button', { name: 'Send til godkendelse igen' }).waitFor();
  });

  it('shows what changes in words and signs, folds the rest, and is in the address', async () => {
    const tab = await aDraft();
    await tab.getByRole('button', { name: 'Det, den ændrer' }).click();
    await tab.getByRole('heading', { name: 'Ændret siden version 4.0' }).waitFor();
    await expect
      .poll(() => tab.locator('[data-part="difference"] ins').allInnerTexts())
      .toEqual(['14', '• AI-værktøjer skal være godkendt.']);
    await expect
      .poll(() => tab.locator('[data-part="difference"] del').allInnerTexts())
      .toEqual(['12', 'Brug kun papir.']);
    await expect
      .poll(() => tab.locator('[data-part="difference-kind"]').allInnerTexts())
      .toEqual(['Ændret', 'Nyt', 'Fjernet']);
    const fold = tab.getByText('2 uændrede afsnit');
    await expect.poll(() => tab.getByText('Kommunen passer på').isVisible()).toBe(false);
    await fold.focus();
    await tab.page().keyboard.press('Enter');
    await tab.getByText('Kommunen passer på').waitFor();
    await tab.getByLabel('Sammenlign med').selectOption({ label: 'Version 3.0' });
    await expect.poll(() => mock.asked.some((line) => line.endsWith('/difference?against=v3.0'))).toBe(true);
    await expect.poll(() => tab.url()).toContain('show=changes&against=v3.0');
    expect(await axe(tab)).toEqual([]);
  });
});

describe('comments on a draft', () => {
  it('stand at their paragraph, are kept while they are written, settled and taken back', async () => {
    const tab = await aDraft();
    await tab.getByText('Ingen har kommenteret kladden endnu.').waitFor();
    const at = tab.getByRole('button', { name: 'Kommentér »Formål«' });
    await at.click();
    const label = tab.getByLabel('Din kommentar');
    expect(await label.evaluate((area) => area === document.activeElement)).toBe(true);
    await tab.getByRole('button', { name: 'Gem kommentaren' }).click();
    await tab.getByText('Udfyld feltet').waitFor();
    await label.fill('Skriv også hvorfor');
    await tab.getByRole('button', { name: 'Fortryd' }).click();
    await expect.poll(() => at.evaluate((button) => button === document.activeElement)).toBe(true);
    await tab.page().keyboard.press('Enter');
    await expect.poll(() => label.inputValue()).toBe('Skriv også hvorfor');
    await tab.getByRole('button', { name: 'Gem kommentaren' }).click();
    await tab.getByText('1 kommentar er åben.').waitFor();
    const row = tab.locator('[data-part="review-row"]').filter({ has: tab.getByRole('heading', { name: 'Formål' }) });
    await row.getByText('Skriv også hvorfor').waitFor();
    expect(await axe(tab)).toEqual([]);
    await resize({ page: tab.page(), tab }, 320);
    await expect.poll(() => overflows(tab)).toBe(false);
    await row.getByRole('button', { name: 'Besvar' }).click();
    const answer = row.getByLabel('Dit svar');
    await expect.poll(() => answer.evaluate((area) => area === document.activeElement)).toBe(true);
    await expect.poll(() => row.getByRole('button', { name: 'Afslut' }).count()).toBe(0);
    await row.getByRole('button', { name: 'Gem svaret' }).click();
    await row.getByText('Udfyld feltet').waitFor();
    await answer.fill('Det står nu i afsnittet');
    await row.getByRole('button', { name: 'Gem svaret' }).click();
    await row.locator('[data-part="comment-answer"]').getByText('Det står nu i afsnittet').waitFor();
    await expect.poll(() => row.getByRole('button', { name: 'Besvar' }).count()).toBe(0);
    expect(await axe(tab)).toEqual([]);
    await expect.poll(() => overflows(tab)).toBe(false);
    await row.getByRole('button', { name: 'Afslut' }).click();
    await tab.getByText('1 afsluttet kommentar').click();
    await tab.getByRole('button', { name: 'Åbn igen' }).click();
    await row.getByRole('button', { name: 'Fjern' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Fjern kommentaren' }).click();
    await tab.getByText('Ingen har kommenteret kladden endnu.').waitFor();
  });

  it('say which words are gone, and let the text be read when they cannot be fetched', async () => {
    mock.override('GET /api/policy/versions/:versionKey/comments', { status: 500, body: refusal('Kan ikke hentes') });
    const tab = await aDraft();
    await tab.getByText('Kan ikke hentes').waitFor();
    await tab.getByRole('heading', { name: 'Formål' }).waitFor();
    const by = { id: 'p1', name: 'Bo Bruun' };
    mock.override('GET /api/policy/versions/:versionKey/comments', {
      change: (view) => ({
        ...view,
        comments: [
          {
            ...{ key: 'c', by, at: '2026-11-20T09:00:00.000Z', text: 'Hvor længe?', outdated: true },
            ...{ paragraph: 'Vi gemmer **logs**.', abilities: { answer: true, resolve: true, remove: false } },
          },
        ],
        open: 1,
      }),
    });
    await tab.getByRole('button', { name: 'Prøv igen' }).click();
    const comment = tab.getByRole('article', { name: 'Kommentar fra Bo Bruun' });
    await comment.getByText('Om afsnittet: »Vi gemmer logs.«').waitFor();
    await comment.getByText('Afsnittet er ændret siden').waitFor();
  });
});

describe('the yearly approval', () => {
  it('says when it is due, sends it without a change, and for how long it has waited', async () => {
    const { tab } = await asCiso('/policy');
    await tab
      .getByText(
        'Version 4.0 er godkendt af Byrådet 9. dec. 2025. Skal godkendes igen senest 9. dec. 2026 (om 15 dage).',
      )
      .waitFor();
    await tab.getByRole('button', { name: 'Send til årlig godkendelse' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Send version 4.0 til årlig godkendelse' });
    await dialog.getByText('Ingen medarbejdere bliver bedt om at bekræfte igen.').waitFor();
    await dialog.getByRole('button', { name: 'Send til godkendelse' }).click();
    await tab.getByText('Politikken er sendt til årlig godkendelse.').waitFor();
    await tab
      .getByText('Den årlige godkendelse er i gang. Har ventet på Informationssikkerhedsudvalget i 23 dage.')
      .waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Send til årlig godkendelse' }).count()).toBe(0);
    mock.override('GET /api/policy', {
      change: (view) => ({
        ...view,
        yearly: { nextDue: '2026-12-09', daysLeft: 15, reapprove: false, approval: request('x', 2) },
      }),
    });
    await tab.page().reload();
    await tab.page().frames()[1]?.getByText('Har ventet på Byrådet i 23 dage.').waitFor();
    await tab.page().frames()[1]?.getByText('Byrådets godkendelse er ikke skrevet ind endnu.').waitFor();
  });

  it('is not for everybody', async () => {
    const { tab } = await show({ path: '/policy' });
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();
    await expect.poll(() => tab.getByText('Årlig godkendelse').count()).toBe(0);
  });
});
