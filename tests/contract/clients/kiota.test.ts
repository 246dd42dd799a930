import {
  AllowedHostsValidator,
  BaseBearerTokenAuthenticationProvider,
  HttpMethod,
  RequestInformation,
} from '@microsoft/kiota-abstractions';
import { DefaultRequestAdapter } from '@microsoft/kiota-bundle';
import { createGraphServiceClient, type GraphServiceClient } from '@microsoft/msgraph-sdk';
import { createGraphClientFactory, PageIterator, type PageCollection } from '@microsoft/msgraph-sdk-core';
import '@microsoft/msgraph-sdk-sites';
import {
  createDriveItemFromDiscriminatorValue,
  createListItemCollectionResponseFromDiscriminatorValue,
  serializeDriveItem,
  type DriveItem,
  type ListItem,
} from '@microsoft/msgraph-sdk/models/index.js';
import { createODataErrorFromDiscriminatorValue } from '@microsoft/msgraph-sdk/models/oDataErrors/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteHost, siteId } from '../../../teams-app/emulator/municipality.ts';
import { someColumns, startGraph, type AppName, type GraphWorld } from '../graph/world.ts';

const errors = { XXX: createODataErrorFromDiscriminatorValue };
let graph: GraphWorld;
let adapter: DefaultRequestAdapter;
let client: GraphServiceClient;
/** Requests of the client, and whether they had its token. */
const sent: { host: string; token: boolean }[] = [];
beforeAll(async () => {
  graph = await startGraph();
  adapter = adapterOf('app');
  client = createGraphServiceClient(adapter);
});
afterAll(() => graph.close());

/** Microsoft's own middleware chain, with the desk's fetch at its end. */
function adapterOf(app: AppName): DefaultRequestAdapter {
  const allowed = new AllowedHostsValidator(new Set(['graph.microsoft.com']));
  const tokens = {
    getAuthorizationToken: () => graph.token(app),
    getAllowedHostsValidator: () => allowed,
  };
  const http = createGraphClientFactory({}, (url, init) => {
    sent.push({ host: new URL(url).host, token: new Headers(init.headers).has('authorization') });
    return graph.fetch(url, init);
  });
  return new DefaultRequestAdapter(new BaseBearerTokenAuthenticationProvider(tokens), undefined, undefined, http);
}
const site = () => client.sites.bySiteId(siteId);
const fieldsOf = (item: ListItem | undefined) => item?.fields?.additionalData;

describe('the Kiota SDK on lists', () => {
  it('makes a list with its columns, and items that it reads, changes and deletes', async () => {
    const strong = createGraphServiceClient(adapterOf('provisioning')).sites.bySiteId(siteId);
    const list = await strong.lists.post({
      displayName: 'Kiota',
      columns: [
        { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
        { name: 'Score', number: {} },
      ],
      list: { template: 'genericList' },
    });
    expect(list).toMatchObject({ displayName: 'Kiota', list: { template: 'genericList' } });
    const items = site().lists.byListId(list?.id ?? '').items;
    const made = await items.post({ fields: { additionalData: { Title: 'æøå', Key: 'a', Score: 3 } } });
    expect(fieldsOf(made)).toMatchObject({ Title: 'æøå', Key: 'a', Score: 3 });
    expect(made?.createdDateTime).toBeInstanceOf(Date);

    const one = items.byListItemId(made?.id ?? '');
    const headers = { 'If-Match': made?.eTag ?? '' };
    const change = { fields: { additionalData: { Score: 4 } } };
    const changed = await one.patch(change, { headers });
    expect(fieldsOf(changed)).toMatchObject({ Score: 4, Key: 'a' });
    await expect(one.patch(change, { headers })).rejects.toMatchObject({
      responseStatusCode: 412,
      errorEscaped: { code: 'resourceModified' },
    });
    await expect(items.post({ fields: { additionalData: { Key: 'A' } } })).rejects.toMatchObject({
      responseStatusCode: 400,
      errorEscaped: { code: 'invalidRequest' },
    });
    const read = await one.get({ queryParameters: { expand: ['fields($select=Score)'] } });
    expect(fieldsOf(read)).toMatchObject({ Score: 4 });
    await one.delete();
    await expect(one.get()).rejects.toMatchObject({ responseStatusCode: 404, errorEscaped: { code: 'itemNotFound' } });
  });

  it('reads a list page by page, filters by an index and follows a delta', async () => {
    const id = await graph.list('Kiota pages', someColumns);
    graph.emulator.world.sites.bulkInsert(
      'Kiota pages',
      Array.from({ length: 450 }, (_, at) => ({ Title: `t${at}`, Score: at })),
    );
    const { items } = site().lists.byListId(id);
    const first = await items.get({ queryParameters: { expand: ['fields'], top: 200 } });
    const seen: unknown[] = [];
    const pages = new PageIterator<ListItem>(
      adapter,
      first as PageCollection<ListItem>,
      (item) => seen.push(fieldsOf(item)?.Score) > 0,
      createListItemCollectionResponseFromDiscriminatorValue,
      errors,
    );
    await pages.iterate();
    expect(seen).toEqual(Array.from({ length: 450 }, (_, at) => at));

    const found = await items.get({ queryParameters: { filter: 'fields/Score eq 7', expand: ['fields'] } });
    expect(found?.value?.map(fieldsOf)).toMatchObject([{ Title: 't7' }]);

    const start = await items.delta
      .withUrl(`https://graph.microsoft.com/v1.0/sites/${siteId}/lists/${id}/items/delta?token=latest`)
      .get();
    await items.byListItemId('8').fields.patch({ additionalData: { Score: 700 } });
    await items.byListItemId('9').delete();
    const news = await items.delta.withUrl(start?.odataDeltaLink ?? '').get();
    expect(news?.value?.map((item) => [item.id, item.deleted?.state])).toEqual([
      ['8', undefined],
      ['9', 'deleted'],
    ]);
  });
});

describe('the Kiota SDK on files', () => {
  /** The SDK's preview packages lack files, so its adapter and models are used. */
  const onDrive = async (method: HttpMethod, path: string) => {
    const drive = await site().drive.get();
    return new RequestInformation(method, `https://graph.microsoft.com/v1.0/drives/${drive?.id}${path}`);
  };
  const asFile = (request: RequestInformation) =>
    adapter.send<DriveItem>(request, createDriveItemFromDiscriminatorValue, errors);

  it('stores a file, moves it, and reads its bytes from the site without its token', async () => {
    const folder = await graph.site('POST', '/drive/root/children', { body: { name: 'kiota', folder: {} } });
    const upload = await onDrive(HttpMethod.PUT, '/root:/kiota.txt:/content');
    upload.setStreamContent(new TextEncoder().encode('Sikkerhedshjulet').buffer, 'text/plain');
    const made = await asFile(upload);
    expect(made).toMatchObject({ name: 'kiota.txt', size: 16, file: { mimeType: 'text/plain' } });
    // Computed by rclone: `rclone hashsum quickxor --base64`.
    expect(made?.file?.hashes?.quickXorHash).toBe('0kbDGtZQBjmgoQxkiAMa1FAHNpQ=');

    const move = await onDrive(HttpMethod.PATCH, `/items/${made?.id}`);
    const to: DriveItem = {
      name: 'moved.txt',
      parentReference: { id: folder.body.id },
      fileSystemInfo: { lastModifiedDateTime: new Date('2021-02-03T04:05:06Z') },
    };
    move.setContentFromParsable(adapter, 'application/json', to, serializeDriveItem);
    const moved = await asFile(move);
    expect(moved).toMatchObject({ id: made?.id, name: 'moved.txt', parentReference: { name: 'kiota' } });
    expect(moved?.fileSystemInfo?.lastModifiedDateTime).toEqual(new Date('2021-02-03T04:05:06Z'));

    sent.splice(0);
    const download = await onDrive(HttpMethod.GET, '/root:/kiota/moved.txt:/content');
    const bytes = await adapter.sendPrimitive<ArrayBuffer>(download, 'ArrayBuffer', errors);
    expect(new TextDecoder().decode(bytes)).toBe('Sikkerhedshjulet');
    expect(sent.at(-1)).toEqual({ host: siteHost, token: false });
  });
});
