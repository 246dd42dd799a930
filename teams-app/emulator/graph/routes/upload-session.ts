import { siteHost } from '../../municipality.ts';
import { resourceModified } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import { graphRoot } from '../http/links.ts';
import type { Call } from '../http/route.ts';
import { checkFileName } from '../store/files.ts';
import { fileEtag } from '../views/drive-view.ts';
import { checkPlace, placeOf, timesIn } from './drive-parts.ts';
import { isRecord } from './site-parts.ts';

/** Lifetime of an upload (milliseconds). */
const life = 24 * 3600 * 1000;

/** Opens an upload in parts: an address on another host that needs no token. */
export function openUpload(call: Call): Answer {
  const place = placeOf(call);
  const item = isRecord(call.body) && isRecord(call.body.item) ? call.body.item : {};
  const asked = item['@microsoft.graph.conflictBehavior'];
  const { files, signer } = call.world.sites;
  const existing = files.children(place.list, place.parent).find((one) => one.name === place.name);
  checkPlace(call, place, existing);
  const given = call.headers['if-match'];
  if (given !== undefined && given !== '*' && existing && given !== fileEtag(existing)) throw resourceModified(412);
  const upload = files.uploads.open({
    list: place.list.id,
    parent: place.parent,
    name: checkFileName(typeof item.name === 'string' ? item.name : place.name),
    conflict: asked === 'replace' || asked === 'rename' ? asked : 'fail',
    deferred: isRecord(call.body) && call.body.deferCommit === true,
    app: call.caller.clientId,
    times: timesIn(item) ?? {},
    expires: new Date(Date.now() + life).toISOString(),
  });
  const tempauth = signer.sign({ upload: upload.id }, life / 1000);
  const body = {
    '@odata.context': `${graphRoot}/$metadata#microsoft.graph.uploadSession`,
    expirationDateTime: upload.expires,
    nextExpectedRanges: ['0-'],
    uploadUrl: `https://${siteHost}/_files/upload?guid=${upload.id}&tempauth=${tempauth}`,
  };
  return { status: 200, body };
}
