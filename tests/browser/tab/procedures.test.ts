import { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, goTo, overflows, ownTab, refusal, resize, type Reader } from '../tab-page.ts';
import { wordFile } from '../../support/word-file.ts';

const phones = 'procedure-hjemmeplejens-telefoner';
const keys = 'procedure-noegler-til-borgere';
const pictures = 'procedure-elevbilleder';
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGNgiJr3//9/AAo7A/Y8IcQsAAAAAElFTkSuQmCC',
  'base64',
);

/** A Word file with a heading, a picture and a table. */
async function aWordFile(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const rows = [
    ['Hvem', 'Hvad'],
    ['Vagten', 'Ringer'],
  ].map((texts) => new TableRow({ children: texts.map(cell) }));
  const image = new ImageRun({ type: 'png', data: picture, transformation: { width: 20, height: 20 } });
  const children = [
    new Paragraph({ text: 'Mobiler i hjemmeplejen', heading: HeadingLevel.HEADING_1 }),
    new Paragraph('Lås skærmen, når du går ind til en borger.'),
    new Paragraph({ children: [image] }),
    new Table({ rows }),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** A new version in approval, one in force after another, and two drafts with files. */
const { openTab, ask, asked, fails, slow, filled } = ownTab({}, async ({ ask, person, journey }) => {
  const isk = await person('Mette Sørensen');
  const change = async (procedureKey: string, from: string, to: string) => {
    const params = { procedureKey };
    const { current } = await ask('Mette Sørensen', 'GET /api/procedures/:procedureKey', { params });
    if (!current) throw new Error(`${procedureKey} is not in force`);
    const { title, area, guideline, jobTitles, mustAcknowledge, reviewMonths, text } = current;
    const body = {
      title,
      area: area.key,
      jobTitles,
      mustAcknowledge,
      reviewMonths,
      summary: 'Skrevet tydeligere.',
      text: text.replace(from, to),
      ...(guideline ? { guidelineKey: guideline.key } : {}),
    };
    await ask('Mette Sørensen', 'PUT /api/procedures/:procedureKey/draft', { params, body });
    const { coming } = await ask('Mette Sørensen', 'POST /api/procedures/:procedureKey/submit', { params });
    return { body, requestKey: coming?.approval?.requestKey ?? 'none' };
  };
  const { body, requestKey } = await change(
    keys,
    'Nøgler bærer kun et nummer.',
    'Nøgler bærer kun et nummer, aldrig et navn.',
  );
  await change(phones, 'Skriv dit navn på listen.', 'Skriv dit navn på listen i skabet.');
  for (const [at, voter] of ['Hanne Toft Lauridsen', 'Fatima El-Sayed'].entries()) {
    const params = { requestKey };
    const { contentHash } = await ask(voter, 'GET /api/approvals/:requestKey', { params });
    const vote = { choice: 'approve', stage: at + 1, contentHash } as const;
    await ask(voter, 'POST /api/approvals/:requestKey/vote', { params, body: vote });
  }
  const made = async (title: string, fileName: string, bytes: Uint8Array) => {
    const centreId = 'voksne-og-velfaerd';
    const one = { ...body, kind: 'procedure', centreId, title, text: '' } as const;
    const { key } = await ask('Mette Sørensen', 'POST /api/procedures', { body: one });
    const { status } = await journey.upload(isk, `/api/procedures/${key}/draft/file`, fileName, bytes);
    expect(status).toBe(200);
    return key;
  };
  await journey.process();
  return {
    word: await made('Mobiler i hjemmeplejen', 'Mobiler i hjemmeplejen.docx', await aWordFile()),
    board: await made('Tavlen i personalerummet', 'Tavlen.png', picture),
  };
});
const show = (path: string, person: Reader = 'Mette Sørensen') => openTab({ person, path: filled(path) });
const questions = (part: string) => asked().filter((request) => request.includes(part));

/** Drops a file on an element, as from the desktop. */
const drop = (tab: Frame, selector: string, name: string, content: number | Uint8Array = 20) =>
  tab.evaluate(
    ({ on, file, bytes, length }) => {
      const data = new DataTransfer();
      data.items.add(new File([bytes ? new Uint8Array(bytes) : new Uint8Array(length).fill(80)], file));
      const place = document.querySelector(on);
      for (const kind of ['dragover', 'drop'])
        place?.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    {
      on: selector,
      file: name,
      bytes: typeof content === 'number' ? undefined : [...content],
      length: typeof content === 'number' ? content : 0,
    },
  );

describe('finding and reading', () => {
  it('answers first, finds a word in the text, and keeps what is chosen in the address', async () => {
    const { tab, complaints } = await show('/procedures', 'employee');
    const answer = '2 procedurer og 5 retningslinjer gælder for dig, 1 venter på, at du læser den';
    await tab.getByRole('heading', { level: 1, name: answer }).waitFor();
    await tab.getByRole('link', { name: 'Læs og bekræft: Telefoner i hjemmeplejen' }).waitFor();
    expect(await tab.getByLabel('Status').count()).toBe(0);
    expect(await tab.getByText('Kørelister på papir').count()).toBe(0);
    await tab.getByRole('button', { name: 'Lokale procedurer' }).click();
    await tab.getByText('2 fundet').waitFor();
    await tab.getByRole('searchbox', { name: 'Søg i procedurer' }).fill('aldrig et navn');
    await tab.getByText('1 fundet').waitFor();
    await tab.getByText(/… .*bærer kun et nummer, aldrig et navn\..* …/).waitFor();
    expect(await tab.evaluate(() => location.search)).toBe('?kind=procedure&q=aldrig+et+navn');
    await tab.getByRole('heading', { level: 1, name: answer }).waitFor();
    await tab.getByRole('searchbox', { name: 'Søg i procedurer' }).fill('zebra');
    await tab.getByRole('button', { name: 'Ryd søgningen' }).click();
    await tab.getByText('7 fundet').waitFor();
    await tab.getByRole('button', { name: 'Procedure', exact: true }).click();
    await expect.poll(() => questions('descending=true').length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('is two presses from the overview to the receipt', async () => {
    const { tab } = await show('/', 'employee');
    await tab
      .getByRole('listitem')
      .filter({ hasText: 'Telefoner i hjemmeplejen' })
      .getByRole('link', { name: 'Læs og bekræft' })
      .click();
    await tab.getByText('Læs den, og bekræft. Det er 26 dage over tiden (29. oktober).').waitFor();
    await tab.getByText('Alle i Center for Voksne og Velfærd (26 medarbejdere)').waitFor();
    await tab.getByRole('button', { name: 'Jeg har læst og følger den' }).click();
    await tab.getByText(/^Tak, Anne\. Du bekræftede den 24\.\snov\. 2026 kl\./).waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toContain('Tak, Anne.');
  });

  it('shows a document’s words and a picture, and opens the file', async () => {
    const { tab, page } = await show('/procedures/{word}?version=coming');
    await tab.getByText('Sådan læser vi filen, så du kan se den uden at åbne den.').waitFor();
    await tab.getByText('Lås skærmen, når du går ind til en borger.', { exact: true }).waitFor();
    await tab.getByText(/Word-dokument · \d+ kB/).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Åbn filen' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('Mobiler i hjemmeplejen.docx');
    await goTo(tab, filled('/procedures/{board}?version=coming'));
    const image = tab.getByRole('img', { name: 'Billede: Tavlen.png' });
    await image.waitFor();
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(2);
  });
});

describe('bringing a procedure on', () => {
  it('says why it was sent back, who decides and for how many, and sends it again', async () => {
    const { tab } = await show('/procedures', 'Amina Yılmaz');
    await tab.getByRole('link', { name: 'Se, hvad der skal rettes: Koder til vikarer' }).click();
    await tab.getByText('Skriv også, hvem der lukker koden, når kontoret er lukket om eftermiddagen.').waitFor();
    await tab.getByRole('button', { name: 'Send til godkendelse' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Send Koder til vikarer til godkendelse' });
    await dialog
      .getByText('Når den er godkendt, gælder den for 21 medarbejdere i Center for Skoler og Læring.')
      .waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(2);
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Send til godkendelse' }).click();
    await tab.getByText('Koder til vikarer er sendt til godkendelse.').waitFor();
    await tab.getByText('Den er sendt og kan ikke rettes, mens den bliver afgjort.').waitFor();
    expect(await tab.getByRole('link', { name: 'Ret', exact: true }).count()).toBe(0);
  });

  it('shows what a new version changes, and everybody who has acknowledged the old one', async () => {
    const { tab } = await show(`/procedures/${phones}`);
    await tab.getByText('Det ændrer den').click();
    await tab.locator('ins', { hasText: 'i skabet' }).first().waitFor();
    await tab.getByRole('link', { name: 'Læs den', exact: true }).click();
    await tab.getByText('Denne version er ikke godkendt endnu.').waitFor();
    await goTo(tab, `/procedures/${phones}`);
    await tab.getByRole('heading', { name: '1 af 26 har bekræftet' }).waitFor();
    await tab.getByRole('button', { name: 'Har bekræftet' }).click();
    await tab
      .getByRole('row', { name: /^Anne Jensen/ })
      .getByText(/24\.\snov\. 2026 kl\. \d\d\.\d\d/)
      .waitFor();
    await goTo(tab, `/procedures/${keys}`);
    await tab.getByRole('link', { name: '1 – Nøgler til borgernes hjem' }).click();
    await tab.getByText('Denne version gælder ikke længere.').waitFor();
  });

  it('renews what still holds', async () => {
    const { tab } = await show(`/procedures/${pictures}?act=renew`, 'Amina Yılmaz');
    const renew = tab.getByRole('dialog', { name: 'Gælder Billeder af elever på tablets stadig?' });
    await renew.getByText('Centerchefen afgør, om den fornyes. Så skal den ses efter igen om 12 måneder.').waitFor();
    await renew.getByRole('button', { name: 'Send til fornyelse' }).click();
    await tab.getByRole('heading', { name: 'Om den stadig gælder, er ved at blive afgjort' }).waitFor();
    // A version in approval cannot be retired.
    expect(await tab.getByRole('button', { name: 'Tag ud af brug' }).count()).toBe(0);
  });

  it('takes out of use with a reason', async () => {
    const { tab } = await show(`/procedures/${keys}`);
    await tab.getByRole('button', { name: 'Tag ud af brug' }).click();
    const retire = tab.getByRole('dialog', { name: /^Tag .* ud af brug\?$/ });
    await retire.getByRole('button', { name: 'Tag ud af brug' }).click();
    await retire.getByText('Udfyld feltet').waitFor();
    await retire.getByLabel('Hvorfor?').fill('Står i den nye vejledning');
    await retire.getByRole('button', { name: 'Tag ud af brug' }).click();
    await tab.getByText(/Taget ud af brug 24\.\snov\. 2026 af .*: Står i den nye vejledning/).waitFor();
  });
});

describe('writing', () => {
  it('takes a Word file that is dropped on the page from there to approval', async () => {
    const query = { centreId: 'voksne-og-velfaerd' };
    const { jobTitles } = await ask('Mette Sørensen', 'GET /api/procedure-job-titles', { query });
    const nurses = jobTitles.find(({ title }) => title === 'Sygeplejerske')?.people ?? 0;
    const { tab } = await show('/procedures/new?guideline=retningslinje-papir');
    await tab.getByRole('heading', { name: 'Hvordan vil du begynde?' }).waitFor();
    await drop(tab, '[data-part="procedure-begin"]', 'gammel.doc');
    await tab.getByText('gammel.doc er et Word-dokument i det gamle format.').waitFor();
    await drop(tab, '[data-part="procedure-begin"]', 'udlån_af_tablets.docx', wordFile('Tablets lånes ud.'));
    await expect.poll(() => tab.getByLabel('Titel').inputValue()).toBe('Udlån af tablets');
    await tab.getByText('udlån_af_tablets.docx').waitFor();
    expect(await tab.getByLabel('Udfører retningslinjen').inputValue()).toBe('retningslinje-papir');
    await tab.getByRole('button', { name: 'Gem og send til godkendelse' }).click();
    await tab.getByText('Skriv det, før du sender den til godkendelse.').waitFor();
    await tab.getByText('Der er 2 felter, der skal rettes.').waitFor();
    await tab.getByLabel('Kort fortalt, hvad der er nyt').fill('Tablets lånes ud i skabet.');
    await tab.getByLabel('Område').selectOption({ label: 'Leverandører' });
    await expect.poll(() => tab.getByLabel('Hvor tit skal den ses efter?').inputValue()).toBe('24');
    await tab.getByText('Efter centerchefen afgør Informationssikkerhedsudvalget det.').waitFor();
    await tab.getByLabel('Bestemte stillinger').check();
    await tab.getByLabel('Sygeplejerske').click();
    await tab.getByText(`Den gælder for ${nurses} medarbejdere.`).waitFor();
    fails('PUT /api/procedures/:procedureKey/draft/file', 503, {
      body: refusal('test', 'Microsoft 365 svarer ikke. Prøv igen.'),
      times: 1,
    });
    await tab.getByRole('button', { name: 'Gem og send til godkendelse' }).click();
    await tab.getByText('Microsoft 365 svarer ikke. Prøv igen.').waitFor();
    await tab.getByRole('button', { name: 'Gem og send til godkendelse' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Send Udlån af tablets til godkendelse' });
    await dialog.getByRole('button', { name: 'Send til godkendelse' }).click();
    await tab.getByText('Udlån af tablets er sendt til godkendelse.').waitFor();
    await tab.getByText(/Word-dokument · \d/).waitFor();
    await tab.getByText(`Sygeplejerske i Center for Voksne og Velfærd (${nurses} medarbejdere)`).waitFor();
    expect(questions('POST /api/procedures').filter((line) => line === 'POST /api/procedures')).toHaveLength(1);
  });

  it('keeps itself, says at the fields what the API refuses, and shows how the text will look', async () => {
    const field = { path: 'title', code: 'test', message: 'Titlen er brugt' };
    fails('PUT /api/procedures/:procedureKey/draft', 422, {
      body: { error: { ...refusal('test', 'Ret felterne').error, kind: 'invalid', fields: [field] } },
      times: 1,
    });
    const { tab, page } = await show('/procedures/{board}/edit');
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
      .toBe('Tavlen i personalerummet');
    await again.getByRole('button', { name: 'Gem kladden' }).click();
    await again.getByText('Kladden er gemt.').waitFor();
    await again.getByText('Sig det til').waitFor();
  });

  it('shows how far a file is, and stops when asked to', async () => {
    slow('PUT /api/procedures/:procedureKey/draft/file');
    const { tab } = await show('/procedures/{board}/edit');
    await tab.getByRole('button', { name: /^Vælg en (anden )?fil$/ }).waitFor();
    await drop(tab, '[data-part="file-drop"]', 'film.mp4');
    await tab.getByText('film.mp4 kan ikke bruges. Filen skal være Word (.docx), PDF eller billede.').waitFor();
    await drop(tab, '[data-part="file-drop"]', 'stor.pdf', 51 * 1024 * 1024);
    await tab.getByText('stor.pdf fylder 51 MB, og der er plads til 50 MB.').waitFor();
    // More than the connection buffers without a reader.
    await drop(tab, '[data-part="file-drop"]', 'nøgler.pdf', 40 * 1024 * 1024);
    await tab.getByText('PDF · 40 MB').waitFor();
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByRole('progressbar', { name: 'Sender nøgler.pdf' }).waitFor();
    await tab.getByText(/^\d\d?\s% sendt$/).waitFor();
    await tab.getByRole('button', { name: 'Stop', exact: true }).click();
    await tab.getByRole('button', { name: 'Vælg en anden fil' }).waitFor();
    expect(await tab.getByRole('alert').filter({ hasText: 'lykkedes ikke' }).count()).toBe(0);
  });

  it('goes on from a Word file with its tables, and says what did not come along', async () => {
    const { tab, page } = await show('/procedures/{word}/edit');
    await tab.getByText('Et billede. Efter: »Lås skærmen').waitFor();
    await tab.getByRole('button', { name: 'Sæt filens tekst ind nedenfor' }).click();
    const text = tab.getByRole('textbox', { name: /^Tekst/ });
    await text.getByRole('columnheader', { name: 'Hvad' }).waitFor();
    await tab.getByText('Gemt på denne enhed').waitFor();
    const stored = () => tab.evaluate(() => JSON.stringify(localStorage));
    await expect.poll(stored).toMatch(/# Mobiler i hjemmeplejen.*\| Vagten \| Ringer \|/);
    await resize({ page, tab }, 320);
    await expect.poll(() => overflows(tab)).toBe(false);
    expect(await axe(tab)).toEqual([]);
  });

  it('is closed to those who may not write, and begins from a template', async () => {
    const { tab } = await show('/procedures/new', 'ciso');
    await tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
    await goTo(tab, '/procedures/new?kind=guideline');
    await tab.getByRole('button', { name: 'Brug den: Papir, print og låste skabe' }).click();
    await expect.poll(() => tab.getByLabel('Titel').inputValue()).toBe('Papir, print og låste skabe');
    await tab.getByRole('textbox', { name: 'Tekst' }).getByRole('heading').first().waitFor();
    await tab.getByLabel('Bestemte stillinger').check();
    await tab.getByRole('searchbox', { name: 'Find en stilling' }).fill('syge');
    // A row that moves while it is pressed is not chosen.
    await expect.poll(() => tab.getByLabel('Pædagog', { exact: true }).count()).toBe(0);
    await tab.getByLabel('Sygeplejerske').check();
    await tab.getByLabel('Hvert center skal have en lokal procedure').check();
    await tab.getByLabel('Titel').fill('Rene borde');
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Rene borde' }).waitFor();
    await tab.getByText('Skriv kort, hvad der er nyt, før du sender den.').waitFor();
  });
});

describe('areas', () => {
  it('change who decides, and are made', async () => {
    const { areas } = await ask('ciso', 'GET /api/procedure-areas', {});
    const { tab } = await show('/procedures/areas', 'ciso');
    await tab.getByRole('button', { name: 'Ret Mobile enheder' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Ret Mobile enheder' });
    await dialog.getByLabel('Informationssikkerhedsudvalget').check();
    await dialog.getByLabel('Ses efter hver (måneder)').fill('40');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.getByText('Skriv et tal fra 1 til 36').waitFor();
    await dialog.getByLabel('Ses efter hver (måneder)').fill('18');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByRole('row', { name: /Mobile enheder Informationssikkerhedsudvalget 18 måneder/ }).waitFor();
    await tab.getByRole('button', { name: 'Nyt område' }).click();
    await tab.getByRole('dialog').getByLabel('Navn').fill('Kameraer');
    await tab.getByRole('dialog').getByRole('button', { name: 'Gem' }).click();
    await tab.getByRole('heading', { level: 1, name: `${areas.length + 1} områder` }).waitFor();
  });
});

describe('a guideline that is taken out of use', () => {
  it('is still what the procedure carries out, and the form says so', async () => {
    const guidelineKey = 'retningslinje-papir';
    const place = { kind: 'procedure', centreId: 'voksne-og-velfaerd', area: 'area-paper' } as const;
    const asks = { jobTitles: [], mustAcknowledge: false, reviewMonths: 12 };
    const { key } = await ask('Mette Sørensen', 'POST /api/procedures', {
      body: { ...place, ...asks, title: 'Papir i bilen', guidelineKey },
    });
    await ask('ciso', 'POST /api/procedures/:procedureKey/retire', {
      params: { procedureKey: guidelineKey },
      body: { reason: 'Skrevet sammen med en anden' },
    });
    const name = / \(ude af brug\)$/;
    const { tab } = await show(`/procedures/${key}`, 'Mette Sørensen');
    await tab.getByRole('link', { name }).waitFor();
    const form = await show(`/procedures/${key}/edit`, 'Mette Sørensen');
    const select = form.tab.getByLabel('Udfører retningslinjen (valgfrit)');
    await select.waitFor();
    expect(await select.locator('option:checked').innerText()).toMatch(name);
  });
});
