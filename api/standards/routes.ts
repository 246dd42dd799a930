import { controlsFor, crosswalkView, requirementSuggestions } from './crosswalk.ts';
import { forbidden, type Actor } from '../kernel/index.ts';
import type { Context } from '../context.ts';
import { allow, created, from, routes, thenView, type Route } from '../http/route.ts';
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
export function standardsRoutes({ usedBy }: { usedBy: UsedBy }): Route[] {
  const viewOf = (context: Context, actor: Actor, key: string) => controlView(context, actor, key, usedBy);
  const thenControl = thenView(from(viewOf, 'controlKey'));
  return routes(standardsContract, {
    'GET /api/standards': allow(standardReaders, standardsView),
    'GET /api/standards.xlsx': allow(standardReaders, coverageWorkbook),
    'GET /api/standards/:standardKey': allow(standardReaders, from(standardView, 'standardKey', 'query')),
    'GET /api/standards/:standardKey/applicability.xlsx': allow(
      standardReaders,
      from(applicabilityWorkbook, 'standardKey'),
    ),
    'GET /api/standards/:standardKey/applicability.docx': allow(
      standardReaders,
      from(applicabilityDocument, 'standardKey'),
    ),
    'PUT /api/standards/:standardKey/applicability': allow(
      standardKeepers,
      from(decideApplicability, 'standardKey', 'body'),
    ),
    'DELETE /api/standards/:standardKey': allow(standardKeepers, from(removeStandard, 'standardKey')),
    'GET /api/requirement-gaps': allow(standardReaders, from(gapsView, 'query')),
    'GET /api/requirement-gaps.xlsx': allow(standardReaders, from(gapsWorkbook, 'query')),
    'GET /api/requirement-names': allow('everyone', (context, actor, { query }) => {
      requireWriter(context, actor);
      return { requirements: requirementNames(context, actor.language, query) };
    }),
    'GET /api/requirements-twice': allow(standardReaders, (context, { language }) => ({
      twice: twiceView(context, language),
      freshness: standardsFreshness(context),
    })),
    'GET /api/controls': allow(standardReaders, from(controlsView, 'query')),
    'GET /api/controls.xlsx': allow(standardReaders, from(controlsWorkbook, 'query')),
    'GET /api/control-names': allow(standardReaders, (context, _, { query }) => ({
      controls: controlNames(context, query.q),
    })),
    'GET /api/crosswalk': allow(standardReaders, (context, { language }) => crosswalkView(context, language)),
    'GET /api/requirement-suggestions': allow('everyone', (context, actor, { query }) => {
      requireWriter(context, actor);
      const keys = query.keys.split(',').filter(Boolean);
      return { requirements: requirementSuggestions(context, actor.language, keys) };
    }),
    'GET /api/controls-for-requirement': allow(standardReaders, (context, _, { query }) => ({
      controls: controlsFor(context, query.requirementKey),
    })),
    'POST /api/controls/:controlKey/requirements': allow(
      'everyone',
      thenControl(from(linkRequirement, 'controlKey', 'body.requirementKey')),
    ),
    'GET /api/control-links/names': allow('everyone', (context, actor, { query }) => {
      requireWriter(context, actor);
      return { things: linkNames(context, actor, query.kind, query.q) };
    }),
    'GET /api/control-links': allow(standardReaders, (context, _, { query }) => ({
      controls: linkedControls(context, query.kind, query.key),
    })),
    'POST /api/controls': allow(controlWriters, created(viewOf, from(addControl, 'body'))),
    'GET /api/controls/:controlKey': allow('everyone', from(viewOf, 'controlKey')),
    'PUT /api/controls/:controlKey': allow('everyone', thenControl(from(changeControl, 'controlKey', 'body'))),
    'POST /api/controls/:controlKey/assess': allow('everyone', thenControl(from(assessControl, 'controlKey', 'body'))),
    'POST /api/controls/:controlKey/retire': allow(
      controlWriters,
      thenControl(from(retireControl, 'controlKey', 'body.reason')),
    ),
    'POST /api/standards/imports/check': allow(standardKeepers, from(checkStandardImport, 'body')),
    'POST /api/standards/imports': allow(standardKeepers, from(importStandard, 'body')),
    'GET /api/standard-imports/running': allow([...standardKeepers, 'auditor'], (context) => {
      const run = standardImportRun(context);
      return run ? { run } : {};
    }),
  });
}
