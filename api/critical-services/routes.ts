import { routes, type Route } from '../http/index.ts';
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

/** Open to everyone where an owner without a role may act: the acts check ownership. */
export const serviceRoutes: readonly Route[] = [
  ...routes(servicesContract, {
    'GET /api/critical-services': {
      allow: contingencyReaders,
      run: (context, actor, { query }) => serviceList(context, actor, query),
    },
    'GET /api/critical-services.xlsx': {
      allow: contingencyReaders,
      run: (context, actor, { query }) => servicesWorkbook(context, actor, query),
    },
    'GET /api/critical-service-names': {
      allow: contingencyReaders,
      run: (context, _actor, { query }) => serviceNames(context, query.q),
    },
    'POST /api/critical-services': {
      allow: serviceWriters,
      run: async (context, actor, { body }) => {
        const { key } = await addService(context, actor, body);
        return serviceView(context, actor, key);
      },
    },
    'GET /api/critical-services/:serviceKey': {
      allow: 'everyone',
      run: (context, actor, { params }) => seenService(context, actor, params.serviceKey),
    },
    'PUT /api/critical-services/:serviceKey': {
      allow: 'everyone',
      run: async (context, actor, { params: { serviceKey }, body }) => {
        await changeService(context, actor, serviceKey, body);
        return serviceView(context, actor, serviceKey);
      },
    },
    'POST /api/critical-services/:serviceKey/reviewed': {
      allow: 'everyone',
      run: async (context, actor, { params: { serviceKey }, body }) => {
        await reviewService(context, actor, serviceKey, body.expected);
        return serviceView(context, actor, serviceKey);
      },
    },
    'POST /api/critical-services/:serviceKey/retire': {
      allow: serviceWriters,
      run: async (context, actor, { params: { serviceKey }, body }) => {
        await retireService(context, actor, serviceKey, body);
        return serviceView(context, actor, serviceKey);
      },
    },
    'POST /api/critical-services/:serviceKey/reinstate': {
      allow: serviceWriters,
      run: async (context, actor, { params: { serviceKey }, body }) => {
        await reinstateService(context, actor, serviceKey, body.expected);
        return serviceView(context, actor, serviceKey);
      },
    },
    'POST /api/critical-services/:serviceKey/ask-acceptance': {
      allow: 'everyone',
      run: async (context, actor, { params: { serviceKey }, body }) => {
        await askAcceptance(context, actor, serviceKey, body.expected);
        return serviceView(context, actor, serviceKey);
      },
    },
  }),
  ...routes(recoveryContract, {
    'GET /api/assets/:assetKey/continuity': {
      allow: 'everyone',
      run: (context, actor, { params }) => seenContinuity(context, actor, params.assetKey),
    },
    'PUT /api/assets/:assetKey/continuity': {
      allow: 'everyone',
      run: async (context, actor, { params: { assetKey }, body }) => {
        await saveRecovery(context, actor, assetKey, body);
        return continuityView(context, actor, assetKey);
      },
    },
    'PUT /api/assets/:assetKey/vital': {
      allow: serviceWriters,
      run: async (context, actor, { params: { assetKey }, body }) => {
        await setVital(context, actor, assetKey, body);
        return continuityView(context, actor, assetKey);
      },
    },
    'DELETE /api/assets/:assetKey/vital': {
      allow: serviceWriters,
      run: async (context, actor, { params: { assetKey } }) => {
        await undoVital(context, actor, assetKey);
        return continuityView(context, actor, assetKey);
      },
    },
  }),
  ...routes(settingsContract, {
    'GET /api/continuity-settings': {
      allow: contingencyReaders,
      run: (context, actor) => settingsView(context, actor),
    },
    'PUT /api/continuity-settings': {
      allow: settingsKeepers,
      run: async (context, actor, { body }) => {
        await keepSettings(context, actor, body);
        return body;
      },
    },
  }),
];
