import type { Context } from '../../context.ts';
import { etagOf } from '../../edits/index.ts';
import type { Actor } from '../../kernel/index.ts';
import { freshnessOf, People, personRef } from '../../organisation/index.ts';
import type { OrientationView, SubjectView } from '../contract.ts';
import { mayKeepOrientation } from '../permissions.ts';
import { CouncilOrientations, type OrientationSubject } from './orientation-list.ts';
import { collecting, numberNow, sentOrientations } from './orientations.ts';
import { suggestions } from './suggestions.ts';
import { asksFor } from './unwritten.ts';

export const introEtag = (context: Context): string => etagOf(collecting(context)?.intro ?? '');

/** The present orientation, suggestions for its writers, and those sent (R11). From memory. */
export async function orientationViewOf(context: Context, actor: Actor): Promise<OrientationView> {
  const { intro = '', subjects = [] } = collecting(context) ?? {};
  const write = mayKeepOrientation(actor);
  return {
    number: numberNow(context),
    intro,
    etag: etagOf(intro),
    subjects: subjects.map((subject) => subjectView(context, subject)),
    suggestions: write ? await suggestions(context, actor.language) : [],
    sent: sentOrientations(context).map(({ record, sentOn, sentBy, file: { hash } }) => ({
      key: record.key,
      number: record.number,
      sentOn,
      sentBy: personRef(context, sentBy),
      hash,
      subjects: record.subjects.map(({ title }) => title),
    })),
    abilities: { write, send: write && subjects.length > 0 },
    freshness: freshnessOf(context, CouncilOrientations, People),
  };
}

function subjectView(context: Context, subject: OrientationSubject): SubjectView {
  const { key, title, text, path, addedBy, addedAt, changedAt } = subject;
  const asks = asksFor(context, text);
  return {
    key,
    title,
    text,
    addedAt,
    changedAt,
    addedBy: personRef(context, addedBy),
    ...(path === undefined ? {} : { path }),
    ...(asks === undefined ? {} : { asks }),
  };
}
