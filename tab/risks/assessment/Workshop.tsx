import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { AssessmentView } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { Choices } from '../../shared/ui/Choices.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf } from '../../shared/ui/Viewed.tsx';
import { AboutPart } from './AboutPart.tsx';
import { isAnswered } from './estimates.ts';
import { FinishPart } from './FinishPart.tsx';
import { SaveLine } from './SaveLine.tsx';
import { ThreatsPart } from './ThreatsPart.tsx';
import { assetPath } from '../parts/risk-paths.ts';
import { useDraft } from './useAssessment.ts';
import styles from './Assessment.module.css';

const parts = ['threats', 'about', 'finish'] as const;

/** The long form: threats one at a time, the whole, and completion. */
export function Workshop({ view: saved }: { view: AssessmentView }) {
  const draft = useDraft(saved);
  const { view } = draft;
  const [search, setSearch] = useSearchParams();
  const [shownOnce] = useState(() => search.get('part'));
  const part = parts.find((one) => one === search.get('part')) ?? parts.find((one) => one === shownOnce) ?? 'threats';
  const answered = view.risks.filter(isAnswered).length;
  const show = (wanted: (typeof parts)[number]) => {
    // The checks are of saved data.
    if (wanted === 'finish') void draft.settle().then(draft.refresh, draft.refresh);
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        next.set('part', wanted);
        return next;
      },
      { replace: true },
    );
  };
  return (
    <Page
      title={titleOf(answered, view.risks.length)}
      above={t('riskAssessment.above', { number: view.number, asset: view.asset.title })}
      lead={leadOf(view)}
      back={{ to: assetPath(view.asset.key), page: view.asset.title }}
    >
      <div className={styles.assessBar}>
        <Choices
          label={t('riskAssessment.parts.label')}
          value={part}
          onChange={show}
          options={parts.map((value) => ({ value, text: t(`riskAssessment.parts.${value}`) }))}
        />
        <SaveLine draft={draft} />
      </div>
      {part === 'threats' && <ThreatsPart draft={draft} onEnd={() => show('finish')} />}
      {part === 'about' && <AboutPart draft={draft} />}
      {part === 'finish' && <FinishPart draft={draft} answered={answered} />}
      <AsOf freshness={view.freshness} />
    </Page>
  );
}

function titleOf(answered: number, count: number): string {
  if (count === 0) return t('riskAssessment.noThreatsTitle');
  return answered === count
    ? t('riskAssessment.allAnswered', { count })
    : t('riskAssessment.answered', { answered, count });
}

/** Its trigger, and the source of its answers. */
const leadOf = ({ trigger, copiedFrom }: AssessmentView): string =>
  [
    trigger && t('riskAssessment.because', { reason: t(`risks.trigger.${trigger}`) }),
    copiedFrom && t('riskAssessment.copied', { title: copiedFrom.title }),
  ]
    .filter(Boolean)
    .join(' ');
