import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trailContract } from '../../api/trail/contract.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';
import { openDeskPage, type DeskPage } from './desk-page.ts';
import { axe } from './tab-page/axe.ts';

const answer = trailContract['GET /api/trail'].answer;

describe('Revisionsspor', () => {
  let world: JourneyWorld;
  let desk: DeskPage;
  let page: Page;
  let ciso: WorldPerson;
  let assetKey: string;

  const tab = () => desk.tab();
  const frame = () => desk.frame();
  const width = (given: string) =>
    page.evaluate((to) => {
      const shown = document.querySelector('iframe');
      if (shown) [shown.style.width, shown.style.minWidth] = [to, to && '0'];
    }, given);
  const trail = async (query = '') => answer.parse((await world.as(ciso, 'GET', `/api/trail${query}`)).body);

  beforeAll(async () => {
    world = await startWorld();
    ciso = await world.personWith('ciso');
    const body = { title: 'Skærmbesøg', kind: 'system', criticality: 'low' };
    const made = (await world.as(ciso, 'POST', '/api/assets', body)).body as { key: string; changedAt: string };
    assetKey = made.key;
    const change = { ...body, criticality: 'vital', ownerId: ciso.id, expected: made.changedAt };
    await world.as(ciso, 'PUT', `/api/assets/${assetKey}`, change);
    await world.process();
    desk = await openDeskPage(world.program.address);
    ({ page } = desk);
    page.on('console', (message) => void (message.type() === 'error' && desk.trouble.push(message.text())));
  });
  afterAll(async () => {
    await desk?.close();
    await world?.close();
  });

  it('tells the auditor who changed what from what to what, and is narrowed by a press, by keyboard too', async () => {
    await desk.become(await world.personWith('auditor'));
    await tab().getByRole('link', { name: 'Drift' }).first().click();
    await tab().getByRole('link', { name: 'Revisionsspor' }).click();
    const row = tab().getByRole('row').filter({ hasText: 'Ændrede et system' }).first();
    await row.getByText('Se, hvad der blev ændret').focus();
    await page.keyboard.press('Enter');
    await row.getByText('Vigtighed fra Lav til Vital').waitFor();
    await row.getByText(`Ejer sat til ${ciso.name}`).waitFor();
    await row.getByText('Appen').waitFor();
    await row.getByRole('link', { name: 'Skærmbesøg' }).click();
    await tab().getByRole('heading', { level: 1, name: '2 handlinger passer til det, du har valgt' }).waitFor();
    await tab().getByText('Kun om Skærmbesøg').waitFor();

    await width('320px');
    await expect.poll(() => frame().evaluate(() => document.documentElement.clientWidth)).toBe(320);
    expect(await frame().evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await axe(frame())).toEqual([]);
  });

  it('stands at the foot of the record, as it does for nobody else', async () => {
    await page.evaluate(() => document.querySelector('iframe')?.removeAttribute('style'));
    await frame()
      .goto(`${world.program.address}/tab/risks/assets/${assetKey}`)
      .catch(() => undefined);
    expect(
      (await world.as(await world.personWith('coordinator'), 'GET', `/api/trail/records/${assetKey}`)).status,
    ).toBe(403);
    const { entries } = await trail(`?record=${assetKey}`);
    expect(entries.map(({ act }) => act)).toEqual([
      'Ændrede et system eller en arbejdsgang',
      'Tilføjede et system eller en arbejdsgang',
    ]);
    expect((await trail(`?record=${assetKey}&origin=job`)).total).toBe(0);
    expect((await trail(`?person=${ciso.id}&act=addAsset`)).total).toBe(1);
    const sheet = await world.download(ciso, `/api/trail.xlsx?record=${assetKey}`);
    expect(Buffer.from(sheet.subarray(0, 2)).toString()).toBe('PK');
    const [month = ''] = (await trail()).months;
    const closed = await trail(`?month=${month}&limit=200`);
    expect(closed.total).toBeGreaterThan(0);
    expect(closed.entries.every(({ at }) => at.startsWith(month))).toBe(true);
    expect(desk.trouble).toEqual([]);
  });
});
