import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, goTo, overflows, ownTab } from '../tab-page.ts';
import type { Screen } from '../tab-page/open-tab.ts';
import { standard } from '../../../api/risks/scales/shipped/four-by-four.ts';
import { problemsOf, withoutLevel, withoutStep, withStepAdded } from '../../../tab/risks/scales/scale-edit.ts';

const { openTab, ask } = ownTab();
const show = async (path: string, screen: Screen = {}, person = 'ciso') => openTab({ person, path }, screen);

describe('scales', () => {
  it('are drawn with words in each cell, and their legend comes from the matrix', async () => {
    const { tab } = await show('/risks/scales');
    await tab.getByRole('heading', { level: 1, name: 'Nye vurderinger måles med Standard, 4 × 4' }).waitFor();
    const matrix = tab.getByRole('table', { name: 'Matrix for Standard, 4 × 4' });
    await matrix.getByRole('row', { name: '4 – Graverende Middel Middel Høj Høj' }).waitFor();
    const legend = tab.getByRole('list', { name: 'Niveauer' }).first();
    await legend.getByText('Accepteres af Informationssikkerhedsudvalget. 3 felter i matricen.').waitFor();
  });

  it('look the same to whoever comes from another matrix', async () => {
    const sizeOf = async (tab: Frame) => {
      const matrix = tab.getByRole('table', { name: 'Matrix for Standard, 4 × 4' });
      await matrix.waitFor();
      return matrix.evaluate((element) => {
        const { width, height } = element.getBoundingClientRect();
        return { width, height };
      });
    };
    const straight = await sizeOf((await show('/risks/scales')).tab);
    const { tab } = await show('/procedures/coverage');
    await tab.getByRole('grid', { name: 'Retningslinjer og centre' }).waitFor();
    await goTo(tab, '/risks/scales');
    expect(await sizeOf(tab)).toEqual(straight);
  });

  it('are chosen when the consequence has been said in words', async () => {
    const { tab } = await show('/risks/scales');
    await tab.getByRole('button', { name: 'Brug til nye vurderinger: Herning, 4 × 4' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Vurderinger, der er begyndt eller afsluttet, beholder deres skala.').waitFor();
    await dialog.getByRole('button', { name: 'Brug til nye vurderinger' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Nye vurderinger måles med Herning, 4 × 4' }).waitFor();
    const { total } = await ask('ciso', 'GET /api/risks/register', {});
    await goTo(tab, '/risks');
    await tab.getByText(`${total} risici er vurderet med en anden skala.`).waitFor();
  });

  it('are made out of another by keyboard, with what is wrong at the field and at the cell', async () => {
    const { tab } = await show('/risks/scales?copy=standard');
    await tab.getByRole('textbox', { name: 'Konsekvens 1', exact: true }).fill('');
    await tab.getByRole('button', { name: 'Tilføj et niveau' }).click();
    await tab.getByRole('textbox', { name: 'Niveau 4', exact: true }).fill('Kritisk');
    await tab.getByLabel('Niveau 4: hvad det betyder').fill('Stop, indtil den er bragt ned.');
    await tab.getByLabel('Niveau 4: accepteres af').selectOption('corporateManagement');
    await tab.getByLabel('Konsekvens Graverende, sandsynlighed Usandsynligt').selectOption({ label: 'Kritisk' });
    await tab.getByRole('button', { name: 'Gem skalaen' }).click();
    await expect.poll(() => tab.getByText('Udfyld feltet').count()).toBe(2);
    await expect.poll(() => tab.getByText('Mildere end feltet før. Vælg et højere niveau.').count()).toBe(1);
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await tab.getByLabel('Skalaens navn').fill('KL, 4 × 4');
    await tab.getByRole('textbox', { name: 'Konsekvens 1', exact: true }).fill('Lille');
    for (const word of ['Mindre sandsynligt', 'Sandsynligt', 'Forventet'])
      await tab.getByLabel(`Konsekvens Graverende, sandsynlighed ${word}`).selectOption({ label: 'Kritisk' });
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Gem skalaen' }).click();
    await tab.getByText('Der er allerede en skala med det navn.').waitFor();
    await tab.getByLabel('Skalaens navn').fill('Ishøjs egen');
    await tab.getByRole('button', { name: 'Gem skalaen' }).click();
    await tab.getByText('Skalaen er gemt.').waitFor();
    await tab.getByRole('heading', { level: 2, name: 'Ishøjs egen' }).waitFor();
  });

  it('keep what is written when the page is left, and are only read by others', async () => {
    const first = await show('/risks/scales?copy=kl', { width: 320 });
    await first.tab.getByLabel('Skalaens navn').fill('Halvt færdig');
    await expect.poll(() => overflows(first.tab)).toBe(false);
    await first.page.reload();
    const again = first.page.frames().find((frame) => frame !== first.page.mainFrame());
    await expect.poll(() => again?.getByLabel('Skalaens navn').inputValue()).toBe('Halvt færdig');
    await first.close();
    const { tab } = await show('/risks/scales', {}, 'coordinator');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await tab.getByRole('button', { name: /Brug til nye vurderinger|Lav jeres egen/ }).count()).toBe(0);
  });

  it('keep a full matrix through every change of steps and levels', () => {
    const grown = withStepAdded(withStepAdded(standard, 'consequence'), 'likelihood');
    expect(grown.matrix.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
    expect([...problemsOf('Navn', grown).values()]).toEqual(['required', 'required', 'required', 'required']);
    const shrunk = withoutStep(grown, 'likelihood', 0);
    expect(shrunk.matrix.map((row) => row.length)).toEqual([4, 4, 4, 4, 4]);
    expect(
      withoutLevel(standard, 1)
        .matrix.flat()
        .every((level) => level <= 1),
    ).toBe(true);
    expect(problemsOf('Navn', withoutLevel(standard, 0)).size).toBe(0);
  });
});

describe('catalogues of threats', () => {
  it('are searched, hidden from new assessments and shown again', async () => {
    const { tab } = await show('/risks/catalogues');
    await tab.getByRole('heading', { level: 1, name: '55 trusler i 3 kataloger' }).waitFor();
    await tab.getByRole('searchbox').fill('afpressere');
    await tab.getByText('Data bliver låst af afpressere', { exact: true }).waitFor();
    await expect.poll(() => tab.getByRole('heading', { level: 2 }).count()).toBe(1);
    await tab.getByRole('searchbox').fill('xyz');
    await tab.getByText('Ingen trussel passer til xyz.').waitFor();
    await tab.getByRole('searchbox').fill('');
    await tab.getByRole('button', { name: 'Skjul for nye vurderinger: Arbejdsgange' }).click();
    await tab.getByText('Skjult', { exact: true }).waitFor();
    await tab.getByRole('button', { name: 'Vis igen: Arbejdsgange' }).click();
    await expect.poll(() => tab.getByText('Skjult', { exact: true }).count()).toBe(0);
  });

  it('are made and changed as one’s own, with what is missing said at the field', async () => {
    const { tab } = await show('/risks/catalogues');
    await tab.getByRole('link', { name: 'Lav et katalog' }).click();
    await tab.getByLabel('Katalogets navn').fill('Biblioteker');
    await tab.getByRole('button', { name: 'Gem kataloget' }).click();
    await tab.getByText('Tilføj mindst én trussel.').waitFor();
    await tab.getByRole('button', { name: 'Tilføj en trussel' }).click();
    await tab.getByRole('button', { name: 'Gem kataloget' }).click();
    await tab.getByText('Udfyld feltet').waitFor();
    await tab.getByRole('textbox', { name: 'Trussel 1', exact: true }).fill('Lånere ser hinandens lån');
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Gem kataloget' }).click();
    await tab.getByText('Kataloget er gemt.').waitFor();
    await tab.getByRole('link', { name: 'Ret Biblioteker' }).click();
    await expect
      .poll(() => tab.getByRole('textbox', { name: 'Trussel 1', exact: true }).inputValue())
      .toBe('Lånere ser hinandens lån');
  });
});
