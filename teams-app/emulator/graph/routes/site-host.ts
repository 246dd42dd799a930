import type { Asked, HostHandler } from '../../exchange.ts';
import { setTimeout as pause } from 'node:timers/promises';

import type { World } from '../../world.ts';
import { asFault, errorBody, GraphFault, invalidRequest, itemNotFound } from '../errors.ts';
import { readBytes, send, type Answer } from '../http/http.ts';
import { newContext } from '../pipeline.ts';
import { checkLock } from './drive-parts.ts';
import type { DriveFile } from '../store/file-types.ts';
import type { Upload } from '../store/uploads.ts';
import { contentTag, driveItemView, mimeType } from '../views/drive-view.ts';

const step = 320 * 1024;
const largestPart = 60 * 1024 * 1024;
const unauthorised = (message: string) => new GraphFault(401, 'unauthenticated', message);
const badRange = (inner: string) =>
  new GraphFault(416, 'invalidRange', 'The uploaded fragment overlaps or is out of order.', { inner });

function download(world: World, url: URL, request: Asked): Answer {
  const { files, lists, signer } = world.sites;
  const ticket = signer.read(url.searchParams.get('tempauth') ?? '');
  const { drive, file: id, version } = ticket ?? {};
  if (typeof drive !== 'string' || typeof id !== 'string') throw unauthorised('The download address has expired.');
  const list = lists.find(drive);
  const file = list && files.byId(list, id);
  if (!file) throw itemNotFound();
  const bytes = files.contents(file, Number(version));
  const headers = {
    'content-type': mimeType(file.name),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'accept-ranges': 'bytes',
    etag: contentTag(file),
  };
  if (request.headers['if-none-match'] === contentTag(file)) return { status: 304, headers };
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (!range) return { status: 200, headers, body: bytes };
  const from = Number(range[1]);
  const to = Math.min(range[2] ? Number(range[2]) : bytes.byteLength - 1, bytes.byteLength - 1);
  if (from > to) throw badRange('invalidRange');
  const part = { ...headers, 'content-range': `bytes ${from}-${to}/${bytes.byteLength}` };
  return { status: 206, headers: part, body: bytes.subarray(from, to + 1) };
}

function uploadOf(world: World, url: URL): Upload {
  const { files, signer } = world.sites;
  const id = signer.read(url.searchParams.get('tempauth') ?? '')?.upload;
  const upload = typeof id === 'string' ? files.uploads.find(id) : undefined;
  if (!upload)
    throw new GraphFault(404, 'itemNotFound', 'The upload session was not found', { inner: 'uploadSessionNotFound' });
  return upload;
}

const state = ({ expires, received, total }: Upload) => ({
  expirationDateTime: expires,
  nextExpectedRanges: received === total ? [] : [`${received}-`],
});

function finish(world: World, upload: Upload): Answer {
  const { files, lists } = world.sites;
  const list = lists.find(upload.list);
  if (!list) throw itemNotFound();
  const place = { list, parent: upload.parent, name: upload.name };
  if (files.children(list, upload.parent).some(({ name }) => name === upload.name)) checkLock(world, upload);
  const bytes = files.uploads.bytes(upload);
  const written: { file: DriveFile; created: boolean } = files.write(
    place,
    bytes,
    upload.app,
    upload.conflict,
    upload.times,
  );
  files.uploads.close(upload);
  return { status: written.created ? 201 : 200, body: driveItemView(files, written.file) };
}

/** Takes one part: in order, a multiple of 320 KiB unless it is the last, under 60 MiB. */
function takePart(world: World, upload: Upload, request: Asked, bytes: Buffer): Answer {
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers['content-range'] ?? '');
  if (!range) throw invalidRequest('The Content-Range header is missing or malformed.', 'invalidRange');
  const [from, to, total] = [Number(range[1]), Number(range[2]), Number(range[3])];
  if (to - from + 1 !== bytes.byteLength || to >= total || (upload.total ?? total) !== total) {
    throw invalidRequest('The Content-Range header does not match the fragment.', 'invalidRange');
  }
  if (bytes.byteLength > largestPart)
    throw new GraphFault(413, 'invalidRequest', 'The fragment is too large.', { inner: 'maxFragmentLengthExceeded' });
  if (from < upload.received) throw badRange('fragmentOverlap');
  if (from > upload.received) throw badRange('fragmentOutOfOrder');
  const last = to + 1 === total;
  if (!last && bytes.byteLength % step !== 0)
    throw invalidRequest('Fragment sizes must be a multiple of 320 KiB.', 'invalidFragmentSize');
  const after = world.sites.files.uploads.append(upload, bytes, total);
  return last && !upload.deferred ? finish(world, after) : { status: 202, body: state(after) };
}

async function upload(world: World, url: URL, request: Asked): Promise<Answer> {
  const bytes = await readBytes(request);
  // The address is the permission. Microsoft's page says that a token may be refused; in practice it is not.
  if (world.faults.graph.strictUploadToken && request.headers.authorization !== undefined)
    throw unauthorised('The upload address takes no Authorization header.');
  const session = uploadOf(world, url);
  if (request.method === 'PUT') return takePart(world, session, request, bytes);
  if (request.method === 'GET') return { status: 200, body: state(session) };
  if (request.method === 'DELETE') {
    world.sites.files.uploads.close(session);
    return { status: 204 };
  }
  if (request.method !== 'POST') throw new GraphFault(405, 'invalidRequest', 'Method not allowed.');
  if (session.received !== session.total) throw invalidRequest('Upload is not complete.', 'uploadSessionIncomplete');
  return finish(world, session);
}

/** A copy's result. */
function monitor(world: World, url: URL): Answer {
  const outcome = world.sites.signer.read(url.searchParams.get('tempauth') ?? '')?.monitor;
  if (typeof outcome !== 'object' || outcome === null) throw itemNotFound();
  return { status: 200, body: outcome };
}

/** Answers uploads, downloads and copy monitors on the site's own host. */
export function createSiteHost(world: World): HostHandler {
  const answer = async (request: Asked): Promise<Answer> => {
    const url = new URL(request.url ?? '/', 'https://site.invalid');
    if (url.pathname === '/_files/upload') return upload(world, url, request);
    if (url.pathname === '/_files/monitor') return monitor(world, url);
    if (url.pathname === '/_files/download') return download(world, url, request);
    throw itemNotFound();
  };
  return async (request, response) => {
    const { graph } = world.faults;
    if (graph.latencyMs > 0) await pause(graph.latencyMs);
    if (graph.away) return send(response, { status: 0, reset: true });
    const context = newContext(undefined);
    const result = await answer(request).catch((thrown: unknown): Answer => {
      const error = asFault(thrown);
      if (!(error instanceof GraphFault)) throw error;
      return { status: error.status, headers: error.headers, body: errorBody(error, context) };
    });
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    world.stats.graph(
      `${request.method} ${path}`,
      'site',
      path.endsWith('upload') && request.method === 'PUT' ? 2 : 0,
      result.status,
    );
    send(response, { ...result, headers: { 'request-id': context.requestId, ...result.headers } });
  };
}
