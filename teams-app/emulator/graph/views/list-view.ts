import { siteHost, siteId, siteUrl } from '../../municipality.ts';
import type { List } from '../store/column-types.ts';
import { identitySet } from './identity.ts';

export const listView = (list: List): Record<string, unknown> => ({
  '@odata.etag': `"${list.id},${list.version}"`,
  createdDateTime: list.created,
  description: list.description,
  eTag: `"${list.id},${list.version}"`,
  id: list.id,
  lastModifiedDateTime: list.modified,
  name: list.name,
  webUrl: `${siteUrl}/${list.template === 'documentLibrary' ? '' : 'Lists/'}${encodeURIComponent(list.name)}`,
  displayName: list.displayName,
  createdBy: identitySet(list.createdBy),
  lastModifiedBy: identitySet(list.createdBy),
  parentReference: { siteId },
  list: { contentTypesEnabled: false, hidden: list.hidden, template: list.template },
});

export const siteView = (): Record<string, unknown> => ({
  createdDateTime: '2026-01-05T08:00:00Z',
  description: '',
  id: siteId,
  lastModifiedDateTime: '2026-01-05T08:00:00Z',
  name: siteUrl.split('/').at(-1),
  webUrl: siteUrl,
  displayName: 'Informationssikkerhed',
  siteCollection: { hostname: siteHost },
});
