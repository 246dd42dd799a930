import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PolicyVersions } from '../../../api/policy/index.ts';
import { siteId } from '../../../teams-app/emulator/municipality.ts';
import { axe, goTo, overflows, ownTab, refusal, resize, type Reader } from '../tab-page.ts';

const seeded = '/policy/versions/policy-5-0';
const nasty = [
  '# Formål',
  'Kommunen passer på borgernes oplysninger.',
  'Vi gemmer **logs** i et år.',
  '<script>window.stolen = true</script>',
  '[farligt](javascript:alert(1)) ![sporing](https://tracker.example/pixel.png)',
].join('\n\n');
const fields = { title: 'Politik', summary: 'Nyt', changeKind: 'major', effectiveOn: '2026-12-01' } as const;

/** A draft with content unsafe for the page. */
const { openTab, ask, asked, fails, works, filled, world, leave } = ownTab({}, async ({ ask }) => {
  const made = await ask('ciso', 'POST /api/policy/versions', { body: { ...fields, number: '6.0', body: nasty } });
  return { nasty: made.key };
});
const show = (path: string, person: Reader = 'ciso') => openTab({ person, path: filled(path) });
/** Votes of some members of the body whose stage is open. */
async function vote(requestKey: string, stage: number, choice: 'approve' | 'askChanges', voters: readonly string[]) {
  const params = { requestKey };
  for (const voter of voters) {
    const { contentHash } = await ask(voter, 'GET /api/approvals/:requestKey', { params });
    const body = {
      stage,
      contentHash,
      choice,
      ...(choice === 'approve' ? {} : { reason: 'Skriv, hvem der gør det.' }),
    };
    await ask(voter, 'POST /api/approvals/:requestKey/vote', { params, body });
  }
  await world().journey.process();
}
const committee = ['Lone Friis Albrechtsen', 'Hanne Toft Lauridsen', 'Vibeke Ørum Clausen', 'Emre Aydın'];

/** Line ends of each heading that are neither at a space nor a hyphen. */
const brokenBadly = (headings: Element[]): string[][] =>
  headings.map((heading) => {
    const [node] = heading.childNodes;
    const text = node?.nodeValue ?? '';
    const tops = [...text].map((_, place) => {
      const range = document.createRange();
      range.setStart(node!, place);
      range.setEnd(node!, place + 1);
      // The first letter of a line includes the previous line's hyphen.
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
    const { tab, complaints } = await show('/policy/versions/{nasty}');
    await tab.getByRole('heading', { level: 2, name: 'Formål' }).waitFor();
    await tab.getByText('<script>window.stolen = true</script>').waitFor();
    expect(await tab.evaluate(() => 'stolen' in window)).toBe(false);
    await expect.poll(() => tab.locator('[data-part="markdown"] script, [data-part="markdown"] img').count()).toBe(0);
    await expect.poll(() => tab.getByText('farligt', { exact: true }).getAttribute('href')).toBe('');
    expect(complaints).toEqual([]);
  });

  it('breaks no word of its title while there is room for it above the buttons', async () => {
    const { page, tab } = await show('/policy');
    const title = tab.getByRole('heading', { level: 1, name: 'Informationssikkerhedspolitik' });
    await title.waitFor();
    const lines = () =>
      title.evaluate((heading) => heading.clientHeight / parseFloat(getComputedStyle(heading).lineHeight));
    for (const width of [1280, 1024, 900, 760]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(async () => Math.round(await lines())).toBe(1);
    }
    // Without one, it is hyphenated, in headings of every kind.
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

  it('has no table that one must scroll sideways on a phone: the second column stands below the first', async () => {
    const { page, tab } = await show('/policy', 'employee');
    await resize({ page, tab }, 320);
    const cells = tab.locator('[data-part="markdown-table"] tbody tr').first().locator('td');
    await cells.nth(1).waitFor();
    const edges = await cells.evaluateAll((all) =>
      all.map((cell) => {
        const { left, right, top, bottom } = cell.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    const [first, second] = edges;
    expect(second?.left).toBe(first?.left);
    expect(second?.right).toBeLessThanOrEqual(320);
    expect(second?.top).toBeGreaterThanOrEqual(first?.bottom ?? Infinity);
  });

  it('moves the focus to the receipt when it is given', async () => {
    const { tab } = await show('/policy', 'employee');
    await tab.getByRole('button', { name: 'Jeg har læst og følger den' }).click();
    await tab.getByText('Tak, Anne.').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toContain('Tak, Anne.');
  });

  it('says from where an earlier receipt was given', async () => {
    const { tab } = await show('/policy');
    await tab.getByText('Du bekræftede version 4.0 den 12. nov. 2026 kl. 09.30 fra kortet i Teams.').waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Jeg har læst og følger den' }).count()).toBe(0);
  });

  it('shows why it was refused beside the button, with the number for support, and can be pressed again', async () => {
    fails('POST /api/policy/versions/:versionKey/acknowledge', 503, {
      body: refusal('test', 'Microsoft 365 svarer ikke. Prøv igen.'),
      times: 1,
    });
    const { tab } = await show('/policy', 'Sara Kjær');
    const button = tab.getByRole('button', { name: 'Jeg har læst og følger den' });
    await button.click();
    const alert = tab.getByRole('alert');
    await alert.getByText('Microsoft 365 svarer ikke. Prøv igen.').waitFor();
    await alert.getByText('req-4711').waitFor();
    await button.click();
    await tab.getByText('Tak, Sara.').waitFor();
  });

  it('goes up by one in the coverage when a receipt arrives from elsewhere and the reader comes back', async () => {
    const { tab } = await show('/policy/coverage');
    await tab.getByRole('link', { name: '24 mangler.' }).waitFor();
    const params = { versionKey: 'policy-4-0' };
    await ask('Jette Lund', 'POST /api/policy/versions/:versionKey/acknowledge', { params });
    await tab.getByRole('link', { name: '23 mangler.' }).waitFor();
  });

  it('offers drafting, publishing and the yearly approval to those who may only', async () => {
    const { tab } = await show('/policy', 'employee');
    await tab.getByRole('heading', { name: 'Versioner' }).waitFor();
    for (const name of ['Skriv en ny version', 'Politikkens dækning'])
      await expect.poll(() => tab.getByRole('link', { name }).count()).toBe(0);
    await expect.poll(() => tab.getByText('Årlig godkendelse').count()).toBe(0);
  });
});

describe('drafting', () => {
  it('begins with the text in force and the next number', async () => {
    const { tab } = await show('/policy/new');
    await expect.poll(() => tab.getByLabel('Versionsnummer').inputValue()).toBe('7.0');
    const text = tab.getByRole('textbox', { name: 'Politikkens tekst' });
    await text.getByRole('heading', { name: 'Det korte af det lange' }).waitFor();
    await expect.poll(() => tab.getByLabel('Gælder fra').inputValue()).toBe('2026-11-24');
  });

  it('keeps itself, and brings the text back after leaving', async () => {
    const { tab, page } = await show('/policy/new');
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
    const { tab } = await show('/policy/new');
    await tab.getByLabel('Titel').fill('Ny titel');
    await tab.getByRole('link', { name: 'Mit overblik' }).click();
    await tab.getByRole('region', { name: 'Din ISK' }).waitFor();
    await tab.evaluate(() => history.back());
    await expect.poll(() => tab.getByLabel('Titel').inputValue()).toBe('Ny titel');
  });

  it('says at each field what is wrong and goes to the first', async () => {
    const { tab } = await show('/policy/new');
    await tab.getByLabel('Versionsnummer').fill('fem');
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByText('Skriv to tal med punktum, fx 4.1', { exact: true }).waitFor();
    await tab.getByText('Udfyld feltet').waitFor();
    await tab.getByText('Der er 2 felter, der skal rettes.').waitFor();
    await expect.poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('fem');
  });

  it('puts the API’s refusal at its field', async () => {
    const { tab } = await show('/policy/new');
    await tab.getByLabel('Det vigtigste nye').fill('Nyt');
    await tab.getByLabel('Versionsnummer').fill('5.0');
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByText('Der er allerede en version 5.0. Vælg et andet nummer.').first().waitFor();
    await expect.poll(() => tab.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value)).toBe('5.0');
  });

  it('shows how the text will look', async () => {
    const { tab } = await show('/policy/new');
    await tab.getByRole('button', { name: 'Sådan ser den ud' }).click();
    await tab.getByRole('heading', { name: '4. Det forventer vi af dig' }).waitFor();
  });

  it('is closed to those who may not write', async () => {
    const { tab } = await show('/policy/new', 'employee');
    await tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
  });
});

const rowOf = (tab: Frame) =>
  tab.locator('[data-part="review-row"]').filter({ has: tab.getByRole('heading', { name: 'Det korte af det lange' }) });
async function answerComment(tab: Frame) {
  const row = rowOf(tab);
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
  await row.getByText('Skriv også hvorfor').waitFor();
}

describe('comments on a draft', () => {
  it('stand at their paragraph, are kept while they are written, settled and taken back', async () => {
    const { tab, page } = await show(seeded);
    await tab.getByText('Ingen har kommenteret kladden endnu.').waitFor();
    const at = tab.getByRole('button', { name: 'Kommentér »Det korte af det lange«' });
    await at.click();
    const label = tab.getByLabel('Din kommentar');
    await expect.poll(() => label.evaluate((area) => area === document.activeElement)).toBe(true);
    await tab.getByRole('button', { name: 'Gem kommentaren' }).click();
    await tab.getByText('Udfyld feltet').waitFor();
    await label.fill('Skriv også hvorfor');
    await tab.getByRole('button', { name: 'Fortryd' }).click();
    await expect.poll(() => at.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => label.inputValue()).toBe('Skriv også hvorfor');
    await tab.getByRole('button', { name: 'Gem kommentaren' }).click();
    await tab.getByText('1 kommentar er åben.').waitFor();
    await rowOf(tab).getByText('Skriv også hvorfor').waitFor();
    expect(await axe(tab)).toEqual([]);
    await resize({ page, tab }, 320);
    await expect.poll(() => overflows(tab)).toBe(false);
    // Another writer of the draft answers it.
    await leave();
    const other = await openTab({ person: 'Rasmus Krogh Damgaard', path: seeded }, { width: 320 });
    await answerComment(other.tab);
    await leave();
    const { tab: again } = await show(seeded);
    await rowOf(again).getByText('Det står nu i afsnittet').waitFor();
    await rowOf(again).getByRole('button', { name: 'Fjern' }).click();
    await again.getByRole('dialog').getByRole('button', { name: 'Fjern kommentaren' }).click();
    await again.getByText('Ingen har kommenteret kladden endnu.').waitFor();
  });

  it('say which words are gone, and let the text be read when they cannot be fetched', async () => {
    const params = { versionKey: filled('{nasty}') };
    const comment = { text: 'Hvor længe?', paragraph: 'Vi gemmer **logs** i et år.' };
    await ask('Rasmus Krogh Damgaard', 'POST /api/policy/versions/:versionKey/comments', { params, body: comment });
    const body = { ...fields, number: '6.0', body: nasty.replace('i et år', 'i to år') };
    await ask('ciso', 'PUT /api/policy/versions/:versionKey', { params, body });
    const comments = 'GET /api/policy/versions/:versionKey/comments';
    fails(comments, 500, { body: refusal('test', 'Kan ikke hentes') });
    const { tab } = await show('/policy/versions/{nasty}');
    await tab.getByText('Kan ikke hentes').waitFor();
    await tab.getByRole('heading', { name: 'Formål' }).waitFor();
    works(comments);
    await tab.getByRole('button', { name: 'Prøv igen' }).click();
    const shown = tab.getByRole('article', { name: 'Kommentar fra Rasmus Krogh Damgaard' });
    await shown.getByText('Om afsnittet: »Vi gemmer logs i et år.«').waitFor();
    await shown.getByText('Afsnittet er ændret siden').waitFor();
  });
});

describe('the way to Byrådet', () => {
  it('shows what changes in words and signs, folds the rest, and is in the address', async () => {
    const { tab } = await show(seeded);
    await tab.getByRole('button', { name: 'Det, den ændrer' }).click();
    await tab.getByRole('heading', { name: 'Ændret siden version 4.0' }).waitFor();
    const texts = (selector: string) => tab.locator(`[data-part="${selector}`).allInnerTexts();
    await expect.poll(() => texts('difference"] ins')).toContain('5. Kunstig intelligens');
    expect((await texts('difference"] del'))[0]).toBe('8');
    expect(new Set(await texts('difference-kind"]'))).toEqual(new Set(['Ændret', 'Nyt']));
    const fold = tab.getByText('13 uændrede afsnit');
    await expect.poll(() => tab.getByText('Svigter én af dem').isVisible()).toBe(false);
    await fold.focus();
    await tab.page().keyboard.press('Enter');
    await tab.getByText('Svigter én af dem').waitFor();
    await tab.getByLabel('Sammenlign med').selectOption({ label: 'Version 3.0' });
    await expect.poll(() => asked().some((line) => line.endsWith('/difference?against=policy-3-0'))).toBe(true);
    await expect.poll(() => tab.url()).toContain('show=changes&against=policy-3-0');
    expect(await axe(tab)).toEqual([]);
  });

  it('says who gets it and what follows, sends it, and keeps it as it is meanwhile', async () => {
    const { tab } = await show(seeded);
    const stages = tab.getByRole('list', { name: 'Vejen til afgørelse' });
    await stages.getByText('14 dages frist').first().waitFor();
    await expect.poll(() => stages.first().getByRole('listitem').count()).toBe(3);
    await tab.getByRole('button', { name: 'Send til godkendelse' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Send version 5.0 til godkendelse' });
    await dialog.getByText('Derefter går den til Koncernledelsen og Byrådet.').waitFor();
    await dialog.getByText(/\d+ medarbejdere bliver bedt om at bekræfte/).waitFor();
    await expect
      .poll(() => dialog.getByText(/^Informationssikkerhedsudvalget får den først: .+ og .+\.$/).count())
      .toBe(1);
    await dialog.getByRole('button', { name: 'Send til godkendelse' }).click();
    await tab.getByText('Version 5.0 er sendt til godkendelse.').waitFor();
    await tab.getByText('Version 5.0 er til godkendelse. Den kan ikke ændres imens.').waitFor();
    await tab.getByText('0 af 6 har stemt').waitFor();
    await expect
      .poll(() => tab.locator('[aria-current="step"]').innerText())
      .toContain('Informationssikkerhedsudvalget');
    for (const name of ['Send til godkendelse', 'Kassér kladden', 'Udgiv uden godkendelse'])
      await expect.poll(() => tab.getByRole('button', { name }).count()).toBe(0);
  });

  it('shows why it came back, and sends it again', async () => {
    await vote('policyVersion_policy-5-0_1', 1, 'askChanges', committee);
    const { tab } = await show(seeded);
    await tab.getByText('Version 5.0 er sendt tilbage. Ret kladden, og send den igen.').waitFor();
    await tab.getByText('Skriv, hvem der gør det.').first().waitFor();
    await tab.getByRole('button', { name: 'Send til godkendelse igen' }).waitFor();
  });
});

describe('the yearly approval', () => {
  it('says when it is due, sends it without a change, and whom it has waited for', async () => {
    const { tab } = await show('/policy');
    await tab
      .getByText(
        'Version 4.0 er godkendt af Byrådet 10. nov. 2026. Skal godkendes igen senest 10. nov. 2027 (om 351 dage).',
      )
      .waitFor();
    await tab.getByRole('button', { name: 'Send til årlig godkendelse' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Send version 4.0 til årlig godkendelse' });
    await dialog.getByText('Ingen medarbejdere bliver bedt om at bekræfte igen.').waitFor();
    await dialog.getByRole('button', { name: 'Send til godkendelse' }).click();
    await tab.getByText('Politikken er sendt til årlig godkendelse.').waitFor();
    await tab.getByText('Den årlige godkendelse er i gang. Kom til Informationssikkerhedsudvalget i dag.').waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Send til årlig godkendelse' }).count()).toBe(0);
    const { yearly } = await ask('ciso', 'GET /api/policy', {});
    const requestKey = yearly?.approval?.requestKey ?? 'none';
    await vote(requestKey, 1, 'approve', committee);
    const chiefs = ['Jakob Engell Simonsen', 'Annette Juul Mikkelsen', 'Bilal Hussain', 'Marianne Winther'];
    const board = ['Henrik Bay Mortensen', 'Mads Ravn Jespersen', 'Birgitte Skov Andreasen'];
    await vote(requestKey, 2, 'approve', [...board, ...chiefs]);
    await goTo(tab, '/');
    await tab.page().reload();
    const again = tab.page().frames()[1];
    if (!again) throw new Error('no tab');
    await goTo(again, '/policy');
    await again.getByText('Kom til Byrådet i dag.').waitFor();
  });
});

describe('while there is no policy', () => {
  it('teaches what comes, also where it would be counted', async () => {
    const { journey } = world();
    const { token } = z
      .object({ token: z.string() })
      .parse((await journey.control('POST', 'token', { client: 'app' })).body);
    const { graph } = z.object({ graph: z.string() }).parse((await journey.control('GET', 'addresses')).body);
    for (const { item } of journey.program.context.list(PolicyVersions).all()) {
      const address = `${graph.replace(/\/v1\.0$/, '')}/v1.0/sites/${siteId}/lists/PolicyVersions/items/${item.id}`;
      const { status } = await fetch(address, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
      expect(status).toBe(204);
    }
    await journey.process();
    const { tab } = await show('/policy', 'Freja Lykke Andersen');
    await tab.getByRole('heading', { name: 'Der er ingen politik i kraft endnu' }).waitFor();
    await tab.getByText('Din første bekræftelse kommer til at stå her').waitFor();
    await leave();
    const { tab: coverage } = await show('/policy/coverage');
    await coverage.getByRole('heading', { name: 'Der er intet at tælle endnu' }).waitFor();
  });
});
