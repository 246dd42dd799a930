/**
 * The idempotency key of a press or form: a retry after a lost response finds what the first one created. Stored until
 * the API confirms, also on the device: a form restored after a reload has the same key as long as its content is the
 * same.
 */
interface StoredKey {
  key: string;
  print: string;
  at: number;
}

const prefix = 'sikkerhedshjulet.asked.';
/** A form older than this gets a new key (ms). */
const keptFor = 7 * 24 * 60 * 60 * 1_000;
/** Keys without a response while this page was open: the content may have changed since. */
const unanswered = new Map<string, string>();

export interface Asked {
  key: string;
  /** The API has confirmed. */
  done: () => void;
  /** It may have been done, or part of it: the next press with the same content reuses the key. */
  failed: () => void;
}

/** `address`: method and path. `body`: as sent. */
export function askedAs(address: string, body: string): Asked {
  const print = printOf(body);
  sweep();
  const stored = read(address);
  const again = stored?.print === print && Date.now() - stored.at < keptFor ? stored.key : undefined;
  const key = unanswered.get(address) ?? again ?? crypto.randomUUID();
  unanswered.delete(address);
  keep(address, { key, print, at: Date.now() });
  return {
    key,
    done: () => forget(address, key),
    failed: () => void unanswered.set(address, key),
  };
}

function read(address: string): StoredKey | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + address) ?? 'null');
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

let swept = false;
/** Removes expired keys from the device. */
function sweep(): void {
  if (swept) return;
  swept = true;
  try {
    for (const name of Object.keys(localStorage)) {
      const address = name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
      const at = address === undefined ? undefined : (read(address)?.at ?? 0);
      if (at !== undefined && Date.now() - at >= keptFor) localStorage.removeItem(name);
    }
  } catch {
    // Storage is blocked.
  }
}

const isKept = (value: unknown): value is StoredKey =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  'print' in value &&
  typeof value.print === 'string' &&
  'at' in value &&
  typeof value.at === 'number';

function keep(address: string, kept: StoredKey): void {
  try {
    localStorage.setItem(prefix + address, JSON.stringify(kept));
  } catch {
    // Full or blocked: a reload gets a new key.
  }
}

function forget(address: string, key: string): void {
  if (unanswered.get(address) === key) unanswered.delete(address);
  try {
    if (read(address)?.key === key) localStorage.removeItem(prefix + address);
  } catch {
    // Nothing was stored.
  }
}

/** Distinguishes texts without storing them (FNV-1a, 32 bits, and the length). */
function printOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return `${text.length}.${(hash >>> 0).toString(36)}`;
}
