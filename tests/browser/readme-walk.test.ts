import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type JourneyWorld } from '../support/world.ts';
import { launch, leaveBrowser, newWindow } from './launch.ts';
import { sentencesOf, walker, type Walker } from './readme-steps.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

describe('the README’s walk, word for word', () => {
  let world: JourneyWorld;
  let browser: Browser;
  let page: Page;
  let walk: Walker;
  const trouble: string[] = [];

  beforeAll(async () => {
    world = await startWorld();
    await world.process();
    browser = await launch();
    page = await newWindow(browser, { viewport: { width: 1600, height: 1000 } });
    page.on('console', (message) => void (message.type() === 'error' && trouble.push(message.text())));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(world.program.address) && !request.url().startsWith('data:'))
        trouble.push(`asked ${request.url()}`);
    });
    await page.goto(world.program.address);
    walk = walker(world, page);
  });
  afterAll(async () => {
    await leaveBrowser(browser);
    await world?.close();
  });

  it('is done as it says, and shows what it says', async () => {
    const sentences = sentencesOf(readme);
    expect(sentences.length).toBeGreaterThan(12);
    const wrong: string[] = [];
    for (const sentence of sentences) {
      const said = await walk.take(sentence).then(
        () => undefined,
        (thrown: unknown) => String(thrown).split('\n').slice(0, 12).join(' '),
      );
      if (said !== undefined) wrong.push(`${sentence}\n  ${said}`);
    }
    expect(wrong).toEqual([]);
    // The walk ends offline.
    expect(trouble.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });
});
