import { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, axeColours, overflows, ownTab, resize } from '../tab-page.ts';
import type { HostWindow } from '../tab-page/host-page.ts';

const { openTab, ask, asked, world, person } = ownTab();
const aDraft = async (title: string, text = 'Skriv også, hvem der har nøglen.') => {
  const { key } = await ask('coordinator', 'POST /api/procedures', {
    body: {
      kind: 'procedure',
      centreId: 'voksne-og-velfaerd',
      title,
      area: 'area-access',
      jobTitles: [],
      mustAcknowledge: true,
      reviewMonths: 12,
      text,
    },
  });
  return key;
};
const keptText = (tab: Frame) =>
  tab.evaluate(() => {
    const kept = Object.entries<string>(localStorage).find(([key]) => key.includes('procedure'));
    return kept ? (JSON.parse(kept[1]) as { value: { text: string } }).value.text : '';
  });

const fromWord = `<html><body><!--StartFragment-->
<p class=MsoNormal><b>Nøgler</b> og <span style='color:red'>kort</span><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Et</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>Inden i</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>To <a href="javascript:alert(1)">fælde</a> <a href="https://kommune.dk">side</a></p>
<table><tr><td colspan=2><p>Begge</p></td></tr><tr><td><p>a</p></td><td><p>b</p></td></tr></table>
<img src="https://tracker.example/p.png" onerror="alert(1)"><script>alert(1)</script><!--EndFragment--></body></html>`;

const paste = (tab: Frame, type: string, text: string) =>
  tab.locator('.ProseMirror').evaluate(
    (place, [kind, words]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(kind ?? '', words ?? '');
      place.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [type, text],
  );

/** Two dots. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGNgiJr3//9/AAo7A/Y8IcQsAAAAAElFTkSuQmCC';

/** A Word file with a heading, a picture and a table. */
async function fromTheCentre(): Promise<Uint8Array> {
  const row = (tableHeader: boolean, ...cells: string[]) =>
    new TableRow({ tableHeader, children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  const transformation = { width: 2, height: 1 };
  const children = [
    new Paragraph({ text: 'Mobiler i hjemmeplejen', heading: HeadingLevel.HEADING_1 }),
    new Paragraph('Lås skærmen'),
    new Paragraph({ children: [new ImageRun({ type: 'png', data: Buffer.from(picture, 'base64'), transformation })] }),
    new Table({ rows: [row(true, 'Hvem', 'Hvad'), row(false, 'Vagten', 'Ringer')] }),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

describe('writing without Markdown', () => {
  it('has headings, lists, links and tables by mouse and keyboard, and is kept as Markdown', async () => {
    const { tab, page, complaints } = await openTab({
      person: 'coordinator',
      path: `/procedures/${await aDraft('Nøgler')}/edit`,
    });
    const text = tab.getByRole('textbox', { name: 'Tekst' });
    const tool = (name: string) => tab.getByRole('button', { name, exact: true });
    await text.getByText('Skriv også').or(text).first().waitFor();
    expect(await keptText(tab)).toBe('');

    await text.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await tab.getByRole('combobox', { name: 'Overskrift eller tekst' }).selectOption('2');
    await page.keyboard.type('Nøgler');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Spørg ');
    await page.keyboard.press('Control+B');
    expect(await tool('Fed').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.type('lederen');
    await page.keyboard.press('Control+B');
    await page.keyboard.press('Enter');
    await tool('Punkter').click();
    await page.keyboard.type('Et');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Under');
    await tool('Ryk ind').click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+K');
    const address = tab.getByLabel('Adresse');
    await address.fill('http://kommune.dk');
    await address.press('Enter');
    await tab.getByText('Skriv en adresse, der begynder med https://').waitFor();
    await address.fill('kommune.dk/nøgler');
    await address.press('Enter');
    await page.keyboard.press('Enter');
    await tool('Indsæt tabel').click();
    await page.keyboard.type('Hvem');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Hvad');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Vagten | a');
    await tool('Kolonne til højre').click();
    const written = [
      '## Nøgler\n\nSpørg **lederen**\n\n- Et\n  - Under\n\n<https://kommune.dk/n%C3%B8gler>\n\n',
      '| Hvem | | Hvad |\n| - | - | - |\n| Vagten \\| a | | |\n| | | |',
    ].join('');
    await expect.poll(() => keptText(tab)).toBe(written);

    await tool('Fortryd').click();
    await expect.poll(() => keptText(tab)).toContain('| Hvem | Hvad |');
    expect(await axe(tab)).toEqual([]);

    // The toolbar is one tab stop: arrows move along it, Tab to the text.
    await tool('Fed').focus();
    await page.keyboard.press('ArrowRight');
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Kursiv');

    await resize({ page, tab }, 320);
    await expect.poll(() => overflows(tab)).toBe(false);
    expect(await axe(tab)).toEqual([]);
    for (const theme of ['dark', 'contrast']) {
      await page.evaluate((name) => (globalThis as unknown as HostWindow).host.theme(name), theme);
      await tab.locator(`[data-theme=${theme}]`).waitFor();
      expect(await axeColours(tab), theme).toEqual([]);
    }

    await text.click();
    await page.keyboard.press('Control+A');
    await paste(tab, 'text/html', fromWord);
    await expect
      .poll(() => keptText(tab))
      .toBe(
        '**Nøgler** og kort\n\n- Et\n  - Inden i\n- To fælde [side](https://kommune.dk)\n\n| Begge | |\n| - | - |\n| a | b |',
      );

    await tool('Vis Markdown').click();
    expect(await tab.getByLabel('Tekst').last().inputValue()).toContain('- To fælde');
    await tab.getByLabel('Tekst').last().fill('# Fra Markdown');
    await tool('Vis Markdown').click();
    await tab.getByRole('textbox', { name: 'Tekst' }).getByRole('heading', { name: 'Fra Markdown' }).waitFor();
    // Active content of a pasted page is refused while parsed, and absent from the result.
    expect(complaints.filter((line) => !line.includes('Executing inline event handler'))).toEqual([]);
    expect(await text.locator('img, script, [onerror]').count()).toBe(0);
  });

  it('has the plain field when the editor cannot be fetched, and speaks English to those who read it', async () => {
    const edit = `/procedures/${await aDraft('Kort')}/edit`;
    const { tab, page } = await openTab({ person: 'coordinator', locale: 'en-gb' });
    await page.route('**/assets/Editor-*.js', (route) => route.abort());
    await tab.evaluate((path) => history.pushState(null, '', `/tab${path}`), edit);
    await tab.getByText('The tools could not be loaded, but you can write here.').waitFor();
    await tab.getByLabel('Text').last().fill('Skrevet uden værktøjer');
    await expect.poll(() => keptText(tab)).toBe('Skrevet uden værktøjer');
    await page.unroute('**/assets/Editor-*.js');
    await page.reload();
    const again = page.frames()[1];
    if (!again) throw new Error('no tab');
    await again.getByRole('heading', { level: 1 }).waitFor();
    await again.evaluate((path) => history.pushState(null, '', `/tab${path}`), edit);
    await again.getByRole('toolbar', { name: 'Tools for Text' }).waitFor();
    expect(await again.getByRole('button', { name: 'Insert table' }).count()).toBe(1);
    expect(await again.getByRole('textbox', { name: 'Text' }).innerText()).toBe('Skrevet uden værktøjer');
    expect(asked().filter((line) => line.startsWith('PUT'))).toEqual([]);
  });

  it('goes on from a Word file with its tables, and says what did not come along', async () => {
    const key = await aDraft('Mobiler i hjemmeplejen', '');
    const { journey } = world();
    const bytes = await fromTheCentre();
    await journey.upload(await person('coordinator'), `/api/procedures/${key}/draft/file`, 'Mobiler.docx', bytes);
    const { tab, page } = await openTab({ person: 'coordinator', path: `/procedures/${key}/edit` });
    await tab.getByText('Et billede. Efter: »Lås skærmen«').waitFor();
    await tab.getByRole('button', { name: 'Sæt filens tekst ind nedenfor' }).click();
    const text = tab.getByRole('textbox', { name: /^Tekst/ });
    await text.getByRole('columnheader', { name: 'Hvad' }).waitFor();
    await expect.poll(() => keptText(tab)).toMatch(/^# Mobiler i hjemmeplejen[^]*\| Vagten \| Ringer \|$/);
    await resize({ page, tab }, 320);
    await expect.poll(() => overflows(tab)).toBe(false);
    expect(await axe(tab)).toEqual([]);
  });
});

describe('a form about what another has removed meanwhile', () => {
  it('keeps what is written on the page, and says that it is gone', async () => {
    const procedureKey = await aDraft('Nøgler til depotet');
    const { tab } = await openTab({ person: 'Hanne Toft Lauridsen', path: `/procedures/${procedureKey}/edit` });
    const title = tab.getByLabel('Titel');
    await title.fill('Nøgler til depotet og garagen');
    await ask('coordinator', 'DELETE /api/procedures/:procedureKey/draft', { params: { procedureKey } });
    const comesBack = () => tab.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await comesBack();
    const gone = tab.getByText('Mette Sørensen kasserede kladden den 24. nov. 2026.');
    await gone.waitFor();
    expect(await title.inputValue()).toBe('Nøgler til depotet og garagen');
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await expect.poll(() => gone.count()).toBe(2);
    // Nothing is written any more.
    await title.fill('Nøgler til depotet');
    await comesBack();
    await tab.getByRole('heading', { name: 'Det findes ikke mere' }).waitFor();
  });
});
