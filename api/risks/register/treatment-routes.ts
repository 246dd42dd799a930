import { editing } from '../../edits/index.ts';
import { allow, from, routes, thenView } from '../../http/route.ts';
import type { LocalDate } from '../../kernel/index.ts';
import { treatmentContract } from '../contract.ts';
import { askAcceptance } from '../treatment/ask-acceptance.ts';
import { chooseTreatment } from '../treatment/choose-treatment.ts';
import { riskView } from './risk-view.ts';
import { addAction, cancelAction, changeAction, reportProgress } from '../treatment/save-action.ts';

const thenRiskView = thenView(from(riskView, 'riskKey'));

/** Open to everyone: owners of assets and actions may have no role, and the acts check. */
export const treatmentRoutes = routes(treatmentContract, {
  'GET /api/risks/register/:riskKey': allow('everyone', from(riskView, 'riskKey')),
  'PUT /api/risks/register/:riskKey/treatment': allow(
    'everyone',
    editing(
      (context, { params }, actor) => riskView(context, actor, params.riskKey).etag,
      thenRiskView(from(chooseTreatment, 'riskKey', 'body')),
    ),
  ),
  'POST /api/risks/register/:riskKey/actions': allow('everyone', thenRiskView(from(addAction, 'riskKey', 'body'))),
  'PUT /api/risks/register/:riskKey/actions/:actionKey': allow(
    'everyone',
    editing(
      (context, { params }, actor) =>
        riskView(context, actor, params.riskKey).actionList.find(({ key }) => key === params.actionKey)?.etag,
      thenRiskView(from(changeAction, 'riskKey', 'actionKey', 'body')),
    ),
  ),
  'POST /api/risks/register/:riskKey/actions/:actionKey/progress': allow(
    'everyone',
    thenRiskView(from(reportProgress, 'riskKey', 'actionKey', 'body')),
  ),
  'POST /api/risks/register/:riskKey/actions/:actionKey/cancel': allow(
    'everyone',
    thenRiskView(from(cancelAction, 'riskKey', 'actionKey', 'body.reason')),
  ),
  'POST /api/risks/register/:riskKey/acceptance': allow(
    'everyone',
    async (context, actor, { params: { riskKey }, body }) => {
      const { reason, until } = body;
      await askAcceptance(context, actor, riskKey, { reason, until: until as LocalDate });
      return riskView(context, actor, riskKey);
    },
  ),
});
