import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, unavailable, type Fetch } from '../kernel/index.ts';
import { asObject } from './graph-failure.ts';
import type { Lane } from './list-handle.ts';
import { waitAsked } from './retry.ts';
import { classOf, statusClass } from './status-table.ts';

/** Parts must be multiples of 320 KiB and under 60 MiB. */
const partSize = 16 * 320 * 1024;
const partTries = 5;
/** Longest wait before a retry, ms. As in the Graph client, a person waits less than SharePoint may ask for. */
const longestWait: Record<Lane, number> = { interactive: 8_000, background: 300_000 };

/** Sends one part; after a lost answer the session is asked for its progress. */
export async function sendPart(
  fetch: Fetch,
  { address, bytes, lane }: { address: string; bytes: Uint8Array; lane: Lane },
  start: number,
): Promise<{ item: unknown } | { next: number }> {
  let from = start;
  for (let round = 1; ; round += 1) {
    const to = Math.min(from + partSize, bytes.length);
    const headers = { 'Content-Range': `bytes ${from}-${to - 1}/${bytes.length}` };
    const body = new Uint8Array(bytes.subarray(from, to));
    const response = await fetch(address, {
      method: 'PUT',
      headers,
      body,
      signal: AbortSignal.timeout(60_000),
    }).catch(() => undefined);
    const answer = asObject(await response?.json().catch(() => undefined));
    if (response && (response.status === 200 || response.status === 201)) return { item: answer };
    if (response?.status === 202) return { next: nextExpected(answer) ?? to };
    const at = response?.status ?? 0;
    if (at === 409) throw new AppError('conflict', 'sharepoint.nameTaken');
    if (statusClass(at).again === 'never' && at !== 416) throw refusedByHost('PUT', at);
    if (round >= partTries) throw unavailable('sharepoint.away', { status: at });
    await pause(response, round, lane);
    const status = await fetch(address, { signal: AbortSignal.timeout(15_000) }).catch(() => undefined);
    from = nextExpected(asObject(await status?.json().catch(() => undefined))) ?? from;
  }
}

/** An expired URL is renewed by the next try; other refusals of the file's host are final. */
function refusedByHost(method: 'GET' | 'PUT', status: number): AppError {
  if ([401, 404, 410].includes(status)) return unavailable('sharepoint.away', { status });
  const { kind, code } = classOf(method, '/drives/', status, '');
  return new AppError(kind, `sharepoint.${code}`, { status });
}

/** Waits as SharePoint asks, else with back-off. Throws AppError unavailable when that is too long. */
async function pause(response: Response | undefined, round: number, lane: Lane): Promise<void> {
  const asked = waitAsked(response?.headers) ?? 0;
  if (asked > longestWait[lane]) throw unavailable('sharepoint.away', { status: response?.status ?? 0 });
  await sleep(Math.max(asked, round * 500));
}

function nextExpected(answer: Record<string, unknown> | undefined): number | undefined {
  const ranges: unknown[] = Array.isArray(answer?.nextExpectedRanges) ? answer.nextExpectedRanges : [];
  const next = Number.parseInt(String(ranges[0]), 10);
  return Number.isNaN(next) ? undefined : next;
}

/** The bytes at a pre-authorised URL. Throws AppError unavailable `sharepoint.away`, and the host's refusals. */
export async function fetchBytes(fetch: Fetch, url: string, lane: Lane): Promise<Uint8Array> {
  for (let round = 1; ; round += 1) {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch(() => undefined);
    if (response?.ok) return new Uint8Array(await response.arrayBuffer());
    const at = response?.status ?? 0;
    if (statusClass(at).again === 'never') throw refusedByHost('GET', at);
    if (round >= 3) throw unavailable('sharepoint.away', { status: at });
    await pause(response, round, lane);
  }
}
