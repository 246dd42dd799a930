import { Assets, maySeeRisks } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { editing } from '../../edits/index.ts';
import { allow, from, routes, thenView } from '../../http/route.ts';
import { forbidden, type Actor } from '../../kernel/index.ts';
import { catalogueList } from '../catalogues/catalogues.ts';
import { changeCatalogue, hideCatalogue, makeCatalogue } from '../catalogues/keep-catalogues.ts';
import { scalesContract } from '../contract.ts';
import { scaleKeepers } from '../permissions.ts';
import { chooseScale, makeScale } from './keep-scales.ts';
import { scaleList } from './scales.ts';

const thenScaleList = thenView(scaleList);
const thenCatalogueList = thenView(catalogueList);

/** Readers of risks, and owners of active assets. */
function requireReader(context: Context, actor: Actor): void {
  const owns = () =>
    context
      .list(Assets)
      .all()
      .some(({ ownerId, state }) => ownerId === actor.personId && state !== 'retired');
  if (!maySeeRisks(actor) && !owns()) throw forbidden('risks.mayNotSee');
}

/** Scales and catalogues of threats (R1). */
export const riskScaleRoutes = routes(scalesContract, {
  'GET /api/risks/scales': allow('everyone', (context, actor) => {
    requireReader(context, actor);
    return scaleList(context, actor);
  }),
  'POST /api/risks/scales': allow(scaleKeepers, thenScaleList(from(makeScale, 'body'))),
  'POST /api/risks/scales/:scaleKey/choose': allow(scaleKeepers, thenScaleList(from(chooseScale, 'scaleKey'))),
  'GET /api/risks/catalogues': allow('everyone', (context, actor) => {
    requireReader(context, actor);
    return catalogueList(context, actor);
  }),
  'POST /api/risks/catalogues': allow(scaleKeepers, thenCatalogueList(from(makeCatalogue, 'body'))),
  'PUT /api/risks/catalogues/:catalogueKey': allow(
    scaleKeepers,
    editing(
      (context, { params }, actor) =>
        catalogueList(context, actor).catalogues.find(({ key }) => key === params.catalogueKey)?.etag,
      thenCatalogueList(from(changeCatalogue, 'catalogueKey', 'body')),
    ),
  ),
  'PUT /api/risks/catalogues/:catalogueKey/hidden': allow(
    scaleKeepers,
    thenCatalogueList(from(hideCatalogue, 'catalogueKey', 'body.hidden')),
  ),
});
