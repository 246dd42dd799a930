import { renewal, submitForApproval } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { nowOf, type Actor } from '../kernel/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';
import type { DocumentDeclaration, DocumentRecord, VersionRecord } from './document-declaration.ts';
import { documentDrafts, inTurn } from './document-drafts.ts';
import type { DocumentStore } from './document-store.ts';
import type { DocumentTrail } from './document-trail.ts';

export type DocumentActs<Name extends string, D extends DocumentRecord, V extends VersionRecord> = ReturnType<
  typeof documentActs<Name, D, V>
>;

/**
 * The acts on documents of one kind. All throw AppError: missing without read access, forbidden without write access,
 * conflict when retired, unavailable; codes are the kind's.
 */
export function documentActs<Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  kind: DocumentDeclaration<Name, D, V>,
  store: DocumentStore<Name, D, V>,
  trail: DocumentTrail<Name, D, V>,
) {
  return { ...documentDrafts(kind, store, trail), ...decisions(kind, store, trail) };
}

/** What is decided by others, and the end of a document. */
function decisions<Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  kind: DocumentDeclaration<Name, D, V>,
  store: DocumentStore<Name, D, V>,
  trail: DocumentTrail<Name, D, V>,
) {
  const { name, refusals, subjectKind } = kind;
  const { writable } = store;
  // The fields common to all kinds.
  const documents: ListDefinition<DocumentRecord> = kind.documents;
  const ofCentre = ({ centreId }: DocumentRecord) => (centreId === undefined ? {} : { centreId });

  /**
   * Submits the draft for approval, exactly as stored now. A repeat while it waits is a success. 3 resource units;
   * cards follow. Throws AppError `noDraft` `waiting` (its renewal is in approval), and what `requireComplete` throws.
   */
  const submit = (context: Context, actor: Actor, documentKey: string): Promise<void> =>
    inTurn(context, kind, documentKey, async () => {
      const { current, coming, [name]: document } = writable(context, actor, documentKey);
      if (coming?.state === 'waiting') return;
      if (current?.renewing) throw refusals.waiting();
      if (!coming || coming.state === 'rejected') throw refusals.noDraft();
      const version = await context.list(kind.versions).fresh(coming.version.key);
      if (!version || version.discardedAt !== undefined) throw refusals.noDraft();
      const content = kind.content(context, document, { version, requests: coming.requests });
      kind.requireComplete(context, document, version, content);
      await submitForApproval(context, actor, {
        subjectKind,
        subjectKey: version.key,
        content,
        summary: version.summary,
        stages: kind.stages(context, actor, document, version),
        ...ofCentre(document),
      });
    });

  /**
   * Requests a renewal of the version in force for another interval, unchanged: no new receipts are required. A repeat
   * while it waits is a success. 2 resource units; cards follow. Throws AppError `notInForce` `waiting` (a new version
   * is in approval), and what `requireRenewable` throws.
   */
  const renew = (context: Context, actor: Actor, documentKey: string, note: string): Promise<void> =>
    inTurn(context, kind, documentKey, async () => {
      const { current, coming, [name]: document } = writable(context, actor, documentKey);
      if (!current) throw refusals.notInForce();
      if (current.renewing) return;
      if (coming?.state === 'waiting') throw refusals.waiting();
      const { version } = current;
      kind.requireRenewable?.(context, document, version);
      await submitForApproval(context, actor, {
        subjectKind,
        subjectKey: version.key,
        purpose: renewal,
        summary: note,
        content: kind.content(context, document, current),
        stages: kind.renewalStages(context, actor, document, version),
        ...ofCentre(document),
      });
    });

  /**
   * Retires it, with all its obligations. A repeat is a success. 4 resource units. Throws AppError `notInForce`
   * `waiting` (withdraw the pending request first).
   */
  const retire = (context: Context, actor: Actor, documentKey: string, reason: string): Promise<void> =>
    inTurn(context, kind, documentKey, async () => {
      const { [name]: known } = store.orThrow(context, documentKey);
      if (known.retiredAt !== undefined && kind.mayWrite(context, actor, known)) return;
      const { current, coming } = writable(context, actor, documentKey);
      if (!current) throw refusals.notInForce();
      if (coming?.state === 'waiting' || current.renewing) throw refusals.waiting();
      const by = { retiredAt: nowOf(context.clock), retiredBy: actor.personId, retiredReason: reason };
      const { key } = await context
        .list(documents)
        .update(documentKey, ({ retiredAt }) => (retiredAt === undefined ? by : undefined));
      await trail.recordDocument(context, key);
    });

  return { submit, renew, retire };
}
