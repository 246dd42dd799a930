import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { startEmulator, type Emulator } from '../../../teams-app/emulator/index.ts';
import { catalogAppId } from '../../../teams-app/emulator/municipality.ts';
import { aCard, connectorOf, scriptedBot } from '../../contract/teams/world.ts';
import { launch, leaveBrowser, newContext } from '../launch.ts';

export const anne = '0d5f2f5e-58f0-4b6c-9d29-0a8f3d1e0a01';
export const camilla = '0d5f2f5e-58f0-4b6c-9d29-0a8f3d1e0c03';
export const bo = '0d5f2f5e-58f0-4b6c-9d29-0a8f3d1e0b02';
const root = join(import.meta.dirname, '../../..');

const people = [
  [camilla, 'Camilla Vestergaard', 'CISO', true, ['ciso'], 'Center for Digitalisering'],
  [anne, 'Anne Holm', 'Sygeplejerske', true, [], 'Center for Voksne og Velfærd'],
  [bo, 'Bo Lind', 'Gartner', false, [], 'Center for Park, Vej og Miljø'],
] as const;

export interface Served {
  emulator: Emulator;
  address: string;
  bot: Awaited<ReturnType<typeof scriptedBot>>;
  page: Page;
  /** Errors and warnings of the page's console, failed and foreign requests. */
  trouble: string[];
  /** Sends a card to a person's chat. */
  send(personId: string, card: unknown): Promise<string>;
  close(): Promise<void>;
}

/** The test's tab as one file, with the real teams-js. */
async function bundledTab(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'test-tab.ts'), formats: ['es'], fileName: 'tab' },
    },
  });
  const [first] = [built].flat();
  const chunk = first && 'output' in first ? first.output.find((each) => each.type === 'chunk') : undefined;
  if (!chunk) throw new Error('The test tab was not built.');
  return chunk.code;
}

/** The bot's response: a receipt to any press, none to messages. */
const answer = (activity: Record<string, unknown>) =>
  activity['type'] === 'invoke'
    ? { body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: aCard('Tak, Anne') } }
    : {};

/** A desk with three people, a bot and a small tab, opened in Chromium at 1280 × 800. */
export async function openHostPage(): Promise<Served> {
  if (!existsSync(join(root, 'dist/host/index.html'))) {
    await build({ configFile: join(root, 'teams-app/emulator/host-page/vite.config.ts'), logLevel: 'silent' });
  }
  const emulator = await startEmulator({ database: ':memory:' });
  for (const [id, displayName, jobTitle, appInstalled] of people) {
    emulator.world.directory.addUser({
      id,
      displayName,
      userPrincipalName: `${displayName.split(' ').join('.').toLowerCase()}@ishoj.example`,
      jobTitle,
      appInstalled,
      teamsLicence: true,
      accountEnabled: true,
    });
  }
  emulator.world.control.describePeople((id) => {
    const found = people.find(([personId]) => personId === id);
    return found && { roles: ['employee', ...found[4]], centre: found[5] };
  });
  const bot = await scriptedBot(answer);
  emulator.world.teams.setBot(bot.url);

  const tab = await bundledTab();
  const web = express();
  web.get('/tab/tab.js', (_request, response) => void response.type('js').send(tab));
  web.get('/tab/{*path}', (_request, response) => {
    response.send(
      '<!doctype html><html lang="da"><title>Tab</title><body><script type="module" src="/tab/tab.js"></script>',
    );
  });
  web.use(emulator.control);
  const server = createServer(web);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;

  const { browser, context, page, trouble } = await openBrowser(address);
  const connector = connectorOf(emulator);
  return {
    emulator,
    address,
    bot,
    page,
    trouble,
    async send(personId, card) {
      const sent = await connector.call('POST', `/${await connector.open(personId)}/activities`, {
        type: 'message',
        summary: 'Kort',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      });
      return String(sent.body['id']);
    },
    async close() {
      await context.close();
      await leaveBrowser(browser);
      server.closeAllConnections();
      server.close();
      await bot.close();
      await emulator.close();
    },
  };
}

async function openBrowser(address: string): Promise<{
  browser: Browser;
  context: BrowserContext;
  page: Page;
  trouble: string[];
}> {
  const browser = await launch();
  const context = await newContext(browser, { viewport: { width: 1280, height: 800 } });
  // The test's tab has no content security policy; teams-js fetches a list of hosts from Microsoft on load.
  await context.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: { validOrigins: [] } }));
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    const { origin, host } = new URL(request.url());
    if (origin !== address && host !== 'res.cdn.office.net' && !request.url().startsWith('data:')) {
      trouble.push(`asked ${request.url()}`);
    }
  });
  await page.goto(address);
  return { browser, context, page, trouble };
}

export const deepLink = (entityId: string, subEntityId: string) =>
  `https://teams.microsoft.com/l/entity/${catalogAppId}/${entityId}?context=${encodeURIComponent(JSON.stringify({ subEntityId }))}`;
