import { inLanguage } from '../../kernel/index.ts';
import { cachedIndex, placeOf } from '../../search/index.ts';
import {
  knownRequirements,
  knownStandards,
  maySeeStandards,
  Requirements,
  requirementPath,
  Standards,
} from '../../standards/index.ts';
import { source } from '../source.ts';

type RequirementField = 'title' | 'ref' | 'text';

/** Requirements of the standards, by number, short title and heading (R3). */
export const requirementsFound = source<RequirementField>({
  kind: 'requirement',
  lists: [Standards, Requirements],
  index: cachedIndex<RequirementField>({
    weights: { title: 8, ref: 8, text: 1 },
    lists: [Standards, Requirements],
    *all(context) {
      for (const requirement of knownRequirements(context).values()) {
        const { key, ref, title, section } = requirement;
        const both = ({ da, en = '' }: typeof title): string => `${da} ${en}`;
        yield { key, madeOf: [requirement], texts: () => ({ title: both(title), ref, text: both(section) }) };
      }
    },
  }),
  reader: (context, actor) => {
    if (!maySeeStandards(actor)) return () => [];
    return (found) => {
      const requirement = knownRequirements(context).get(found.key);
      const place = placeOf(found, ['title', 'ref']);
      const standard = requirement && knownStandards(context).get(requirement.standardKey);
      if (!standard || !place) return [];
      const { key, ref, title, standardKey } = requirement;
      const about = `${inLanguage(standard.title, actor.language)} · ${ref}`;
      return [
        {
          key,
          title: inLanguage(title, actor.language),
          about,
          field: place.field,
          path: requirementPath(standardKey, ref),
        },
      ];
    };
  },
});
