import { documentActs, type DocumentActs } from './document-acts.ts';
import type { DocumentDeclaration, DocumentRecord, VersionRecord } from './document-declaration.ts';
import { documentStore, type DocumentStore } from './document-store.ts';
import { documentTrail, type DocumentTrail } from './document-trail.ts';

/** One kind of document: its declaration, its documents, and the acts on them. */
export type DocumentKind<Name extends string, D extends DocumentRecord, V extends VersionRecord> = DocumentDeclaration<
  Name,
  D,
  V
> &
  DocumentStore<Name, D, V> &
  DocumentTrail<Name, D, V> &
  DocumentActs<Name, D, V>;

/** Defines a kind of document. Call once at module level. */
export function documentKind<const Name extends string, D extends DocumentRecord, V extends VersionRecord>(
  declaration: DocumentDeclaration<Name, D, V>,
): DocumentKind<Name, D, V> {
  const store = documentStore(declaration);
  const trail = documentTrail(declaration, store);
  return { ...declaration, ...store, ...trail, ...documentActs(declaration, store, trail) };
}
