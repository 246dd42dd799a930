import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { open, type Opened } from './browser.ts';
import { sharedMock, type MockServer } from './server.ts';
import { launch, leaveBrowser } from '../../launch.ts';

type Opening = Parameters<typeof open>[2];
type Screen = Parameters<typeof open>[3];

/**
 * What most files about the tab begin with: one browser and one mock of the API for the file, fresh answers for each test,
 * and the tab that a test opened closed after it.
 */
export function tabUnderTest() {
  let server: MockServer;
  let browser: Browser;
  let opened: Opened | undefined;
  beforeAll(async () => {
    [server, browser] = await Promise.all([sharedMock(), launch()]);
  });
  afterAll(async () => {
    await leaveBrowser(browser);
  });
  beforeEach(() => server.reset());
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });
  const mock: Pick<MockServer, 'address' | 'override' | 'asked' | 'wasAsked' | 'pending'> = {
    override: (name, override) => server.override(name, override),
    wasAsked: (name) => server.wasAsked(name),
    pending: () => server.pending(),
    get address() {
      return server.address;
    },
    get asked() {
      return server.asked;
    },
  };
  return {
    mock,
    openTab: async (opening?: Opening, screen?: Screen) => (opened = await open(browser, server, opening, screen)),
  };
}
