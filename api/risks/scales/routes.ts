import { Assets, maySeeRisks } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { routes } from '../../http/route.ts';
import { forbidden, type Actor } from '../../kernel/index.ts';
import { catalogueList } from '../catalogues/catalogues.ts';
import { changeCatalogue, hideCatalogue, makeCatalogue } from '../catalogues/keep-catalogues.ts';
import { scalesContract } from '../contract.ts';
import { scaleKeepers } from '../permissions.ts';
import { chooseScale, makeScale } from './keep-scales.ts';
import { scaleList } from './scales.ts';

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
  'GET /api/risks/scales': {
    allow: 'everyone',
    run: (context, actor) => {
      requireReader(context, actor);
      return scaleList(context, actor);
    },
  },
  'POST /api/risks/scales': {
    allow: scaleKeepers,
    run: async (context, actor, { body }) => {
      await makeScale(context, actor, body);
      return scaleList(context, actor);
    },
  },
  'POST /api/risks/scales/:scaleKey/choose': {
    allow: scaleKeepers,
    run: async (context, actor, { params }) => {
      await chooseScale(context, actor, params.scaleKey);
      return scaleList(context, actor);
    },
  },
  'GET /api/risks/catalogues': {
    allow: 'everyone',
    run: (context, actor) => {
      requireReader(context, actor);
      return catalogueList(context, actor);
    },
  },
  'POST /api/risks/catalogues': {
    allow: scaleKeepers,
    run: async (context, actor, { body }) => {
      await makeCatalogue(context, actor, body);
      return catalogueList(context, actor);
    },
  },
  'PUT /api/risks/catalogues/:catalogueKey': {
    allow: scaleKeepers,
    run: async (context, actor, { params, body }) => {
      await changeCatalogue(context, actor, params.catalogueKey, body);
      return catalogueList(context, actor);
    },
  },
  'PUT /api/risks/catalogues/:catalogueKey/hidden': {
    allow: scaleKeepers,
    run: async (context, actor, { params, body }) => {
      await hideCatalogue(context, actor, params.catalogueKey, body.hidden);
      return catalogueList(context, actor);
    },
  },
});
