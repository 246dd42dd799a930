import { routes } from '../../http/route.ts';
import type { LocalDate } from '../../kernel/index.ts';
import { treatmentContract } from '../contract.ts';
import { askAcceptance } from '../treatment/ask-acceptance.ts';
import { chooseTreatment } from '../treatment/choose-treatment.ts';
import { riskView } from './risk-view.ts';
import { addAction, cancelAction, changeAction, reportProgress } from '../treatment/save-action.ts';

/** Open to everyone: owners of assets and actions may have no role, and the acts check. */
export const treatmentRoutes = routes(treatmentContract, {
  'GET /api/risks/register/:riskKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => riskView(context, actor, params.riskKey),
  },
  'PUT /api/risks/register/:riskKey/treatment': {
    allow: 'everyone',
    run: async (context, actor, { params: { riskKey }, body }) => {
      await chooseTreatment(context, actor, riskKey, body);
      return riskView(context, actor, riskKey);
    },
  },
  'POST /api/risks/register/:riskKey/actions': {
    allow: 'everyone',
    run: async (context, actor, { params: { riskKey }, body }) => {
      await addAction(context, actor, riskKey, body);
      return riskView(context, actor, riskKey);
    },
  },
  'PUT /api/risks/register/:riskKey/actions/:actionKey': {
    allow: 'everyone',
    run: async (context, actor, { params: { riskKey, actionKey }, body }) => {
      await changeAction(context, actor, riskKey, actionKey, body);
      return riskView(context, actor, riskKey);
    },
  },
  'POST /api/risks/register/:riskKey/actions/:actionKey/progress': {
    allow: 'everyone',
    run: async (context, actor, { params: { riskKey, actionKey }, body }) => {
      await reportProgress(context, actor, riskKey, actionKey, body);
      return riskView(context, actor, riskKey);
    },
  },
  'POST /api/risks/register/:riskKey/actions/:actionKey/cancel': {
    allow: 'everyone',
    run: async (context, actor, { params: { riskKey, actionKey }, body }) => {
      await cancelAction(context, actor, riskKey, actionKey, body.reason);
      return riskView(context, actor, riskKey);
    },
  },
  'POST /api/risks/register/:riskKey/acceptance': {
    allow: 'everyone',
    run: async (context, actor, { params: { riskKey }, body }) => {
      const { reason, until } = body;
      await askAcceptance(context, actor, riskKey, { reason, until: until as LocalDate });
      return riskView(context, actor, riskKey);
    },
  },
});
