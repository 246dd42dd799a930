import { editing } from '../edits/index.ts';
import { allow, created, from, routes, thenView, type Route } from '../http/index.ts';
import { askAcceptance } from './ask-acceptance.ts';
import { continuityView, seenContinuity } from './continuity-view.ts';
import { recoveryContract, servicesContract, settingsContract } from './contract.ts';
import { keepSettings, settingsView } from './keep-settings.ts';
import { contingencyReaders, serviceWriters, settingsKeepers } from './permissions.ts';
import { reinstateService, retireService } from './retire-service.ts';
import { saveRecovery } from './save-recovery.ts';
import { addService, changeService, reviewService } from './save-service.ts';
import { seenService, serviceList, serviceNames, serviceView } from './service-views.ts';
import { servicesWorkbook } from './services-workbook.ts';
import { setVital, undoVital } from './set-vital.ts';

const thenServiceView = thenView(from(serviceView, 'serviceKey'));
const thenContinuityView = thenView(from(continuityView, 'assetKey'));

/** Open to everyone where an owner without a role may act: the acts check ownership. */
export const serviceRoutes: readonly Route[] = [
  ...routes(servicesContract, {
    'GET /api/critical-services': allow(contingencyReaders, from(serviceList, 'query')),
    'GET /api/critical-services.xlsx': allow(contingencyReaders, from(servicesWorkbook, 'query')),
    'GET /api/critical-service-names': allow(contingencyReaders, (context, _actor, { query }) =>
      serviceNames(context, query.q),
    ),
    'POST /api/critical-services': allow(serviceWriters, created(serviceView, from(addService, 'body'))),
    'GET /api/critical-services/:serviceKey': allow('everyone', from(seenService, 'serviceKey')),
    'PUT /api/critical-services/:serviceKey': allow(
      'everyone',
      thenServiceView(from(changeService, 'serviceKey', 'body')),
    ),
    'POST /api/critical-services/:serviceKey/reviewed': allow(
      'everyone',
      thenServiceView(from(reviewService, 'serviceKey', 'body.expected')),
    ),
    'POST /api/critical-services/:serviceKey/retire': allow(
      serviceWriters,
      thenServiceView(from(retireService, 'serviceKey', 'body')),
    ),
    'POST /api/critical-services/:serviceKey/reinstate': allow(
      serviceWriters,
      thenServiceView(from(reinstateService, 'serviceKey', 'body.expected')),
    ),
    'POST /api/critical-services/:serviceKey/ask-acceptance': allow(
      'everyone',
      thenServiceView(from(askAcceptance, 'serviceKey', 'body.expected')),
    ),
  }),
  ...routes(recoveryContract, {
    'GET /api/assets/:assetKey/continuity': allow('everyone', from(seenContinuity, 'assetKey')),
    'PUT /api/assets/:assetKey/continuity': allow(
      'everyone',
      thenContinuityView(from(saveRecovery, 'assetKey', 'body')),
    ),
    'PUT /api/assets/:assetKey/vital': allow(
      serviceWriters,
      editing(
        (context, { params }, actor) => seenContinuity(context, actor, params.assetKey).vital.etag,
        thenContinuityView(from(setVital, 'assetKey', 'body')),
      ),
    ),
    'DELETE /api/assets/:assetKey/vital': allow(serviceWriters, thenContinuityView(from(undoVital, 'assetKey'))),
  }),
  ...routes(settingsContract, {
    'GET /api/continuity-settings': allow(contingencyReaders, (context, actor) => settingsView(context, actor)),
    'PUT /api/continuity-settings': allow(
      settingsKeepers,
      editing(
        (context, _asked, actor) => settingsView(context, actor).etag,
        async (context, actor, { body }) => {
          await keepSettings(context, actor, body);
          return body;
        },
      ),
    ),
  }),
];
