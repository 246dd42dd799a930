import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startEmulator, type Emulator } from '../../../teams-app/emulator/index.ts';
import { apps, tenantId } from '../../../teams-app/emulator/municipality.ts';

export const anne = '0d5f2f5e-58f0-4b6c-9d29-0a8f3d1e0a01';
export const bo = '0d5f2f5e-58f0-4b6c-9d29-0a8f3d1e0b02';

const person = (id: string, displayName: string, name: string) => ({
  id,
  displayName,
  userPrincipalName: `${name}@ishoj.example`,
  accountEnabled: true,
  teamsLicence: true,
});

/** A Microsoft 365 in memory: Anne has the app, Bo has not. */
export async function emulatorWithTwo(): Promise<Emulator> {
  const emulator = await startEmulator({ database: ':memory:' });
  emulator.world.directory.addUser({ ...person(anne, 'Anne Holm', 'anne.holm'), appInstalled: true });
  emulator.world.directory.addUser(person(bo, 'Bo Lind', 'bo.lind'));
  return emulator;
}

export const aCard = (title: string, actions: unknown[] = []) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: title }],
  actions,
});
export const cardActivity = (title: string, actions?: unknown[]) => ({
  type: 'message',
  summary: title,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: aCard(title, actions) }],
});

export interface Answer {
  status: number;
  body: Record<string, unknown>;
  retryAfter: string | null;
}

/** The bot's calls of the connector, with its own token. Rejects when the connection is reset. */
export function connectorOf(emulator: Emulator) {
  const call = async (method: string, path: string, body?: unknown, token?: string): Promise<Answer> => {
    const response = await fetch(`${emulator.address}/teams/v3/conversations${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token ?? (await emulator.world.entra.appToken(apps.app.clientId, 'connector'))}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
      retryAfter: response.headers.get('retry-after'),
    };
  };
  const open = async (personId: string): Promise<string> => {
    const answer = await call('POST', '', {
      bot: { id: `28:${apps.app.clientId}` },
      members: [{ id: personId }],
      tenantId,
      isGroup: false,
    });
    return String(answer.body['id']);
  };
  return { call, open };
}

export type Reply = { status?: number; body?: unknown };

/** A bot that records its activities and responds as scripted. */
export async function scriptedBot(answer: (activity: Record<string, unknown>) => Reply = () => ({})) {
  const received: { activity: Record<string, unknown>; authorization: string }[] = [];
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const activity = JSON.parse(text) as Record<string, unknown>;
      received.push({ activity, authorization: request.headers.authorization ?? '' });
      const { status = 200, body } = answer(activity);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
