import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The device's storage; a fresh module is a reloaded page. */
const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
  return () => vi.unstubAllGlobals();
});
async function aPage() {
  vi.resetModules();
  const { askedAs } = await import('../../../tab/shared/api/idempotency-key.ts');
  return (body = 'Nøgler', address = 'POST /api/procedures') => askedAs(address, body);
}

describe('the name of a press', () => {
  it('stays until the answer has come, though the words are changed meanwhile', async () => {
    const ask = await aPage();
    const first = ask();
    first.failed();
    const again = ask('Nøgler og alarm');
    expect(again.key).toBe(first.key);
    again.done();
    expect(ask().key).not.toBe(first.key);
  });

  it('is a new one for what is wanted once more, and for another address', async () => {
    const ask = await aPage();
    const first = ask();
    first.done();
    const next = ask();
    expect(next.key).not.toBe(first.key);
    next.failed();
    expect(ask('Nøgler', 'POST /api/measures').key).not.toBe(next.key);
  });

  it('is there again when the page has been gone, for the same words only', async () => {
    const first = (await aPage())();
    expect((await aPage())().key).toBe(first.key);
    expect((await aPage())('Noget andet').key).not.toBe(first.key);
  });

  it('is not the same for two that say different things at once', async () => {
    const ask = await aPage();
    expect(ask('Første linje').key).not.toBe(ask('Anden linje').key);
  });

  it('leaves nothing on the device once it is done', async () => {
    const ask = await aPage();
    ask().done();
    expect([...kept]).toEqual([]);
  });

  it('holds on a device that keeps nothing', async () => {
    vi.stubGlobal('localStorage', undefined);
    const ask = await aPage();
    const first = ask();
    first.failed();
    expect(ask().key).toBe(first.key);
  });
});
