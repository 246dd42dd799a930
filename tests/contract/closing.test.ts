import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { allTold } from '../../teams-app/emulator/graph/notifications.ts';
import { siteId } from '../../teams-app/emulator/municipality.ts';
import { startGraph, type GraphWorld } from './graph/world.ts';

/** A receiver on loopback: shakes hands, counts what it is told, and lets `before` happen first. */
async function listening(before: () => Promise<void> = () => Promise.resolve()) {
  let told = 0;
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '/', 'http://receiver.invalid').searchParams.get('validationToken');
    const answer = () => response.writeHead(200, { 'content-type': 'text/plain' }).end(token ?? '');
    request.resume().on('end', () => {
      if (token !== null) return answer();
      told += 1;
      return void before().then(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, told: () => told, close: () => server.close() };
}

const aPerson = ({ emulator: { world } }: GraphWorld) => world.directory.addUser({ displayName: 'Arriving' }).id;

/** An installation through Graph, of somebody who has the app. */
function installed({ emulator: { world } }: GraphWorld, personId: string) {
  world.directory.install(personId);
  world.teams.installed(personId);
}

describe('a Microsoft 365 that is closed', () => {
  it('tells the bot nothing of an installation whose chat would come later', async () => {
    const graph = await startGraph();
    const bot = await listening();
    const { world } = graph.emulator;
    world.teams.setBot(bot.address);
    world.faults.put({ connector: { chatDelayMs: 60 } });
    installed(graph, aPerson(graph));
    await graph.close();
    await world.teams.idle();
    expect(bot.told()).toBe(0);
    bot.close();
  });

  it('breaks off between the two activities of an installation', async () => {
    const graph = await startGraph();
    const { world } = graph.emulator;
    const bot = await listening(() => graph.close());
    world.teams.setBot(bot.address);
    installed(graph, aPerson(graph));
    await world.teams.idle();
    expect(bot.told()).toBe(1);
    bot.close();
  });

  it('tells subscribers nothing of changes that it was gathering', async () => {
    const graph = await startGraph();
    const { world } = graph.emulator;
    const subscriber = await listening();
    const list = await graph.list('Watched');
    const body = {
      ...{ changeType: 'updated', resource: `sites/${siteId}/lists/${list}`, notificationUrl: subscriber.address },
      ...{ clientState: 'secret', expirationDateTime: new Date(Date.now() + 3_600_000).toISOString() },
    };
    expect((await graph.ask('POST', '/subscriptions', { body })).status).toBe(201);
    world.faults.put({ graph: { lagNotifications: 60 } });
    await graph.site('POST', `/lists/${list}/items`, { body: { fields: { Title: 'Changed' } } });
    await graph.close();
    await allTold(world);
    expect(subscriber.told()).toBe(0);
    subscriber.close();
  });
});
