import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { until } from '../../support/until.ts';

const cli = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
  'cli.js',
);
export const personalChat = 'a-personal';

const person = (number: number, aadObjectId: string) => ({
  id: `29:person-${number}`,
  name: `Person ${number}`,
  userPrincipleName: `person${number}@ishoj.example`,
  aadObjectId,
  givenName: 'Person',
  surname: String(number),
  email: `person${number}@ishoj.example`,
});

/** Messages of the bot as the Playground would show them, edits in place. */
export interface ShownMessage {
  id: string;
  text: string;
  card: unknown;
}
interface Frame {
  action?: string;
  message?: { messageId?: string; text?: string; attachments?: { content?: unknown }[] };
}

/** Microsoft 365 Agents Playground with this person as user, in front of a bot without authentication. */
export async function startPlayground(botAddress: string, aadObjectId: string) {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const port = await freePort();
  const config = {
    version: '0.1.1',
    tenantId: '11111111-1111-1111-1111-111111111111',
    bot: { id: '28:33333333-3333-3333-3333-333333333333', name: 'Sikkerhedshjulet' },
    currentUser: person(0, aadObjectId),
    users: [1, 2, 3, 4, 5].map((number) => person(number, `22222222-0000-4000-8000-00000000000${number}`)),
    personalChat: { id: personalChat },
    groupChat: { id: 'group-1', name: 'Group' },
    team: {
      id: 'team-1',
      name: 'Team',
      aadGroupId: '44444444-4444-4444-4444-444444444444',
      channels: [{ id: 'channel-1', name: 'Announcements' }],
    },
  };
  await writeFile(join(folder, 'playground.yml'), stringify(config));
  const started = spawn(
    process.execPath,
    [cli, 'start', '-e', botAddress, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    {
      cwd: folder,
      stdio: 'ignore',
      env: {
        ...process.env,
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(folder, 'playground.yml'),
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
      },
    },
  );
  const address = `http://127.0.0.1:${port}`;
  await until('the Playground', () =>
    fetch(`${address}/_debug/ping`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const shown = new Map<string, ShownMessage>();
  const stream = new WebSocket(`ws://127.0.0.1:${port}/_ws_conversation/v1/conversations/stream`);
  stream.addEventListener('message', ({ data }) => {
    const { action, message } = JSON.parse(String(data)) as Frame;
    if (!message?.messageId || (action !== 'createMessage' && action !== 'updateMessage')) return;
    const card = message.attachments?.[0]?.content;
    shown.set(message.messageId, { id: message.messageId, text: message.text ?? '', card });
  });
  await new Promise((resolve) => stream.addEventListener('open', resolve, { once: true }));

  const post = async (path: string, body: unknown) => {
    const response = await fetch(address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: parse(text) };
  };
  const from = { id: config.currentUser.id };
  return {
    shown: () => [...shown.values()],
    install: () => post(`/_debug/conversation/${personalChat}/installation`, {}),
    say: (text: string) =>
      post(`/_conversation/v1/conversations/${personalChat}/messages`, {
        type: 'text',
        text,
        textFormat: 'plain',
        from,
      }),
    execute: (replyToId: string, action: { verb: string; title: string; data: unknown }) =>
      post('/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', ...action } },
        from,
        conversation: { id: personalChat },
        replyToId,
      }),
    submit: (replyToId: string, value: unknown) =>
      post('/_conversation/v1/submit', { conversation: { id: personalChat }, replyToId, value, from }),
    close: async () => {
      stream.close();
      await ended(started);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
