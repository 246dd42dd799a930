import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiError, errorOf, type AnswerHeaders } from './api-error.ts';
import { listsHeader, noteLists } from './changed-lists.ts';
import {
  addressOf,
  asOneWish,
  methodOf,
  withFreshToken,
  type ApiAnswer,
  type ApiRequest,
  type UploadName,
} from './client.ts';
import { refetchChanged } from './queries.ts';

/** A connection silent for so long is lost. */
const silentMilliseconds = 120_000;

interface Answered extends AnswerHeaders {
  status: number;
  text: string;
  lists: string | null;
}

/** One attempt by XMLHttpRequest, which unlike fetch reports upload progress. */
function attempt(
  name: string,
  address: string,
  headers: Record<string, string>,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal | undefined,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), silentMilliseconds);
    };
    const stop = () => request.abort();
    request.open(methodOf(name), address);
    for (const [key, value] of Object.entries(headers)) request.setRequestHeader(key, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => {
      listen();
      onProgress(total > 0 ? loaded / total : 0);
    };
    request.onload = () =>
      resolve({
        status: request.status,
        text: request.responseText,
        requestId: request.getResponseHeader('x-request-id') ?? undefined,
        retryAfter: request.getResponseHeader('retry-after') ?? undefined,
        lists: request.getResponseHeader(listsHeader),
      });
    const fail = () => reject(signal?.aborted ? new DOMException('Aborted', 'AbortError') : new ApiError('offline'));
    request.onerror = fail;
    request.onabort = fail;
    request.onloadend = () => {
      clearTimeout(silence);
      signal?.removeEventListener('abort', stop);
    };
    if (signal?.aborted) return fail();
    signal?.addEventListener('abort', stop);
    listen();
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Uploads a raw file as the reader. `onProgress` gets the share sent (0 to 1). Throws ApiError for anything but
 * success, and AbortError when the signal aborted it.
 */
export async function uploadFile<Name extends UploadName>(
  name: Name,
  request: ApiRequest<Name>,
  file: File,
  onProgress: (share: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ApiAnswer<Name>> {
  const address = addressOf(name, request);
  const print = [file.name, file.size, file.lastModified].join('/');
  return asOneWish(name, request, print, async (named) => {
    const { status, text, lists, ...headersBack } = await withFreshToken((headers) =>
      attempt(name, address, { ...headers, ...named }, file, onProgress, signal),
    );
    if (status < 200 || status >= 300) throw errorOf(status, parsed(text), headersBack);
    noteLists(methodOf(name), address, lists);
    // The type is the contract's: the API validates what it sends.
    return (status === 204 ? undefined : parsed(text)) as ApiAnswer<Name>;
  });
}

/** An upload with its progress; on success the views that it changed are refetched. */
export function useUpload<Name extends UploadName>(name: Name) {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number>();
  const running = useRef<AbortController>(undefined);
  const act = useMutation<ApiAnswer<Name>, Error, { request: ApiRequest<Name>; file: File }>({
    mutationFn: ({ request, file }) => {
      running.current = new AbortController();
      setProgress(0);
      return uploadFile(name, request, file, setProgress, running.current.signal);
    },
    onSuccess: () => refetchChanged(queries),
    onSettled: () => setProgress(undefined),
  });
  // Leaving the page aborts the upload.
  useEffect(() => () => running.current?.abort(), []);
  const stopped = act.error instanceof DOMException && act.error.name === 'AbortError';
  return {
    /** Share sent, 0 to 1, while uploading. At 1 the server is still storing it. */
    progress,
    busy: act.isPending,
    error: stopped ? null : act.error,
    file: act.variables?.file,
    data: act.data,
    /** Throws what `uploadFile` throws. */
    upload: (request: ApiRequest<Name>, file: File) => act.mutateAsync({ request, file }),
    cancel: () => running.current?.abort(),
    reset: act.reset,
  };
}
