import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test } from 'vitest';
import { throughGate, type AnswerGate } from '../../../bot/answer-gate.ts';
import { channelKeys } from '../../../bot/botframework/channel-keys.ts';
import { asChatError, retryAfterSeconds } from '../../../bot/botframework/fetch-client.ts';
import { isTrustedServiceUrl } from '../../../bot/botframework/service-url.ts';
import { ChatError } from '../../../bot/sending/chat-port.ts';

describe('isTrustedServiceUrl', () => {
  test.each([
    'https://smba.trafficmanager.net/teams/',
    'https://smba.trafficmanager.net/emea/',
    'https://europe.smba.botframework.com/x',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
  ])('takes %s', (url) => expect(isTrustedServiceUrl(url)).toBe(true));

  test.each([
    'http://smba.trafficmanager.net/teams/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:pass@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://other.trafficmanager.net/',
    'https://evilbotframework.com/',
    'http://127.0.0.1:3978/',
    'file:///etc/passwd',
    '',
  ])('refuses %s', (url) => expect(isTrustedServiceUrl(url)).toBe(false));
});

test.each([
  ['7', 7],
  ['0', 0],
  ['1.5', 1.5],
  ['Tue, 24 Nov 2026 09:00:30 GMT', 30],
  ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %s is %s seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, Date.parse('2026-11-24T09:00:00Z'))).toBe(seconds);
});

test('whatever the network throws becomes a ChatError without an answer', () => {
  const reset = new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) });
  expect(asChatError(reset)).toMatchObject({ status: 0, code: 'ECONNRESET' });
  expect(asChatError(new DOMException('x', 'TimeoutError'))).toMatchObject({ status: 0, code: 'Deadline' });
  expect(asChatError('x')).toMatchObject({ status: 0 });
  const own = new ChatError(403, 'Forbidden');
  expect(asChatError(own)).toBe(own);
});

describe('channelKeys', () => {
  test('finds a new key within a minute of its coming, and keeps known ones for a day', async () => {
    const { publicKey } = await generateKeyPair('RS256');
    const jwk = await exportJWK(publicKey);
    let kids = ['k1'];
    let now = 0;
    let reads = 0;
    const keys = channelKeys(
      async (url) => {
        if (url.endsWith('openidconfiguration')) return Response.json({ jwks_uri: 'https://login.botframework.com/k' });
        reads += 1;
        return Response.json({ keys: kids.map((kid) => ({ ...jwk, kid, endorsements: ['msteams'] })) });
      },
      () => now,
    );
    expect((await keys.find('k1'))?.endorsements).toEqual(['msteams']);
    kids = ['k2'];
    expect(await keys.find('k2')).toBeUndefined();
    now += 61_000;
    expect(await keys.find('k2')).toBeDefined();
    expect(await keys.find('k1')).toBeUndefined();
    expect(reads).toBe(2);
    now += 25 * 3_600_000;
    await keys.find('k2');
    expect(reads).toBe(3);
  });

  test('does not follow a document to keys without https', async () => {
    const keys = channelKeys(async () => Response.json({ jwks_uri: 'http://login.botframework.com/k' }));
    await expect(keys.find('k1')).rejects.toMatchObject({ kind: 'unavailable', code: 'bot.keysAway' });
  });
});

describe('throughGate', () => {
  const gateOf = () => {
    const seen: string[] = [];
    const gate: AnswerGate = {
      pass: async (lane) => void seen.push(lane),
      throttled: (seconds) => void seen.push(`throttled ${seconds}`),
      answered: () => void seen.push('answered'),
    };
    return { gate, seen };
  };

  test('tells the gate of a 429 and tries again', async () => {
    const { gate, seen } = gateOf();
    let calls = 0;
    const call = async () => {
      calls += 1;
      if (calls === 1) throw new ChatError(429, 'Throttled', 3);
      return 'sent';
    };
    expect(await throughGate(gate, call)).toBe('sent');
    expect(seen).toEqual(['urgent', 'throttled 3', 'urgent', 'answered']);
  });

  test.each([new ChatError(504, 'GatewayTimeout'), new ChatError(0, 'ECONNRESET'), new ChatError(403, 'Forbidden')])(
    'does not repeat what may have arrived, or never will: %s',
    async (error) => {
      const { gate, seen } = gateOf();
      await expect(
        throughGate(gate, async () => {
          throw error;
        }),
      ).rejects.toBe(error);
      expect(seen).toEqual(['urgent']);
    },
  );

  test('gives up after three', async () => {
    const { gate, seen } = gateOf();
    await expect(
      throughGate(gate, async () => {
        throw new ChatError(412, 'PreconditionFailed');
      }),
    ).rejects.toMatchObject({ status: 412 });
    expect(seen).toEqual(['urgent', 'urgent', 'urgent']);
  });
});
