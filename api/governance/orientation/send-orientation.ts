import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { frozenDownload, storeFile } from '../../files/index.ts';
import type { FileAnswer } from '../../http/index.ts';
import { conflict, invalid, nowOf, todayOf, type Actor, type LocalDate } from '../../kernel/index.ts';
import { wordDocument, type Block } from '../../word/index.ts';
import { requireKeeper } from './collect-subjects.ts';
import { CouncilOrientations, type CouncilOrientation } from './orientation-list.ts';
import { collecting, numberNow, sentOrThrow, sentOrientations } from './orientations.ts';
import { formatDate } from '../../texts/format.ts';
import { asksFor } from './unwritten.ts';

/** Folder of the library. */
const folder = 'Orientering af Byrådet';
const root = 'governanceDocuments.orientation';

/** What the document says. */
type Told = Pick<CouncilOrientation, 'number' | 'intro' | 'subjects'>;

/** Always in Danish. Some 100 ms on a thread. Rejects as `ownThread`. */
function documentOf(context: Context, { number, intro, subjects }: Told, day: LocalDate): Promise<FileAnswer> {
  const t = context.texts('da');
  const title = t(`${root}.title`);
  const { name: organisation } = context.organisation;
  const blocks: Block[] = [
    { kind: 'title', text: title },
    { kind: 'text', text: t(`${root}.asOf`, { organisation, number, date: formatDate(day, 'da', 'long') }), size: 22 },
    ...(intro === '' ? [] : [{ kind: 'text' as const, text: intro, size: 22 }]),
    ...subjects.flatMap((one): Block[] => [
      { kind: 'heading', text: one.title },
      ...(one.text === '' ? [] : [{ kind: 'text' as const, text: one.text, size: 22 }]),
    ]),
  ];
  return wordDocument(t(`${root}.file`, { number, date: day }), {
    creator: organisation,
    title,
    sections: [{ across: false, blocks }],
  });
}

/** The document in its present state. */
export function orientationDraft(context: Context): Promise<FileAnswer> {
  const { intro = '', subjects = [] } = collecting(context) ?? {};
  return documentOf(context, { number: numberNow(context), intro, subjects }, todayOf(context.clock));
}

/**
 * A sent document, unchanged. 1 resource unit. Throws AppError: missing `governance.noSuchOrientation`, unavailable.
 */
export const sentDocument = (context: Context, key: string): Promise<FileAnswer> =>
  frozenDownload(context, sentOrThrow(context, key).file);

interface SeenSubject {
  key: string;
  changedAt: string;
}
const isSeen = (subjects: CouncilOrientation['subjects'], seen: readonly SeenSubject[]): boolean =>
  subjects.length === seen.length &&
  subjects.every(({ key, changedAt }, place) => key === seen[place]?.key && changedAt === seen[place].changedAt);

/**
 * Sends the orientation: stores the present document in the library, with hash, date and sender (R11). Idempotent. 8
 * resource units. Throws AppError: forbidden, invalid `governance.subjectUnwritten`, conflict
 * `governance.subjectsChanged` when changed since it was shown, unavailable.
 */
export async function sendOrientation(context: Context, actor: Actor, seen: readonly SeenSubject[]): Promise<void> {
  requireKeeper(actor);
  const known = collecting(context);
  if (!known || !isSeen(known.subjects, seen)) {
    if (sentOrientations(context).some(({ record }) => isSeen(record.subjects, seen))) return;
    throw conflict('governance.subjectsChanged');
  }
  for (const { title, text } of known.subjects) {
    const asks = asksFor(context, text);
    if (asks !== undefined) throw invalid('governance.subjectUnwritten', { title, asks });
  }
  const [day, at] = [todayOf(context.clock), nowOf(context.clock)];
  const file = await storeFile(context, [folder], await documentOf(context, known, day));
  const sent = await context.list(CouncilOrientations).update(known.key, (current) => {
    if (current.state === 'sent') return undefined;
    if (!isSeen(current.subjects, seen) || current.intro !== known.intro) throw conflict('governance.subjectsChanged');
    return { state: 'sent', sentOn: day, sentAt: at, sentBy: actor.personId, file };
  });
  const { hash = '' } = sent.file ?? {};
  const about = { act: 'sendOrientation', subjectKey: sent.key, actorId: sent.sentBy ?? actor.personId };
  await recordAct(context, { ...about, at: sent.sentAt ?? at, details: { hash, sentOn: sent.sentOn ?? day } });
}
