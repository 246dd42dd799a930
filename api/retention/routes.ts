import { editing } from '../edits/index.ts';
import { allow, routes } from '../http/route.ts';
import { retentionContract } from './contract.ts';
import { retentionEditors, retentionReaders } from './permissions.ts';
import { retentionViewOf } from './retention-view.ts';
import { setRetention } from './set-retention.ts';

export const retentionRoutes = routes(retentionContract, {
  'GET /api/retention': allow(retentionReaders, retentionViewOf),
  'PUT /api/retention/:kind': allow(
    retentionEditors,
    editing(
      (context, { params }, actor) =>
        retentionViewOf(context, actor).kinds.find(({ kind }) => kind === params.kind)?.etag,
      async (context, actor, { params: { kind }, body }) => {
        await setRetention(context, actor, kind, body);
        return retentionViewOf(context, actor);
      },
    ),
  ),
});
