import { controlsFor, crosswalkView, requirementSuggestions } from './crosswalk.ts';
import { forbidden, type Actor } from '../kernel/index.ts';
import type { Context } from '../context.ts';
import { routes, type Route } from '../http/route.ts';
import { applicabilityDocument } from './applicability-document.ts';
import { assessControl } from './assess-control.ts';
import { standardsContract } from './contract.ts';
import { linkedControls, linkNames } from './control-links.ts';
import { controlNames, controlsView, controlView, type UsedBy } from './control-views.ts';
import { decideApplicability } from './decide-applicability.ts';
import { gapsView } from './gap-views.ts';
import { checkStandardImport, importStandard, standardImportRun } from './import/import-standard.ts';
import { controlWriters, maySeeStandards, standardKeepers, standardReaders } from './permissions.ts';
import { removeStandard } from './remove-standard.ts';
import { requirementNames } from './requirement-views.ts';
import { retireControl } from './retire-control.ts';
import { addControl, changeControl, linkRequirement } from './save-control.ts';
import { Controls } from './standard-list.ts';
import { standardsFreshness, standardsView, standardView } from './standard-views.ts';
import { twiceView } from './twice.ts';
import { applicabilityWorkbook, controlsWorkbook, coverageWorkbook, gapsWorkbook } from './workbooks.ts';

/** Owners of active controls may write them, also without a role. */
function requireWriter(context: Context, actor: Actor): void {
  const owns = () =>
    context
      .list(Controls)
      .all()
      .some(({ ownerId, state }) => ownerId === actor.personId && state !== 'retired');
  if (!maySeeStandards(actor) && !owns()) throw forbidden('standards.noControlOfYours');
}

/** All endpoints of standards and controls. `usedBy` gives a control's users in the features above. */
export const standardsRoutes = ({ usedBy }: { usedBy: UsedBy }): Route[] =>
  routes(standardsContract, {
    'GET /api/standards': { allow: standardReaders, run: standardsView },
    'GET /api/standards.xlsx': { allow: standardReaders, run: coverageWorkbook },
    'GET /api/standards/:standardKey': {
      allow: standardReaders,
      run: (context, actor, { params, query }) => standardView(context, actor, params.standardKey, query),
    },
    'GET /api/standards/:standardKey/applicability.xlsx': {
      allow: standardReaders,
      run: (context, actor, { params }) => applicabilityWorkbook(context, actor, params.standardKey),
    },
    'GET /api/standards/:standardKey/applicability.docx': {
      allow: standardReaders,
      run: (context, actor, { params }) => applicabilityDocument(context, actor, params.standardKey),
    },
    'PUT /api/standards/:standardKey/applicability': {
      allow: standardKeepers,
      run: (context, actor, { params, body }) => decideApplicability(context, actor, params.standardKey, body),
    },
    'DELETE /api/standards/:standardKey': {
      allow: standardKeepers,
      run: (context, actor, { params }) => removeStandard(context, actor, params.standardKey),
    },
    'GET /api/requirement-gaps': {
      allow: standardReaders,
      run: (context, actor, { query }) => gapsView(context, actor, query),
    },
    'GET /api/requirement-gaps.xlsx': {
      allow: standardReaders,
      run: (context, actor, { query }) => gapsWorkbook(context, actor, query),
    },
    'GET /api/requirement-names': {
      allow: 'everyone',
      run: (context, actor, { query }) => {
        requireWriter(context, actor);
        return { requirements: requirementNames(context, actor.language, query) };
      },
    },
    'GET /api/requirements-twice': {
      allow: standardReaders,
      run: (context, { language }) => ({
        twice: twiceView(context, language),
        freshness: standardsFreshness(context),
      }),
    },
    'GET /api/controls': {
      allow: standardReaders,
      run: (context, actor, { query }) => controlsView(context, actor, query),
    },
    'GET /api/controls.xlsx': {
      allow: standardReaders,
      run: (context, actor, { query }) => controlsWorkbook(context, actor, query),
    },
    'GET /api/control-names': {
      allow: standardReaders,
      run: (context, _, { query }) => ({ controls: controlNames(context, query.q) }),
    },
    'GET /api/crosswalk': {
      allow: standardReaders,
      run: (context, { language }) => crosswalkView(context, language),
    },
    'GET /api/requirement-suggestions': {
      allow: 'everyone',
      run: (context, actor, { query }) => {
        requireWriter(context, actor);
        const keys = query.keys.split(',').filter(Boolean);
        return { requirements: requirementSuggestions(context, actor.language, keys) };
      },
    },
    'GET /api/controls-for-requirement': {
      allow: standardReaders,
      run: (context, _, { query }) => ({ controls: controlsFor(context, query.requirementKey) }),
    },
    'POST /api/controls/:controlKey/requirements': {
      allow: 'everyone',
      run: async (context, actor, { params: { controlKey }, body }) => {
        await linkRequirement(context, actor, controlKey, body.requirementKey);
        return controlView(context, actor, controlKey, usedBy);
      },
    },
    'GET /api/control-links/names': {
      allow: 'everyone',
      run: (context, actor, { query }) => {
        requireWriter(context, actor);
        return { things: linkNames(context, query.kind, query.q) };
      },
    },
    'GET /api/control-links': {
      allow: standardReaders,
      run: (context, _, { query }) => ({ controls: linkedControls(context, query.kind, query.key) }),
    },
    'POST /api/controls': {
      allow: controlWriters,
      run: async (context, actor, { body }) => {
        const { key } = await addControl(context, actor, body);
        return controlView(context, actor, key, usedBy);
      },
    },
    'GET /api/controls/:controlKey': {
      allow: 'everyone',
      run: (context, actor, { params }) => controlView(context, actor, params.controlKey, usedBy),
    },
    'PUT /api/controls/:controlKey': {
      allow: 'everyone',
      run: async (context, actor, { params: { controlKey }, body }) => {
        await changeControl(context, actor, controlKey, body);
        return controlView(context, actor, controlKey, usedBy);
      },
    },
    'POST /api/controls/:controlKey/assess': {
      allow: 'everyone',
      run: async (context, actor, { params: { controlKey }, body }) => {
        await assessControl(context, actor, controlKey, body);
        return controlView(context, actor, controlKey, usedBy);
      },
    },
    'POST /api/controls/:controlKey/retire': {
      allow: controlWriters,
      run: async (context, actor, { params: { controlKey }, body: { reason } }) => {
        await retireControl(context, actor, controlKey, reason);
        return controlView(context, actor, controlKey, usedBy);
      },
    },
    'POST /api/standards/imports/check': {
      allow: standardKeepers,
      run: (context, actor, { body }) => checkStandardImport(context, actor, body),
    },
    'POST /api/standards/imports': {
      allow: standardKeepers,
      run: (context, actor, { body }) => importStandard(context, actor, body),
    },
    'GET /api/standard-imports/running': {
      allow: [...standardKeepers, 'auditor'],
      run: (context) => {
        const run = standardImportRun(context);
        return run ? { run } : {};
      },
    },
  });
