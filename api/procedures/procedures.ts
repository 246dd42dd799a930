import type { VersionNow as ApprovedVersion } from '../approvals/index.ts';
import { documentKind, type DocumentNow } from '../documents/index.ts';
import { conflict, forbidden, invalid, missing, stableKey } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { contentOf } from './content.ts';
import { mayReadEveryVersion, mayWrite } from './permissions.ts';
import { Procedures, ProcedureVersions, type Procedure, type ProcedureVersion } from './procedure-list.ts';
import { renewalWayOf, wayOf } from './way.ts';

/** A version with its current state. */
export type VersionNow = ApprovedVersion<Stored<ProcedureVersion>>;
/** A procedure or guideline today. */
export type ProcedureNow = DocumentNow<'procedure', Procedure, ProcedureVersion>;

/** Local procedures and guidelines as documents (R12, R15, R16). */
export const procedures = documentKind({
  name: 'procedure',
  documents: Procedures,
  versions: ProcedureVersions,
  documentKey: ({ procedureKey }) => procedureKey,
  subjectKind: 'procedureVersion',
  path: (procedureKey) => `/procedures/${procedureKey}`,
  refusals: {
    noSuch: (became) => missing('procedures.noSuchProcedure', became),
    noSuchVersion: () => missing('procedures.noSuchVersion'),
    mayNotWrite: () => forbidden('procedures.mayNotWrite'),
    retired: () => conflict('procedures.retired'),
    noDraft: () => conflict('procedures.noDraft'),
    discarded: () => conflict('procedures.wasDiscarded'),
    changedMeanwhile: (context, by) => conflict('procedures.changedMeanwhile', { name: personRef(context, by).name }),
    waiting: () => conflict('procedures.isWaiting'),
    notInForce: () => conflict('procedures.notInForce'),
    fileChanged: () => conflict('procedures.fileChanged'),
  },
  acts: {
    begin: 'makeProcedure',
    discard: 'discardProcedure',
    publish: 'publishProcedure',
    renew: 'renewProcedure',
    retire: 'retireProcedure',
  },
  details: ({ kind, centreId }) => ({ kind, centreId: centreId ?? null }),
  reviewKey: (versionKey, reviewOn) => stableKey('review', versionKey, reviewOn),
  mayReadEveryVersion: (_context, actor, procedure) => mayReadEveryVersion(actor, procedure),
  mayWrite: (_context, actor, procedure) => mayWrite(actor, procedure),
  mayRead: (_context, actor, { current, procedure }) => current !== undefined || mayReadEveryVersion(actor, procedure),
  content: (context, procedure, { version }) => contentOf(context, procedure, version),
  requireComplete: (_context, _procedure, version) => requireComplete(version),
  stages: wayOf,
  renewalStages: renewalWayOf,
});

export const {
  all: allProcedures,
  find: findProcedure,
  orThrow: procedureOrThrow,
  findVersion,
  ended: endedProcedureVersions,
  path: procedurePath,
  subjectKind: procedureSubjectKind,
  submit: submitProcedure,
  renew: renewProcedure,
  retire: retireProcedure,
  discard: discardDraft,
} = procedures;

/** May be submitted: it has content, and a summary. */
export const isComplete = ({ body, file, summary }: ProcedureVersion): boolean =>
  (body.trim() !== '' || file !== undefined) && summary.trim() !== '';

function requireComplete({ body, file, summary }: ProcedureVersion): void {
  if (body.trim() === '' && !file) throw invalid('procedures.nothingToSubmit', { field: 'text' });
  if (summary.trim() === '') throw invalid('procedures.summaryNeeded', { field: 'summary' });
}
