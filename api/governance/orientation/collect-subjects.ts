import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { updateIfNew } from '../../edits/index.ts';
import {
  conflict,
  forbidden,
  invalid,
  missing,
  nowOf,
  repeatableKey,
  type Actor,
  type Instant,
} from '../../kernel/index.ts';
import { personRef, refusedBy } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { longest, type SubjectBody } from '../contract.ts';
import { mayKeepOrientation } from '../permissions.ts';
import { CouncilOrientations, type CouncilOrientation, type OrientationSubject } from './orientation-list.ts';
import { collecting, numberNow, orientationKey } from './orientations.ts';

export function requireKeeper(actor: Actor): void {
  if (!mayKeepOrientation(actor)) throw forbidden('governance.mayNotWrite');
}

/** The one that collects; the first subject makes it. Two at once make one. */
async function collectingOrNew(context: Context): Promise<Stored<CouncilOrientation>> {
  const known = collecting(context);
  if (known) return known;
  const number = numberNow(context);
  const { record } = await context.list(CouncilOrientations).create({
    key: orientationKey(number),
    title: context.texts('da')('governanceDocuments.orientation.name', { number }),
    number,
    state: 'collecting',
    subjects: [],
    intro: '',
    madeAt: nowOf(context.clock),
  });
  return record;
}

/** Throws AppError conflict `governance.sentAlready`: sent during the edit. */
function requireCollecting(context: Context, { state, sentBy, sentAt }: CouncilOrientation): void {
  if (state === 'sent') throw refusedBy(context, 'governance.sentAlready', sentBy, sentAt);
}

const textOf = ({ title, text = '', path }: SubjectBody) => ({ title, text, ...(path === undefined ? {} : { path }) });

/**
 * Adds a subject for Byrådet (R11). Idempotent per press, and per `key`. 4 resource units, 6 for the first. Throws
 * AppError: forbidden, invalid `governance.tooManySubjects`, conflict `governance.sentAlready`, `http.madeAlready`,
 * unavailable.
 */
export async function addSubject(context: Context, actor: Actor, body: SubjectBody, key?: string): Promise<void> {
  requireKeeper(actor);
  const press = repeatableKey(actor, 'orientationSubject');
  await addAs(context, actor, body, { key: key ?? press, press });
}

async function addAs(
  context: Context,
  actor: Actor,
  body: SubjectBody,
  { key, press }: { key: string; press: string },
): Promise<void> {
  const list = context.list(CouncilOrientations);
  const known = list.all().find(({ subjects }) => subjects.some((one) => one.key === key));
  const { key: into } = known ?? (await collectingOrNew(context));
  const at = nowOf(context.clock);
  const by = { addedBy: actor.personId, addedAt: at, changedBy: actor.personId, changedAt: at };
  const { suggestion } = body;
  const subject = { key, ...textOf(body), ...(suggestion === undefined ? {} : { suggestion }), ...by };
  const { subjects: found } = await list.update(into, (current) => {
    const { subjects } = current;
    const there = subjects.find((one) => one.key === key);
    if (there) {
      if (key === press && there.changedAt === there.addedAt && !isSame(there, subject))
        throw conflict('http.madeAlready', { key });
      return undefined;
    }
    requireCollecting(context, current);
    // A suggestion may be taken twice concurrently.
    if (suggestion !== undefined && subjects.some((one) => one.suggestion === suggestion)) return undefined;
    if (subjects.length >= longest.subjects) throw invalid('governance.tooManySubjects', { most: longest.subjects });
    return { subjects: [...subjects, subject] };
  });
  if (!found.some((one) => one.key === key)) return;
  const about = { act: 'addToOrientation', subjectKey: into, actorId: actor.personId, at, occasion: press };
  await recordAct(context, { ...about, details: { subjectKey: key } });
}

/**
 * Changes a subject. 4 resource units. Throws AppError: forbidden, missing `governance.noSuchSubject`, conflict
 * `governance.sentAlready`, and `governance.changedMeanwhile` when changed since `seen`, unavailable.
 */
export async function changeSubject(context: Context, actor: Actor, key: string, body: SubjectBody): Promise<void> {
  requireKeeper(actor);
  const at = nowOf(context.clock);
  const into = withSubject(context, key);
  if (!into) throw missing('governance.noSuchSubject');
  const fields = textOf(body);
  const { isNew } = await updateIfNew(context.list(CouncilOrientations), into.key, (current) => {
    requireCollecting(context, current);
    const subject = current.subjects.find((one) => one.key === key);
    if (!subject) throw missing('governance.noSuchSubject');
    if (isSame(subject, fields)) return undefined;
    if (body.expected !== undefined && body.expected !== subject.changedAt)
      throw conflict('governance.changedMeanwhile', {
        name: personRef(context, subject.changedBy).name,
        at: subject.changedAt,
      });
    return { subjects: current.subjects.map((one) => (one.key === key ? changedTo(one, fields, actor, at) : one)) };
  });
  if (!isNew) return;
  await recordAct(context, {
    act: 'changeOrientationSubject',
    subjectKey: into.key,
    actorId: actor.personId,
    at,
    occasion: repeatableKey(actor, 'act'),
    details: { subjectKey: key },
  });
}

const isSame = (
  subject: OrientationSubject,
  { title, text, path }: Pick<OrientationSubject, 'title' | 'text' | 'path'>,
): boolean => subject.title === title && subject.text === text && subject.path === path;

const changedTo = (
  { path: _before, ...kept }: OrientationSubject,
  fields: ReturnType<typeof textOf>,
  { personId }: Actor,
  at: Instant,
): OrientationSubject => ({ ...kept, ...fields, changedBy: personId, changedAt: at });

const withSubject = (context: Context, key: string): Stored<CouncilOrientation> | undefined =>
  context
    .list(CouncilOrientations)
    .all()
    .find(({ subjects }) => subjects.some((one) => one.key === key));

/**
 * Removes a subject; idempotent. 4 resource units. Throws AppError: forbidden, conflict `governance.sentAlready`,
 * unavailable.
 */
export async function removeSubject(context: Context, actor: Actor, key: string): Promise<void> {
  requireKeeper(actor);
  const into = withSubject(context, key);
  if (!into) return;
  const at = nowOf(context.clock);
  const { isNew } = await updateIfNew(context.list(CouncilOrientations), into.key, (current) => {
    if (!current.subjects.some((one) => one.key === key)) return undefined;
    requireCollecting(context, current);
    return { subjects: current.subjects.filter((one) => one.key !== key) };
  });
  if (!isNew) return;
  await recordAct(context, {
    act: 'removeOrientationSubject',
    subjectKey: into.key,
    actorId: actor.personId,
    at,
    occasion: `${key} ${at}`,
    details: { subjectKey: key },
  });
}

/** Saves the introduction; idempotent. 4 resource units. Throws AppError as above. */
export async function writeIntro(context: Context, actor: Actor, intro: string): Promise<void> {
  requireKeeper(actor);
  const { key } = await collectingOrNew(context);
  const { isNew } = await updateIfNew(context.list(CouncilOrientations), key, (current) => {
    requireCollecting(context, current);
    return current.intro === intro ? undefined : { intro };
  });
  if (!isNew) return;
  const at = nowOf(context.clock);
  const about = { act: 'changeOrientationIntro', subjectKey: key, actorId: actor.personId };
  await recordAct(context, { ...about, at, occasion: repeatableKey(actor, 'act') });
}
