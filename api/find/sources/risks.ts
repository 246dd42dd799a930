import { Assets } from '../../assets/index.ts';
import { inLanguage } from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import { Assessments, knownRisks, readsRisk, riskPath, Risks, type KnownRisk } from '../../risks/index.ts';
import { excerptOf, cachedIndex, placeOf } from '../../search/index.ts';
import { source } from '../source.ts';

type RiskField = 'title' | 'asset' | 'text';

const wordsOf = ({ threat: { description }, risk }: KnownRisk): string =>
  [description.da, description.en ?? '', risk.vulnerability, risk.existing, risk.treatmentNote].join('\n\n');

const riskIndex = cachedIndex<RiskField>({
  weights: { title: 8, asset: 4, text: 1 },
  lists: [Assets, Assessments, Risks],
  *all(context) {
    for (const known of knownRisks(context).values()) {
      const { key, asset, threat } = known;
      yield {
        key,
        madeOf: [known],
        texts: () => ({
          title: `${threat.title.da} ${threat.title.en ?? ''}`,
          asset: asset.title,
          text: wordsOf(known),
        }),
      };
    }
  },
});

/** Risks in force (R1). */
export const risksFound = source({
  kind: 'risk',
  lists: [Assets, Assessments, Risks],
  index: riskIndex,
  reader: (context, actor) => {
    const t = context.texts(actor.language);
    const risks = knownRisks(context);
    return (found) => {
      const known = risks.get(found.key);
      const place = placeOf(found, ['title', 'asset']);
      if (!known || !place || !readsRisk(context, actor, known)) return [];
      const { key, asset, threat } = known;
      const about = [t('find.about.risk', { asset: asset.title }), centreRef(context, asset.centreId)?.title];
      const excerpt = place.field === 'text' ? excerptOf(place.words, wordsOf(known)) : undefined;
      return [
        {
          key,
          title: inLanguage(threat.title, actor.language),
          about: about.filter(Boolean).join(' · '),
          path: riskPath(key),
          field: place.field,
          ...(excerpt === undefined ? {} : { excerpt }),
        },
      ];
    };
  },
});
