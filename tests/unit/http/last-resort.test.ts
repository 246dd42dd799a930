import express from 'express';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { request } from 'node:http';
import type { Log } from '../../../api/context.ts';
import { noMeter } from '../../../api/kernel/index.ts';
import { closeServer, createWeb, listen } from '../../../teams-app/program/server.ts';

const logged: string[] = [];
const measured: string[] = [];
const note: Log['info'] = (fields, message) => void logged.push(JSON.stringify([message, fields]));
const secret = 'hemmelig-4711';
const fault = () => {
  throw new TypeError(`Cannot read ${secret} at /srv/program/file.ts`);
};

let server: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  const web = createWeb(
    {
      health: () => fault(),
      ready: () => ({ status: 'ready' }),
      messages: (_request, response) => void response.status(200).end(),
      listChanges: () => fault(),
      api: express.Router(),
      figuresFeed: () => fault(),
      calendar: () => fault(),
      openInTeams: 'https://teams.example/',
      desk: express.Router(),
    },
    { info: note, warn: note, error: note },
    { meter: { ...noMeter, request: (route, status) => void measured.push(`${route} ${status}`) } },
  );
  server = await listen(web, 0, '127.0.0.1');
});
afterAll(() => closeServer(server.server));

/** Verbatim: `fetch` would correct a malformed address. */
const ask = (method: string, path: string, body?: string) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: server.port, method, path, headers: { 'content-type': 'application/json' } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

describe('what no door answers for', () => {
  it.each([
    ['GET', `/calendar/%ff${secret}`, undefined, 400],
    ['GET', `/tab/%c0${secret}`, undefined, 400],
    ['GET', `/calendar/${secret}.ics`, undefined, 500],
    ['GET', '/api/health', undefined, 500],
    ['GET', `/nothing/here/${secret}`, undefined, 404],
    ['TRACE', `/${secret}`, undefined, 404],
  ])('%s %s is told in a word, without a stack or what the caller wrote', async (method, path, body, status) => {
    logged.length = 0;
    const answer = await ask(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(/^[A-Za-z ]{5,40}$/);
    expect(`${answer.text} ${logged.join(' ')}`).not.toMatch(/hemmelig|%ff|%c0|\.ts|at |node_modules/);
    if (status !== 404) expect(logged).toHaveLength(1);
  });
});

describe('what is measured', () => {
  it.each([
    ['GET', `/calendar/${secret}.ics`, '/calendar 500'],
    ['GET', `/figures-feed/${secret}.json`, '/figures-feed 500'],
    ['POST', `/api/list-changes/${secret}`, '/api/list-changes 500'],
    ['GET', `/api/nothing/${secret}`, '/api 404'],
    ['GET', '/api/ready', '/api/ready 200'],
    ['GET', '/api/health', '/api/health 500'],
    ['POST', '/api/messages', '/api/messages 200'],
    ['GET', `/tab/%c0${secret}`, '/tab 400'],
    ['GET', `/${secret}`, 'other 404'],
  ])('of %s %s is its door, never what may be a secret', async (method, path, said) => {
    measured.length = 0;
    await ask(method, path);
    await vi.waitUntil(() => measured.length > 0);
    expect(measured).toEqual([said]);
  });
});
