import { visibleParagraph, policyIndex, policyState, PolicyVersions } from '../../policy/index.ts';
import { excerptOf, placeOf } from '../../search/index.ts';
import { atParagraph } from '../paths.ts';
import { source } from '../source.ts';

/** The policy, by paragraph. */
export const policyFound = source({
  kind: 'policy',
  lists: [PolicyVersions],
  index: policyIndex,
  reader: (context, actor) => {
    const t = context.texts(actor.language);
    return (found) => {
      const seen = visibleParagraph(context, actor, found.key);
      const place = placeOf(found, ['title']);
      if (!seen || !place) return [];
      const { version, text } = seen;
      const state = policyState(context, version);
      // No former versions.
      if (state === 'superseded') return [];
      const page = state === 'published' ? '/policy' : `/policy/versions/${version.key}`;
      const about = t('find.about.policy', { number: version.number, state: t(`find.about.state.${state}`) });
      const said = { key: version.key, title: version.title, about };
      // A title match is the version's, not each paragraph's.
      if (place.field === 'title') return [{ ...said, path: page, field: 'title' as const }];
      const excerpt = excerptOf(place.words, text);
      return [
        {
          ...said,
          path: atParagraph(page, seen.place),
          field: 'text' as const,
          ...(excerpt === undefined ? {} : { excerpt }),
        },
      ];
    };
  },
});
