import { describe, expect, it } from 'vitest';
import { sharedTab } from '../tab-page.ts';

const { openTab, asked } = sharedTab();
const show = async (path: string) => openTab({ person: 'ciso', path });
const lastAsked = (part: string) => asked().findLast((request) => request.includes(part)) ?? '';

describe('the trend of risks', () => {
  it('answers first, then bars a month, and says the same in a table', async () => {
    const { tab } = await show('/risks/trend');
    await tab
      .getByRole('heading', { level: 1, name: /alvorlige risici nu, \d+ (flere|færre) end i november 2025/ })
      .waitFor();
    await tab.getByRole('img', { name: /15 måneder, fra september 2025 til november 2026/ }).waitFor();
    await tab.getByRole('button', { name: 'Tabel' }).click();
    const months = tab.getByRole('table', { name: 'Risici efter niveau, måned for måned' });
    await months
      .getByRole('row', { name: /^november 2026 \(nu\)/ })
      .getByRole('link')
      .first()
      .waitFor();
    expect(
      await months
        .getByRole('row', { name: /^oktober 2026/ })
        .getByRole('link')
        .count(),
    ).toBe(0);
  });

  it('leads from each centre to its picture and its rows, and gives a workbook', async () => {
    const { tab, page } = await show('/risks/trend');
    await tab.getByRole('link', { name: '99 risici i Center for Park, Vej og Miljø' }).waitFor();
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
    await tab.getByRole('link', { name: 'Se risikobilledet for Center for Park, Vej og Miljø' }).click();
    await expect.poll(() => lastAsked('/overview')).toContain('centreId=park-vej-og-miljoe');
  });
});

describe('the quality checks', () => {
  it('put the errors first, each with where it is mended', async () => {
    const { tab } = await show('/risks/checks');
    await tab.getByRole('heading', { level: 1, name: '16 ting skal rettes' }).waitFor();
    const rules = await tab.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(rules[0]).toContain('Vigtige aktiver skal vurderes.');
    expect(await tab.getByRole('link', { name: 'Ret Nødkald på plejecentre' }).first().getAttribute('href')).toBe(
      '/tab/risks/assets/sys-noedkald',
    );
    await tab.getByRole('button', { name: 'Vis alle 35' }).click();
    await tab
      .getByRole('table', { name: /Hver trussel skal vurderes/ })
      .getByText('Økonomisystemet', { exact: true })
      .waitFor();
  });

  it('narrow by weight and centre', async () => {
    const { tab } = await show('/risks/checks');
    await tab.getByRole('link', { name: '26 til orientering' }).click();
    await expect.poll(() => tab.getByRole('heading', { level: 2 }).count()).toBe(3);
    await tab.getByLabel('Center', { exact: true }).selectOption('voksne-og-velfaerd');
    await expect.poll(() => lastAsked('/checks')).toMatch(/centreId=voksne-og-velfaerd.*severity=info/);
  });
});
