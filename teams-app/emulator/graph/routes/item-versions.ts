import { itemNotFound } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import { graphRoot } from '../http/links.ts';
import type { Call, Route } from '../http/route.ts';
import { identitySet } from '../views/identity.ts';
import { fieldsView } from '../views/item-view.ts';
import { itemOf, listOf, readingOf } from './site-parts.ts';

function versionsOf(call: Call) {
  const list = listOf(call);
  const item = itemOf(call, list);
  const withFields = call.query.expand().some((one) => one.name === 'fields');
  const views = call.world.sites.items.versions(list, item).map((version) => ({
    id: `${version.version}.0`,
    lastModifiedDateTime: version.modified,
    lastModifiedBy: identitySet(version.editor),
    ...(withFields ? { fields: fieldsView(list, { ...item, ...version }, undefined, readingOf(call)) } : {}),
  }));
  return { list, item, views };
}

function listVersions(call: Call): Answer {
  const { views } = versionsOf(call);
  return { status: 200, body: { '@odata.context': `${graphRoot}/$metadata#listItemVersions`, value: views } };
}

function getVersion(call: Call): Answer {
  const view = versionsOf(call).views.find((one) => one.id === call.params.version);
  if (!view) throw itemNotFound();
  return { status: 200, body: { '@odata.context': `${graphRoot}/$metadata#listItemVersions/$entity`, ...view } };
}

function restoreVersion(call: Call): Answer {
  const { list, item } = versionsOf(call);
  const { items } = call.world.sites;
  const wanted = items.versions(list, item).find((one) => `${one.version}.0` === call.params.version);
  if (!wanted) throw itemNotFound();
  items.update(list, item, wanted.fields, call.caller.clientId);
  return { status: 204 };
}

const base = '/sites/{site}/lists/{list}/items/{item}/versions';
export const itemVersionRoutes: readonly Route[] = [
  { area: 'sharepoint', need: 'read', method: 'GET', path: base, cost: 2, run: listVersions },
  { area: 'sharepoint', need: 'read', method: 'GET', path: `${base}/{version}`, cost: 1, run: getVersion },
  {
    area: 'sharepoint',
    need: 'write',
    method: 'POST',
    path: `${base}/{version}/restoreVersion`,
    cost: 2,
    run: restoreVersion,
  },
];
