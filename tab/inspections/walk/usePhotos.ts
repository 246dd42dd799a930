import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { ApiError } from '../../shared/api/api-error.ts';
import { refetchChanged } from '../../shared/api/queries.ts';
import { uploadFile } from '../../shared/api/upload.ts';
import { forgetPhoto, keepPhoto, unsentPhotos, madeSmaller } from './unsent-photos.ts';
import { useAgain } from './useWalk.ts';

/** Pictures of a walk-through: stored on the device first, and sent when online. */
export function usePhotos(inspectionKey: string) {
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState(0);
  const [error, setError] = useState<Error | null>(null);
  const sending = useRef(false);
  const count = useCallback(async () => setWaiting((await unsentPhotos(inspectionKey)).length), [inspectionKey]);
  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      for (const photo of await unsentPhotos(inspectionKey)) {
        const params = { inspectionKey, itemKey: photo.itemKey };
        await uploadFile('POST /api/inspections/:inspectionKey/items/:itemKey/photos', { params }, photo.file);
        await forgetPhoto(photo);
        setError(null);
        refetchChanged(queries);
      }
    } catch (thrown) {
      // Offline it waits; a refusal is shown, and it stays on the device.
      if (thrown instanceof ApiError && !thrown.mayPass) setError(thrown);
    } finally {
      sending.current = false;
      await count();
    }
  }, [inspectionKey, queries, count]);
  useAgain(send);
  const take = async (itemKey: string, file: File) => {
    try {
      await keepPhoto(inspectionKey, itemKey, await madeSmaller(file));
      await count();
      void send();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : null);
    }
  };
  return { waiting, error, take };
}
