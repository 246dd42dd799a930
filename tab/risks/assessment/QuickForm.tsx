import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { AssessmentView } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf } from '../../shared/ui/Viewed.tsx';
import { DiscardDialog } from './FinishPart.tsx';
import { AboutClashes } from './Clashes.tsx';
import { SaveLine } from './SaveLine.tsx';
import { TextBox } from '../../shared/ui/TextBox.tsx';
import { assetPath } from '../parts/risk-paths.ts';
import { useFinish, useGoOn } from './useAssessmentActs.ts';
import { useDraft, type Draft } from './useAssessment.ts';
import { ChoiceLine } from '../../shared/ui/Choice.tsx';
import styles from './Assessment.module.css';

type Quick = AssessmentView['quick'];
type Question = keyof Quick['answers'];
const questions = [
  'sensitiveData',
  'manyPeople',
  'vulnerablePeople',
  'moneyOrRights',
  'hardWithout',
  'outsideAccess',
  'newTechnology',
] as const satisfies readonly Question[];
const answers = ['yes', 'no', 'unknown'] as const;

/** Seven plain questions that decide whether the long form is needed. */
export function QuickForm({ view: saved }: { view: AssessmentView }) {
  const draft = useDraft(saved);
  const [discarding, setDiscarding] = useState(false);
  const { view } = draft;
  const { quick } = view;
  const left = questions.filter((question) => quick.answers[question] === undefined).length;
  return (
    <Page
      title={t('riskAssessment.quick.title', { asset: view.asset.title })}
      above={t('riskAssessment.above', { number: view.number, asset: view.asset.title })}
      lead={t('riskAssessment.quick.lead')}
      back={{ to: assetPath(view.asset.key), page: view.asset.title }}
      actions={
        view.abilities.discard && (
          <Button appearance="subtle" onClick={() => setDiscarding(true)}>
            {t('riskAssessment.discard.button')}
          </Button>
        )
      }
    >
      <div className={styles.assessParts}>
        <section className="card">
          {questions.map((question, index) => (
            <fieldset className={styles.assessQuestion} key={question}>
              <legend>
                {index + 1}. {t(`riskAssessment.quick.question.${question}`)}
              </legend>
              <div className={styles.assessAnswers}>
                {answers.map((answer) => (
                  <ChoiceLine
                    key={answer}
                    name={question}
                    checked={quick.answers[question] === answer}
                    onChange={() => draft.setAbout(`quick.${question}`, answer)}
                  >
                    {t(`riskAssessment.quick.answer.${answer}`)}
                  </ChoiceLine>
                ))}
              </div>
            </fieldset>
          ))}
          <TextBox
            label={t('riskAssessment.quick.note')}
            rows={2}
            value={quick.note}
            onChange={(note, from) => draft.writeAbout('quick.note', note, from)}
          />
        </section>
        <SaveLine draft={draft} />
        <AboutClashes draft={draft} />
        <Outcome draft={draft} left={left} />
        <AsOf freshness={view.freshness} />
      </div>
      <DiscardDialog view={view} open={discarding} onClose={() => setDiscarding(false)} />
    </Page>
  );
}

/** Result of the answers so far. The API decides; until it responds nothing is shown. */
function Outcome({ draft, left }: { draft: Draft; left: number }) {
  const { view, settle, saving } = draft;
  const goOn = useGoOn(view, { settle });
  const finish = useFinish(view, { settle });
  const { outcome, because } = view.quick;
  if (left > 0)
    return (
      <Notice tone="info" live title={t('riskAssessment.quick.left', { count: left })}>
        <p>{t('riskAssessment.quick.leftText')}</p>
      </Notice>
    );
  if (outcome === undefined || saving.state !== 'saved') return null;
  return (
    <Notice
      tone={outcome === 'full' ? 'warning' : 'success'}
      live
      title={t(`riskAssessment.quick.outcome.${outcome}`)}
      actions={
        <>
          {outcome === 'enough' && (
            <ActButton
              appearance="primary"
              busy={finish.busy}
              busyText={t('riskAssessment.finish.busy')}
              onClick={finish.press}
            >
              {t('riskAssessment.quick.finish')}
            </ActButton>
          )}
          <ActButton
            appearance={outcome === 'full' ? 'primary' : 'secondary'}
            busy={goOn.busy}
            busyText={t('riskAssessment.quick.goingOn')}
            onClick={goOn.press}
          >
            {t('riskAssessment.quick.goOn')}
          </ActButton>
        </>
      }
    >
      <p>{t(`riskAssessment.quick.outcomeText.${outcome}`)}</p>
      {because.length > 0 && (
        <ul className={styles.assessBecause}>
          {because.map((question) => (
            <li key={question}>
              {t(`riskAssessment.quick.because.${question}`)}
              {question !== 'hasRisks' &&
                view.quick.answers[question] === 'unknown' &&
                ` ${t('riskAssessment.quick.unknown')}`}
            </li>
          ))}
        </ul>
      )}
      <ActFailed error={goOn.error ?? finish.error} />
    </Notice>
  );
}
