import { routes } from '../../http/index.ts';
import { downtimeContract } from '../contract.ts';
import { contingencyReaders } from '../permissions.ts';
import { writeLog } from '../exercises/write-log.ts';
import { changeDowntime } from './change-downtime.ts';
import { cancelDowntime, closeDowntime } from './close-downtime.ts';
import { downtimesView } from './downtime-list.ts';
import { downtimeView } from './downtime-view.ts';
import { downtimesWorkbook } from './downtimes-workbook.ts';
import { downNow } from './now.ts';
import { assetsToReport, downtimePreview } from './preview.ts';
import { reportDowntime } from './report-downtime.ts';

/** Most are open to all: a system's owner has no role, and the acts check ownership. */
export const downtimeRoutes = routes(downtimeContract, {
  'GET /api/contingency/now': { allow: 'everyone', run: (context, actor) => downNow(context, actor) },
  'GET /api/contingency/downtimes': {
    allow: contingencyReaders,
    run: (context, actor, { query }) => downtimesView(context, actor, query),
  },
  'GET /api/contingency/downtimes.xlsx': {
    allow: contingencyReaders,
    run: (context, actor, { query }) => downtimesWorkbook(context, actor, query),
  },
  'GET /api/contingency/downtime-assets': {
    allow: 'everyone',
    run: (context, actor, { query }) => assetsToReport(context, actor, query.q),
  },
  'GET /api/contingency/downtime-preview': {
    allow: 'everyone',
    run: (context, actor, { query }) => downtimePreview(context, actor, query),
  },
  'POST /api/contingency/downtimes': {
    allow: 'everyone',
    run: async (context, actor, { body }) => {
      const { downtime, existed } = await reportDowntime(context, actor, body);
      return { key: downtime.key, existed };
    },
  },
  'GET /api/contingency/downtimes/:downtimeKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => downtimeView(context, actor, params.downtimeKey),
  },
  'PUT /api/contingency/downtimes/:downtimeKey': {
    allow: 'everyone',
    run: async (context, actor, { params: { downtimeKey }, body }) => {
      await changeDowntime(context, actor, downtimeKey, body);
      return downtimeView(context, actor, downtimeKey);
    },
  },
  'POST /api/contingency/downtimes/:downtimeKey/log': {
    allow: 'everyone',
    run: async (context, actor, { params: { downtimeKey }, body }) => {
      await writeLog(context, actor, { subjectKey: downtimeKey, ...body });
      return downtimeView(context, actor, downtimeKey);
    },
  },
  'POST /api/contingency/downtimes/:downtimeKey/close': {
    allow: 'everyone',
    run: async (context, actor, { params: { downtimeKey }, body }) => {
      await closeDowntime(context, actor, downtimeKey, body);
      return downtimeView(context, actor, downtimeKey);
    },
  },
  'POST /api/contingency/downtimes/:downtimeKey/cancel': {
    allow: 'everyone',
    run: async (context, actor, { params: { downtimeKey }, body }) => {
      await cancelDowntime(context, actor, downtimeKey, body.reason);
      return downtimeView(context, actor, downtimeKey);
    },
  },
});
