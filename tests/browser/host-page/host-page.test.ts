import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tenantId } from '../../../teams-app/emulator/municipality.ts';
import { aCard } from '../../contract/teams/world.ts';
import { anne, bo, camilla, deepLink, openHostPage, type Served } from './served.ts';

let desk: Served;
beforeAll(async () => {
  desk = await openHostPage();
});
afterAll(() => desk.close());
afterEach(() => {
  expect(desk.trouble).toEqual([]);
});

const tab = (): FrameLocator => desk.page.frameLocator('iframe');
const fact = (name: string) => tab().locator(`[data-fact="${name}"]`);
const choose = (name: string) => desk.page.getByRole('radio', { name, exact: true }).check({ force: true });
const person = (id: string) => desk.page.locator(`[data-person="${id}"]`).first();
const seen = async (name: string, text: string) => {
  await expect.poll(() => fact(name).textContent()).toBe(text);
};

describe('the tab in the host page', () => {
  it('joins by the teams-js protocol and gets the context and token of the chosen person', async () => {
    await seen('user', camilla);
    await seen('token', camilla);
    await seen('tenant', tenantId);
    await seen('locale', 'da-dk');
    await seen('page', '["home",""]');
    await desk.page.locator('.frame-sign').waitFor({ state: 'hidden' });
  });

  it('is opened anew for another person', async () => {
    await person(anne).click();
    await seen('user', anne);
    await seen('token', anne);
    await expect.poll(() => person(anne).getAttribute('aria-current')).toBe('true');
  });

  it('is told of a change of theme without being loaded again', async () => {
    await choose('Mørkt');
    await seen('theme', 'dark');
    await choose('Høj kontrast');
    await seen('theme', 'contrast');
    await choose('Lyst');
    await seen('theme', 'default');
  });

  it('is as wide as a phone when asked', async () => {
    for (const [name, width] of [
      ['Telefon, 375 px', 375],
      ['Lille telefon, 320 px', 320],
    ] as const) {
      await choose(name);
      await expect.poll(async () => (await desk.page.locator('iframe').boundingBox())?.width).toBe(width);
    }
    await choose('Skærm');
    await expect.poll(async () => (await desk.page.locator('iframe').boundingBox())?.width).toBeGreaterThanOrEqual(720);
  });

  it('gets the language that the page is switched to', async () => {
    await choose('English');
    await seen('locale', 'en-us');
    await expect.poll(() => desk.page.locator('html').getAttribute('lang')).toBe('en');
    await choose('Dansk');
    await seen('locale', 'da-dk');
  });

  it('navigates within the app', async () => {
    await tab().getByRole('button', { name: 'navigate' }).click();
    await seen('page', '["policy","policy/4.0"]');
  });

  it('shares and opens links through the host', async () => {
    await tab().getByRole('button', { name: 'link' }).click();
    await expect.poll(() => desk.page.locator('.toast').textContent()).toContain('/l/chat/0/0');
    await tab().getByRole('button', { name: 'share' }).click();
    await expect.poll(() => desk.page.locator('.toast').textContent()).toContain('Politik');
  });
});

describe('the chat in the host page', () => {
  const chat = () => desk.page.locator('.chat-panel');

  it('shows a card that arrives, and a press turns it into its receipt', async () => {
    await desk.send(anne, aCard('Ny politik', [{ type: 'Action.Execute', title: 'Jeg har læst den', verb: 'ack' }]));
    await chat().getByText('Ny politik').waitFor();
    await chat().getByRole('button', { name: 'Jeg har læst den' }).click();
    await chat().getByText('Tak, Anne').waitFor();
    expect(await chat().getByText('Ny politik').count()).toBe(0);
    expect(desk.bot.received.at(-1)?.activity).toMatchObject({ type: 'invoke', from: { aadObjectId: anne } });
  });

  it('sends what is filled in, with the button that was pressed', async () => {
    const submit = (verb: string) => ({ type: 'Action.Submit', title: 'Send', data: { verb } });
    await desk.send(anne, {
      ...aCard('Hvorfor?', [submit('second')]),
      body: [
        { type: 'ActionSet', actions: [submit('first')] },
        { type: 'Input.Text', id: 'reason', label: 'Begrundelse' },
      ],
    });
    await chat().getByLabel('Begrundelse').fill('Mangler bilag');
    await chat().getByRole('button', { name: 'Send', exact: true }).nth(1).click();
    await expect
      .poll(() => desk.bot.received.at(-1)?.activity['value'])
      .toEqual({ verb: 'second', reason: 'Mangler bilag' });
  });

  it('opens the item that a deep link names in the tab', async () => {
    const url = deepLink('home', 'policy/4.0');
    await desk.send(anne, aCard('Læs mere', [{ type: 'Action.OpenUrl', title: 'Læs politikken', url }]));
    await chat().getByRole('link', { name: 'Læs politikken' }).click();
    await seen('page', '["home","policy/4.0"]');
  });

  it('opens a link in a card’s text without leaving the page', async () => {
    await desk.send(anne, aCard(`Udfør opgaven [Åbn opgaven](${deepLink('home', 'wheel/tasks/1')})`));
    await chat().getByRole('link', { name: 'Åbn opgaven' }).click();
    await seen('page', '["home","wheel/tasks/1"]');
  });

  it('does not show a card that is newer than Teams takes', async () => {
    await desk.send(anne, { ...aCard('Fra fremtiden'), version: '1.6' });
    await chat().getByText('Kortet kan ikke vises.').waitFor();
    expect(await chat().getByText('Fra fremtiden').count()).toBe(0);
  });

  it('shows no markup that a text or card brings along', async () => {
    await desk.send(anne, aCard('<img src=x onerror=alert(1)> **fed**'));
    await chat().getByText('<img src=x').waitFor();
    expect(await chat().locator('img').count()).toBe(0);
  });

  it('passes on what the person writes', async () => {
    await chat().getByLabel('Skriv en besked').fill('hjælp');
    await desk.page.keyboard.press('Enter');
    await chat().getByText('hjælp', { exact: true }).waitFor();
    await expect.poll(() => desk.bot.received.at(-1)?.activity['text']).toBe('hjælp');
  });

  it('says when the bot cannot reach the person, and installs the app', async () => {
    await person(bo).click();
    await chat().getByText('Appen er ikke installeret for Bo Lind').waitFor();
    await chat().getByRole('button', { name: 'Flere valg for chatten' }).click();
    await desk.page.getByRole('button', { name: 'Installér appen' }).click();
    await chat().getByText('Appen er ikke installeret').waitFor({ state: 'hidden' });
    expect(desk.emulator.world.directory.isInstalled(bo)).toBe(true);
  });
});

describe('the page itself', () => {
  it('finds people by name, role and centre, and walks them by arrow keys', async () => {
    const search = desk.page.getByRole('searchbox');
    await search.fill('voksne');
    await expect.poll(() => desk.page.locator('.people-list .person').count()).toBe(1);
    await search.press('Tab');
    await desk.page.keyboard.press('Enter');
    await seen('user', anne);
    await search.fill('ingen af dem');
    await desk.page.getByText('Ingen passer').waitFor();
    await search.fill('');
    await desk.page.locator('.person').first().focus();
    await desk.page.keyboard.press('ArrowDown');
    const focused = () => desk.page.evaluate(() => document.activeElement?.getAttribute('data-person'));
    expect(await focused()).toBe(await desk.page.locator('.person').nth(1).getAttribute('data-person'));
  });

  it('moves the clock and does what is due', async () => {
    const before = desk.emulator.world.clock.now().getTime();
    await desk.page.getByRole('button', { name: '+1 uge' }).click();
    const days = () => Math.round((desk.emulator.world.clock.now().getTime() - before) / 86_400_000);
    await expect.poll(days).toBe(7);
    let processed = 0;
    desk.emulator.onProcess(async () => void (processed += 1));
    await desk.page.getByRole('button', { name: 'Kør nu' }).click();
    await desk.page.getByText('Alt, der var tid til, er gjort.').waitFor();
    expect(processed).toBe(1);
  });

  it('remembers the person through a reload', async () => {
    await person(anne).click();
    await desk.page.reload();
    await seen('user', anne);
  });

  it('has nothing that hinders anybody, in three themes', async () => {
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    for (const theme of ['Mørkt', 'Høj kontrast', 'Lyst']) {
      await choose(theme);
      await desk.page.evaluate(readFileSync(axe, 'utf8'));
      const results = await desk.page.evaluate<AxeResults>(
        'axe.run({ exclude: [["iframe"]] }, { resultTypes: ["violations"] })',
      );
      const found = results.violations.map(({ id, nodes }) => `${theme}: ${id} ${nodes[0]?.html}`);
      expect(found).toEqual([]);
    }
  });

  it('shows one panel at a time on a narrow window, without sideways scrolling', async () => {
    await desk.page.setViewportSize({ width: 375, height: 720 });
    const visible = (name: string) => desk.page.locator(name).isVisible();
    await desk.page.locator('.pane-switch').getByRole('button', { name: 'Chat' }).click();
    await expect.poll(async () => [await visible('.chat-panel'), await visible('.tab-panel')]).toEqual([true, false]);
    await expect
      .poll(() => desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
    await desk.page.setViewportSize({ width: 1280, height: 800 });
  });
});
