import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { tollGate } from '../../support/toll-gate.ts';

it('a gate adds no time of its own to what a desk answers', async () => {
  const desk = createServer((request, response) => {
    response.sendDate = false;
    response.writeHead(200, request.url === '/graph' ? { date: 'Tue, 24 Nov 2026 12:00:00 GMT' } : {}).end('{}');
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  const gate = await tollGate(`http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  const dateOf = async (path: string) => (await fetch(gate.address + path)).headers.get('date');
  expect(await dateOf('/graph')).toBe('Tue, 24 Nov 2026 12:00:00 GMT');
  expect(await dateOf('/token')).toBeNull();
  await gate.close();
  desk.closeAllConnections();
  desk.close();
});
