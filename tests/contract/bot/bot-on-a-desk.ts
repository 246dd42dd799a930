import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Fetch, LocalDate, PersonId } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { createTokens } from '../../../api/sharepoint/index.ts';
import { createBot, type BotOptions } from '../../../bot/index.ts';
import { deskFetch } from '../../../teams-app/desk/desk-fetch.ts';
import { startEmulator, type Emulator } from '../../../teams-app/emulator/index.ts';
import { apps, hosts, tenantId } from '../../../teams-app/emulator/municipality.ts';
import { botContext } from '../../unit/bot/bot-context.ts';

export const anne = '0d5f2f5e-58f0-4b6c-9d29-0a8f3d1e0a01' as PersonId;
export const bo = '0d5f2f5e-58f0-4b6c-9d29-0a8f3d1e0b02' as PersonId;
const { clientId, secret } = apps.app;

/** Listens on loopback; `close` ends connections. */
export async function listening(app: express.Express) {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The real bot with real tokens beside a Microsoft 365 in memory. Anne has the app, Bo has not. */
export async function botOnADesk(given: Partial<BotOptions['chatSettings']> = {}) {
  const emulator: Emulator = await startEmulator({ database: ':memory:' });
  const { directory, teams } = emulator.world;
  const { context, setNow } = botContext();
  for (const [id, displayName] of [
    [anne, 'Anne Holm'],
    [bo, 'Bo Lind'],
  ] as const) {
    const upn = `${id}@ishoj.example`;
    directory.addUser({ id, displayName, userPrincipalName: upn, teamsLicence: true, appInstalled: id === anne });
    await context.list(People).create({
      key: id,
      title: displayName,
      upn,
      hiredOn: '2020-01-01' as LocalDate,
      teams: true,
      language: 'da',
    });
  }
  const reach = deskFetch(Object.fromEntries(Object.values(hosts).map((host) => [host, emulator.address])));
  const requests: string[] = [];
  const fetch: Fetch = (url, init) => {
    requests.push(`${init?.method ?? 'GET'} ${url}`);
    return reach(url, init);
  };
  const accessToken = createTokens({ tenantId, clientId, credential: { secret }, fetch });
  const chatSettings = { appId: clientId, tenantId, accessToken, fetch, ...given };
  const bot = createBot({ context, chatSettings });
  const app = express();
  app.post('/api/messages', (request, response) => bot.handler(request, response));
  const server = await listening(app);
  teams.setBot(`${server.address}/api/messages`);
  return {
    bot,
    context,
    setNow,
    tokens: accessToken,
    emulator,
    teams,
    requests,
    messagesAddress: `${server.address}/api/messages`,
    close: async () => {
      await server.close();
      await emulator.close();
    },
  };
}
export type BotOnADesk = Awaited<ReturnType<typeof botOnADesk>>;
