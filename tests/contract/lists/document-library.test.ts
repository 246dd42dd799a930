import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentLibrary, type DocumentLibrary } from '../../../api/sharepoint/index.ts';
import { siteHost } from '../../../teams-app/emulator/municipality.ts';
import { listsOnADesk, siteId, type ListsOnADesk } from './on-a-desk.ts';

let desk: ListsOnADesk;
let library: DocumentLibrary;
beforeAll(async () => {
  desk = await listsOnADesk([]);
  library = documentLibrary(desk.graph, desk.fetch, siteId, 'Documents');
});
afterAll(() => desk.close());
beforeEach(() => void desk.sent.splice(0));

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('document library on SharePoint', () => {
  it('keeps every version of a file under a name with Danish letters and signs', async () => {
    const path = "2026/Årshjul & plan #1 (Søren's).txt";
    const first = await library.upload(path, bytesOf('første'));
    const second = await library.upload(path, bytesOf('anden'));
    expect(second.id).toBe(first.id);
    expect(second.name).toBe("Årshjul & plan #1 (Søren's).txt");
    expect(second.versionId).not.toBe(first.versionId);
    expect(first.hash).toBe(createHash('sha256').update('første').digest('hex'));
    expect(textOf(await library.download(first.id))).toBe('anden');
    expect(textOf(await library.download(first.id, { versionId: first.versionId }))).toBe('første');
    expect(textOf(await library.download(first.id, { versionId: second.versionId }))).toBe('anden');
  });

  it('refuses to replace a file when told so', async () => {
    await library.upload('only-once.txt', bytesOf('a'), { onConflict: 'fail' });
    await expect(library.upload('only-once.txt', bytesOf('b'), { onConflict: 'fail' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'sharepoint.nameTaken',
    });
  });

  it('brings a large file there and back unchanged, and never shows our token to the file host', async () => {
    const bytes = Buffer.alloc(11 * 1024 * 1024, 'sikkerhed');
    const progress: number[] = [];
    const file = await library.upload('large.bin', bytes, { onProgress: (sent) => void progress.push(sent) });
    expect(progress).toHaveLength(3);
    expect(progress.at(-1)).toBe(bytes.length);
    expect(file.size).toBe(bytes.length);
    expect(Buffer.compare(await library.download(file.id), bytes)).toBe(0);
    const toFileHost = desk.sent.filter(({ url }) => new URL(url).host === siteHost);
    expect(toFileHost.length).toBeGreaterThanOrEqual(4);
    expect(toFileHost.some(({ token }) => token)).toBe(false);
  });

  it('does not find a library that nobody made', async () => {
    const other = documentLibrary(desk.graph, desk.fetch, siteId, 'Nowhere');
    await expect(other.upload('a.txt', bytesOf('a'))).rejects.toMatchObject({ code: 'sharepoint.listMissing' });
  });
});
