import { contentHashOf } from '../approvals/index.ts';
import { CourseRounds, Courses } from '../awareness/index.ts';
import type { Context } from '../context.ts';
import { unreachableReasons } from '../deliveries/index.ts';
import { inSlices, type Actor, type Obligation, type PersonId } from '../kernel/index.ts';
import { allObligations } from '../obligations/index.ts';
import { findPerson } from '../organisation/index.ts';
import { contentHash, policyVersion } from '../policy/index.ts';
import { contentOf, findVersion, procedurePath } from '../procedures/index.ts';
import { signedKinds, type SubjectView } from './contract.ts';
import { seesSignedOf } from './permissions.ts';

export type SignedKind = (typeof signedKinds)[number];
const isSigned = (kind: string): kind is SignedKind => signedKinds.some((known) => known === kind);

/** What a signature settles and who owes it, also during leave. */
interface Owed {
  kind: SignedKind;
  key: string;
  title: string;
  people: ReadonlySet<PersonId>;
}

/** One pass over all obligations, cached with them. */
const owed = new WeakMap<readonly Obligation[], ReadonlyMap<string, Owed>>();
function owedNow(context: Context): ReadonlyMap<string, Owed> {
  const all = allObligations(context);
  const known = owed.get(all) ?? bySubject(all);
  owed.set(all, known);
  return known;
}
const nameOf = (kind: SignedKind, key: string) => `${kind} ${key}`;
function bySubject(all: readonly Obligation[]): ReadonlyMap<string, Owed> {
  const found = new Map<string, Owed & { people: Set<PersonId> }>();
  for (const { kind, subject, state, personId } of all) {
    if (!isSigned(kind) || state === 'done') continue;
    const name = nameOf(kind, subject.key);
    const known = found.get(name);
    if (known) known.people.add(personId);
    else found.set(name, { kind, key: subject.key, title: subject.title, people: new Set([personId]) });
  }
  return found;
}

/** Whether it is still owed: not if done in another way since. */
export const owes = (context: Context, kind: SignedKind, subjectKey: string): ReadonlySet<PersonId> =>
  owedNow(context).get(nameOf(kind, subjectKey))?.people ?? nobody;
const nobody: ReadonlySet<PersonId> = new Set();

/** Whether the actor may record a person's signature: for their people, except themselves. */
function mayBeSeen(context: Context, actor: Actor): (personId: PersonId) => boolean {
  const sees = seesSignedOf(actor);
  return (personId) => personId !== actor.personId && sees(findPerson(context, personId)?.centreId);
}

/** The actor's people who owe it. */
export const whoOwesSignature = (context: Context, actor: Actor, kind: SignedKind, subjectKey: string): PersonId[] =>
  [...owes(context, kind, subjectKey)].filter(mayBeSeen(context, actor));

/** Possible subjects, most owed first, and how many people the bot does not reach about any. Counts in slices. */
export async function subjectsFor(
  context: Context,
  actor: Actor,
): Promise<{ subjects: SubjectView[]; unreached: number }> {
  const [reasons, isMine] = [unreachableReasons(context), mayBeSeen(context, actor)];
  const unreached = new Set<PersonId>();
  const found: SubjectView[] = [];
  for (const { kind, key, title, people } of owedNow(context).values()) {
    const view: SubjectView = { kind, key, title, people: 0, unreached: 0 };
    await inSlices(people, (personId) => {
      if (!isMine(personId)) return;
      view.people += 1;
      if (reasons(personId) === undefined) return;
      view.unreached += 1;
      unreached.add(personId);
    });
    if (view.people > 0) found.push(view);
  }
  return {
    subjects: found.sort((one, other) => other.unreached - one.unreached || other.people - one.people),
    unreached: unreached.size,
  };
}

/** The subject, for printing. */
export interface Subject {
  title: string;
  /** Proves which text; empty for a course. */
  contentHash: string;
  /** Markdown. */
  text: string;
  fileName?: string;
  /** Its page in the tab. */
  path: string;
}

/** Undefined for removed things and drafts. */
export function subjectOf(context: Context, kind: SignedKind, key: string): Subject | undefined {
  switch (kind) {
    case 'acknowledgePolicy':
      return policySubjectOf(context, key);
    case 'acknowledgeProcedure':
      return procedureSubjectOf(context, key);
    case 'takeCourse':
      return courseSubjectOf(context, key);
  }
}

function policySubjectOf(context: Context, key: string): Subject | undefined {
  const version = policyVersion(context, key);
  if (version?.publishedAt === undefined) return undefined;
  const { title, number, body } = version;
  return {
    title: `${title} ${number}`,
    contentHash: version.contentHash ?? contentHash(version),
    text: body,
    path: '/policy',
  };
}

const wasInForce: ReadonlySet<string> = new Set(['valid', 'expired', 'superseded', 'retired']);
function procedureSubjectOf(context: Context, key: string): Subject | undefined {
  const found = findVersion(context, key);
  if (!found || !wasInForce.has(found.version.state)) return undefined;
  const { procedure } = found.now;
  const { version } = found.version;
  return {
    title: version.title,
    contentHash: contentHashOf(contentOf(context, procedure, version)),
    text: version.body.trim() === '' ? version.fileText : version.body,
    path: procedurePath(procedure.key),
    ...(version.file ? { fileName: version.file.name } : {}),
  };
}

function courseSubjectOf(context: Context, key: string): Subject | undefined {
  const round = context.list(CourseRounds).get(key);
  const course = round && context.list(Courses).get(round.courseKey);
  if (!round || !course) return undefined;
  return { title: course.title, contentHash: '', text: course.describe, path: '/learning' };
}
