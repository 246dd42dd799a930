import { readerId } from '../../shared/teams/host.ts';

/** Pictures stored on this device until sent: per reader, and never longer than that. */
const cacheName = 'unsent-photos-1';
export interface UnsentPhoto {
  /** Address in the store. */
  address: string;
  itemKey: string;
  file: File;
}
const folderOf = (reader: string, inspectionKey: string) =>
  `${location.origin}${import.meta.env.BASE_URL}unsent-photos/${encodeURIComponent(reader)}/${encodeURIComponent(inspectionKey)}/`;

/** Stores a picture on the device. Rejects without storage: then it can only be sent at once. */
export async function keepPhoto(inspectionKey: string, itemKey: string, file: Blob): Promise<void> {
  const reader = readerId();
  if (reader === undefined) throw new Error('nobody is signed in');
  const cache = await caches.open(cacheName);
  const address = `${folderOf(reader, inspectionKey)}${encodeURIComponent(itemKey)}/${crypto.randomUUID()}`;
  await cache.put(address, new Response(file, { headers: { 'content-type': 'image/jpeg' } }));
}

/** An inspection's unsent pictures, own ones. */
export async function unsentPhotos(inspectionKey: string): Promise<UnsentPhoto[]> {
  const reader = readerId();
  if (reader === undefined || !('caches' in globalThis)) return [];
  const folder = folderOf(reader, inspectionKey);
  try {
    const cache = await caches.open(cacheName);
    const found: UnsentPhoto[] = [];
    for (const { url } of await cache.keys()) {
      if (!url.startsWith(folder)) continue;
      const answer = await cache.match(url);
      const [itemKey = '', name = ''] = url.slice(folder.length).split('/').map(decodeURIComponent);
      // The same name each time: sent twice, it is one picture.
      if (answer)
        found.push({
          address: url,
          itemKey,
          file: new File([await answer.blob()], `${name}.jpg`, { lastModified: 0 }),
        });
    }
    return found;
  } catch {
    return [];
  }
}

export async function forgetPhoto({ address }: UnsentPhoto): Promise<void> {
  await (await caches.open(cacheName)).delete(address);
}

const [longestSide, quality] = [1_600, 0.8];

/** A JPEG of at most 1,600 pixels: quick to send, and without the location metadata of phones. */
export async function madeSmaller(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const share = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(picture.width * share), Math.round(picture.height * share)];
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/jpeg', quality);
  });
}
