import { describe, expect, it } from 'vitest';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string) => openTab({ person: 'ciso', path });
const lastAsked = (part: string) => mock.asked.filter((request) => request.includes(part)).at(-1) ?? '';

describe('the trend of risks', () => {
  it('answers first, then bars a month, and says the same in a table', async () => {
    const { tab } = await show('/risks/trend');
    await tab
      .getByRole('heading', { level: 1, name: /alvorlige risici nu, \d+ (flere|færre) end i november 2025/ })
      .waitFor();
    await tab.getByRole('img', { name: /13 måneder, fra november 2025 til november 2026/ }).waitFor();
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
    await tab.getByRole('link', { name: '8 risici i Center for Park, Vej og Miljø' }).waitFor();
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
    await tab.getByRole('link', { name: 'Se risikobilledet for Center for Park, Vej og Miljø' }).click();
    await expect.poll(() => lastAsked('/overview')).toContain('centreId=c5');
  });
});

describe('the quality checks', () => {
  it('put the errors first, each with where it is mended', async () => {
    const { tab } = await show('/risks/checks');
    await tab.getByRole('heading', { level: 1, name: '2 ting skal rettes' }).waitFor();
    const rules = await tab.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(rules[0]).toContain('Vitale systemer skal være vurderet');
    expect(await tab.getByRole('link', { name: 'Ret SBSYS' }).first().getAttribute('href')).toBe(
      '/tab/risks/assets/a2',
    );
    await tab.getByRole('button', { name: 'Vis alle 8' }).click();
    await tab
      .getByRole('table', { name: /Et aktiv skal have en ejer/ })
      .getByText('Geodata og kort', { exact: true })
      .waitFor();
  });

  it('narrow by weight and centre', async () => {
    const { tab } = await show('/risks/checks');
    await tab.getByRole('link', { name: '14 til orientering' }).click();
    await expect.poll(() => tab.getByRole('heading', { level: 2 }).count()).toBe(1);
    await tab.getByLabel('Center', { exact: true }).selectOption('mine');
    await expect.poll(() => lastAsked('/checks')).toMatch(/centreId=mine.*severity=info/);
  });

  it('are calm when nothing is found', async () => {
    mock.override('GET /api/risks/checks', {
      change: (answer) => ({ ...answer, groups: [], counts: { error: 0, warning: 0, info: 0 } }),
    });
    const { tab } = await show('/risks/checks');
    await tab.getByRole('heading', { level: 1, name: 'Alt er i orden' }).waitFor();
    await tab.getByText('14 regler er tjekket, og ingen mangler er fundet.').waitFor();
  });
});
