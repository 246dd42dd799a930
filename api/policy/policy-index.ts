import type { Context } from '../context.ts';
import { paragraphsOf } from '../difference/index.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { cachedIndex } from '../search/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { mayRead } from './policy-views.ts';
import { PolicyVersions, type PolicyVersion } from './policy-version-list.ts';
import { policyState, policyVersion, policyVersions } from './versions.ts';

export type PolicyField = 'title' | 'text';

/** A paragraph of a version: the index' result for its key. */
export interface PolicyParagraph {
  version: Stored<PolicyVersion>;
  /** Counted from 0, as split by `paragraphsOf`. */
  place: number;
  /** Markdown. */
  text: string;
}

/** In force, to come or in draft; superseded ones are history. */
const isToFind = (context: Context, version: PolicyVersion): boolean => policyState(context, version) !== 'superseded';

const cuts = new WeakMap<PolicyVersion, readonly string[]>();
/** The paragraphs of a version, cached. */
export function policyParagraphs(version: PolicyVersion): readonly string[] {
  const known = cuts.get(version) ?? paragraphsOf(version.body);
  cuts.set(version, known);
  return known;
}

/** The policy by paragraph: the key has the version and paragraph number. */
export const policyIndex = cachedIndex<PolicyField>({
  weights: { title: 2, text: 1 },
  lists: [PolicyVersions],
  also: (context) => todayOf(context.clock),
  *all(context) {
    for (const version of policyVersions(context)) {
      if (!isToFind(context, version)) continue;
      for (const [place, text] of policyParagraphs(version).entries())
        yield {
          key: `${version.key}#${place}`,
          madeOf: [version.title, text],
          texts: () => ({ title: version.title, text }),
        };
    }
  },
});

/** The paragraph of a key, for readers of its version. From memory. */
export function visibleParagraph(context: Context, actor: Actor, key: string): PolicyParagraph | undefined {
  const cut = key.lastIndexOf('#');
  const version = policyVersion(context, key.slice(0, cut));
  if (!version || !mayRead(context, actor, version)) return undefined;
  const place = Number(key.slice(cut + 1));
  const text = policyParagraphs(version)[place];
  return text === undefined ? undefined : { version, place, text };
}
