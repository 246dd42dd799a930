import { allow, from, routes, thenView } from '../../http/index.ts';
import { downtimeContract } from '../contract.ts';
import { contingencyReaders } from '../permissions.ts';
import { writeLog } from '../exercises/write-log.ts';
import { changeDowntime } from './change-downtime.ts';
import { cancelDowntime, closeDowntime } from './close-downtime.ts';
import { correctDowntime } from './correct-downtime.ts';
import { downtimesView } from './downtime-list.ts';
import { downtimeView } from './downtime-view.ts';
import { downtimesWorkbook } from './downtimes-workbook.ts';
import { downNow } from './now.ts';
import { assetsToReport, downtimePreview } from './preview.ts';
import { reportDowntime } from './report-downtime.ts';

const thenDowntimeView = thenView(from(downtimeView, 'downtimeKey'));

/** Most are open to all: a system's owner has no role, and the acts check ownership. */
export const downtimeRoutes = routes(downtimeContract, {
  'GET /api/contingency/now': allow('everyone', (context, actor) => downNow(context, actor)),
  'GET /api/contingency/downtimes': allow(contingencyReaders, from(downtimesView, 'query')),
  'GET /api/contingency/downtimes.xlsx': allow(contingencyReaders, from(downtimesWorkbook, 'query')),
  'GET /api/contingency/downtime-assets': allow('everyone', from(assetsToReport, 'query.q')),
  'GET /api/contingency/downtime-preview': allow('everyone', from(downtimePreview, 'query')),
  'POST /api/contingency/downtimes': allow('everyone', async (context, actor, { body }) => {
    const { downtime, ...told } = await reportDowntime(context, actor, body);
    return { key: downtime.key, isOver: downtime.state !== 'running', ...told };
  }),
  'GET /api/contingency/downtimes/:downtimeKey': allow('everyone', from(downtimeView, 'downtimeKey')),
  'PUT /api/contingency/downtimes/:downtimeKey': allow(
    'everyone',
    thenDowntimeView(from(changeDowntime, 'downtimeKey', 'body')),
  ),
  'PUT /api/contingency/downtimes/:downtimeKey/record': allow(
    'everyone',
    thenDowntimeView(from(correctDowntime, 'downtimeKey', 'body')),
  ),
  'POST /api/contingency/downtimes/:downtimeKey/log': allow(
    'everyone',
    thenDowntimeView((context, actor, { params: { downtimeKey }, body }) =>
      writeLog(context, actor, { subjectKey: downtimeKey, ...body }),
    ),
  ),
  'POST /api/contingency/downtimes/:downtimeKey/close': allow(
    'everyone',
    thenDowntimeView(from(closeDowntime, 'downtimeKey', 'body')),
  ),
  'POST /api/contingency/downtimes/:downtimeKey/cancel': allow(
    'everyone',
    thenDowntimeView(from(cancelDowntime, 'downtimeKey', 'body.reason')),
  ),
});
