import { routes } from '../http/route.ts';
import { measuresContract } from './contract.ts';
import { measureList, measureView } from './measure-views.ts';
import { measuresWorkbook } from './measures-workbook.ts';
import { measureOrThrow } from './measures.ts';
import { measureReaders, proposers } from './permissions.ts';
import { changeMeasure, discardMeasure, proposeMeasure } from './propose-measure.ts';
import { submitMeasure } from './submit-measure.ts';

export const measureRoutes = routes(measuresContract, {
  'GET /api/measures': {
    allow: measureReaders,
    run: (context, actor, { query }) => measureList(context, actor, query),
  },
  'GET /api/measures.xlsx': {
    allow: measureReaders,
    run: (context, actor, { query }) => measuresWorkbook(context, actor, query),
  },
  'POST /api/measures': {
    allow: proposers,
    run: async (context, actor, { body }) => {
      const { key } = await proposeMeasure(context, actor, body);
      return measureView(context, actor, measureOrThrow(context, key));
    },
  },
  'GET /api/measures/:measureKey': {
    allow: measureReaders,
    run: (context, actor, { params }) => measureView(context, actor, measureOrThrow(context, params.measureKey)),
  },
  'PUT /api/measures/:measureKey': {
    allow: proposers,
    run: async (context, actor, { params: { measureKey }, body }) => {
      await changeMeasure(context, actor, measureKey, body);
      return measureView(context, actor, measureOrThrow(context, measureKey));
    },
  },
  'DELETE /api/measures/:measureKey': {
    allow: proposers,
    run: async (context, actor, { params }) => {
      await discardMeasure(context, actor, params.measureKey);
      return undefined;
    },
  },
  'POST /api/measures/:measureKey/submit': {
    allow: proposers,
    run: async (context, actor, { params: { measureKey } }) => {
      await submitMeasure(context, actor, measureKey);
      return measureView(context, actor, measureOrThrow(context, measureKey));
    },
  },
});
