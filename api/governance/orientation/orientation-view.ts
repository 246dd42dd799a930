import type { Context } from '../../context.ts';
import { etagOf } from '../../edits/index.ts';
import type { Actor } from '../../kernel/index.ts';
import { freshnessOf, People, personRef } from '../../organisation/index.ts';
import type { OrientationView } from '../contract.ts';
import { mayKeepOrientation } from '../permissions.ts';
import { CouncilOrientations } from './orientation-list.ts';
import { collecting, numberNow, sentOrientations } from './orientations.ts';
import { suggestions } from './suggestions.ts';

export const introEtag = (context: Context): string => etagOf(collecting(context)?.intro ?? '');

/** The present orientation, suggestions for its writers, and those sent (R11). From memory. */
export async function orientationViewOf(context: Context, actor: Actor): Promise<OrientationView> {
  const { intro = '', subjects = [] } = collecting(context) ?? {};
  const write = mayKeepOrientation(actor);
  return {
    number: numberNow(context),
    intro,
    etag: etagOf(intro),
    subjects: subjects.map(({ key, title, text, path, addedBy, addedAt, changedAt }) => ({
      key,
      title,
      text,
      addedAt,
      changedAt,
      addedBy: personRef(context, addedBy),
      ...(path === undefined ? {} : { path }),
    })),
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
