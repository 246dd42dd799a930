import { badArgument, currentVersion, itemNotFound, resourceModified, retained } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import { decodeToken, encodeToken, graphRoot, nextLink } from '../http/links.ts';
import { pick } from '../http/query.ts';
import type { Call, Route } from '../http/route.ts';
import { writeFields } from '../store/write-fields.ts';
import { contentTag, driveView, fileEtag, rootView } from '../views/drive-view.ts';
import { fieldsView, itemView } from '../views/item-view.ts';
import { identitySet } from '../views/identity.ts';
import {
  addressed,
  checkLock,
  checkPlace,
  downloadUrl,
  fileOf,
  fileView,
  folderNamed,
  libraryOf,
  placeOf,
  timesIn,
} from './drive-parts.ts';
import { checkIfMatch } from './items.ts';
import { isRecord, readingOf } from './site-parts.ts';
import { copyFile } from './copy-file.ts';
import { openUpload } from './upload-session.ts';

const context = (tail: string) => `${graphRoot}/$metadata#${tail}`;
const ok = (body: Record<string, unknown>, status = 200): Answer => ({ status, body });

const getDrive = (call: Call) =>
  ok({ '@odata.context': context('drives/$entity'), ...driveView(call.world.sites.files, libraryOf(call)) });

function listDrives(call: Call): Answer {
  const { files } = call.world.sites;
  return ok({ '@odata.context': context('drives'), value: files.drives().map((list) => driveView(files, list)) });
}

function getFile(call: Call): Answer {
  const { library, file } = addressed(call);
  const view = file ? fileView(call, file) : rootView(call.world.sites.files, library);
  const shown = pick(view, call.query.select());
  if (file && call.query.expand().some((one) => one.name === 'listItem')) {
    shown.listItem = {
      ...itemView(library, file.item),
      fields: fieldsView(library, file.item, undefined, readingOf(call)),
    };
  }
  return ok({ '@odata.context': context('driveItems/$entity'), ...shown });
}

function listChildren(call: Call): Answer {
  const { library, file } = addressed(call);
  const all = call.world.sites.files.children(library, file?.id ?? '');
  const after = call.query.option('skiptoken');
  const last = after === undefined ? undefined : decodeToken(after)?.after;
  const from = last === undefined ? 0 : all.findIndex(({ id }) => id === last) + 1;
  const page = all.slice(from, from + Math.min(call.query.top() ?? pageSize.standard, pageSize.largest));
  const next = from + page.length < all.length ? encodeToken({ after: page.at(-1)?.id }) : undefined;
  const value = page.map((one) => pick(fileView(call, one), call.query.select()));
  const more = next === undefined ? {} : { '@odata.nextLink': nextLink(call.path, call.query.entries, next) };
  return ok({ '@odata.context': context('driveItems'), ...more, value });
}

const pageSize = { standard: 200, largest: 1000 };

const conflictBehaviour = (value: unknown) =>
  value === 'rename' || value === 'replace' || value === 'fail' ? value : undefined;

function createFolder(call: Call): Answer {
  const { library, file } = addressed(call);
  if (!isRecord(call.body) || typeof call.body.name !== 'string' || !isRecord(call.body.folder)) throw badArgument();
  const place = { list: library, parent: file?.id ?? '', name: call.body.name };
  checkPlace(call, place, undefined);
  const conflict = conflictBehaviour(call.body['@microsoft.graph.conflictBehavior']);
  const { files } = call.world.sites;
  const made = files.createFolder(place, call.caller.clientId, conflict ?? 'fail');
  const times = timesIn(call.body);
  const folder = times ? files.change(made, { times }, call.caller.clientId) : made;
  return ok({ '@odata.context': context('driveItems/$entity'), ...fileView(call, folder) }, 201);
}

function putContent(call: Call): Answer {
  const { files } = call.world.sites;
  const place = placeOf(call);
  const existing = files.children(place.list, place.parent).find((one) => one.name === place.name);
  checkPlace(call, place, existing);
  const given = call.headers['if-match'];
  if (
    given !== undefined &&
    given !== '*' &&
    existing &&
    given !== fileEtag(existing) &&
    given !== contentTag(existing)
  ) {
    throw resourceModified(412);
  }
  if (call.headers['if-none-match'] === '*' && existing) throw resourceModified(412);
  const conflict = conflictBehaviour(call.query.option('@microsoft.graph.conflictbehavior')) ?? 'replace';
  const { file, created } = files.write(place, call.bytes, call.caller.clientId, conflict);
  return ok({ '@odata.context': context('driveItems/$entity'), ...fileView(call, file) }, created ? 201 : 200);
}

function getContent(call: Call): Answer {
  const file = fileOf(call);
  if (file.folder) throw itemNotFound();
  if (call.headers['if-none-match'] === contentTag(file)) return { status: 304, headers: { ETag: contentTag(file) } };
  return { status: 302, headers: { Location: downloadUrl(call, file) } };
}

function updateFile(call: Call): Answer {
  const file = fileOf(call);
  checkLock(call.world, file);
  checkIfMatch(call, fileEtag(file));
  if (!isRecord(call.body)) throw badArgument();
  const { name, parentReference } = call.body;
  const times = timesIn(call.body);
  const to = {
    ...(typeof name === 'string' ? { name } : {}),
    ...(isRecord(parentReference) ? { parent: folderNamed(call, file.list, parentReference) } : {}),
    ...(times ? { times } : {}),
  };
  const { files } = call.world.sites;
  // Read-only members are ignored, and so is a body with nothing else.
  const changed = Object.keys(to).length === 0 ? file : files.change(file, to, call.caller.clientId);
  return ok({ '@odata.context': context('driveItems/$entity'), ...fileView(call, changed) });
}

function deleteFile(call: Call): Answer {
  const file = fileOf(call);
  checkLock(call.world, file);
  checkIfMatch(call, fileEtag(file));
  if (file.list.retained) throw retained();
  call.world.sites.files.remove(file);
  return { status: 204 };
}

function getListItem(call: Call): Answer {
  const { list, item } = fileOf(call);
  const expanded = call.query.expand().some((one) => one.name === 'fields');
  const fields = expanded ? { fields: fieldsView(list, item, undefined, readingOf(call)) } : {};
  return ok({ '@odata.context': context('listItems/$entity'), ...itemView(list, item), ...fields });
}

function getListItemFields(call: Call): Answer {
  const { list, item } = fileOf(call);
  return ok({ '@odata.context': context('fields/$entity'), ...fieldsView(list, item, undefined, readingOf(call)) });
}

function updateListItemFields(call: Call): Answer {
  const file = fileOf(call);
  checkLock(call.world, file);
  checkIfMatch(call, fileEtag(file));
  if (!isRecord(call.body)) throw badArgument();
  const { sites } = call.world;
  const fields = writeFields(file.list, call.body, file.item.fields, sites.rules);
  const item = sites.items.update(file.list, file.item, fields, call.caller.clientId);
  const view = fieldsView(file.list, item, undefined, readingOf(call));
  return ok({ '@odata.context': context('fields/$entity'), ...view });
}

function listVersions(call: Call): Answer {
  const value = call.world.sites.files.versions(fileOf(call)).map((one) => ({
    id: `${one.version}.0`,
    lastModifiedDateTime: one.modified,
    size: one.size,
    lastModifiedBy: identitySet(one.editor),
  }));
  return ok({ '@odata.context': context('driveItemVersions'), value });
}

function getVersionContent(call: Call): Answer {
  const file = fileOf(call);
  const versions = call.world.sites.files.versions(file);
  const version = versions.find((one) => `${one.version}.0` === call.params.version);
  if (!version) throw itemNotFound();
  const given = call.world.faults.tenant['file.newest'] === 'given';
  if (version === versions[0] && !given) throw currentVersion();
  return { status: 302, headers: { Location: downloadUrl(call, file, version.version) } };
}

const drives = [
  '/drives/{drive}',
  '/sites/{site}/drive',
  '/sites/{site}/drives/{drive}',
  '/sites/{site}/lists/{list}/drive',
];
const places = ['/root:/{path}', '/items/{file}', '/items/{file}:/{path}'];

type Line = [method: Route['method'], path: string, cost: number, run: Route['run']];
const onFile: readonly Line[] = [
  ['GET', '', 1, getFile],
  ['PATCH', '', 2, updateFile],
  ['DELETE', '', 2, deleteFile],
  ['GET', '/children', 2, listChildren],
  ['POST', '/children', 2, createFolder],
  ['GET', '/content', 1, getContent],
  ['PUT', '/content', 2, putContent],
  ['POST', '/createUploadSession', 2, openUpload],
  ['POST', '/copy', 2, copyFile],
  ['GET', '/listItem', 1, getListItem],
  ['GET', '/listItem/fields', 1, getListItemFields],
  ['PATCH', '/listItem/fields', 2, updateListItemFields],
  ['GET', '/versions', 2, listVersions],
  ['GET', '/versions/{version}/content', 1, getVersionContent],
];
const onDrive: readonly Line[] = [
  ['GET', '', 1, getDrive],
  ['GET', '/root', 1, getFile],
  ['GET', '/root/children', 2, listChildren],
  ['POST', '/root/children', 2, createFolder],
  ...places.flatMap((place) => onFile.map(([method, path, cost, run]): Line => [method, `${place}${path}`, cost, run])),
];
const toRoute = ([method, path, cost, run]: Line): Route => ({
  area: 'sharepoint',
  need: method === 'GET' ? 'read' : 'write',
  method,
  path,
  cost,
  run,
});

export const driveRoutes: readonly Route[] = [
  toRoute(['GET', '/sites/{site}/drives', 2, listDrives]),
  ...drives.flatMap((drive) =>
    onDrive.map(([method, path, cost, run]) => toRoute([method, `${drive}${path}`, cost, run])),
  ),
];
