import { useState, useId } from 'react';
import type { AssessedRisk, RiskStage } from '../../../api/risks/contract.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { Clashes } from './Clashes.tsx';
import { ControlPicker } from './ControlPicker.tsx';
import { EstimateForm } from './EstimateForm.tsx';
import { decidedText, StageLine } from './StageLine.tsx';
import { TextBox } from '../../shared/ui/TextBox.tsx';
import type { Draft } from './useAssessment.ts';
import { stages as riskStages, treatments } from '../parts/risk-words.ts';
import { ChoiceLine, Choice } from '../../shared/ui/Choice.tsx';
import styles from './Assessment.module.css';
import { Link } from 'wouter';

/** All questions on one threat. */
export function ThreatPanel({ draft, risk }: { draft: Draft; risk: AssessedRisk }) {
  const [marking, setMarking] = useState(false);
  const relevant = !risk.notRelevant && !marking;
  return (
    <>
      <Clashes draft={draft} risk={risk} />
      <fieldset className={`choices ${styles.assessInline}`}>
        <legend>{t('riskAssessment.threat.relevance')}</legend>
        <ChoiceLine
          name="relevance"
          checked={relevant}
          onChange={() => {
            setMarking(false);
            draft.set(risk, 'notRelevant', null);
          }}
        >
          {t('riskAssessment.threat.relevant')}
        </ChoiceLine>
        <ChoiceLine name="relevance" checked={!relevant} onChange={() => setMarking(true)}>
          {t('riskAssessment.mark.notRelevant')}
        </ChoiceLine>
      </fieldset>
      {relevant ? (
        <Relevant draft={draft} risk={risk} />
      ) : (
        <>
          <TextBox
            label={t('riskAssessment.threat.notRelevantWhy')}
            hint={t('riskAssessment.threat.notRelevantHint')}
            rows={3}
            value={risk.notRelevant ?? ''}
            onChange={(text, from) => draft.write(risk, 'notRelevant', text, from)}
          />
          <SetAside risk={risk} />
        </>
      )}
    </>
  );
}

/** Who set it aside: another may have done it while the reader was writing about it. */
function SetAside({ risk: { setAside, notRelevant, existing, vulnerability } }: { risk: AssessedRisk }) {
  if (!setAside || !notRelevant) return null;
  const isWritten = existing !== '' || vulnerability !== '';
  return (
    <p role="status">
      {t('riskAssessment.threat.setAsideBy', { name: setAside.by.name, moment: asMoment(setAside.at) })}
      {isWritten && ` ${t('riskAssessment.threat.setAsideKept')}`}
    </p>
  );
}

function Relevant({ draft, risk }: { draft: Draft; risk: AssessedRisk }) {
  const [stage, setStage] = useState<RiskStage>('inherent');
  const { current } = risk.stages;
  return (
    <>
      <TextBox
        label={t('riskAssessment.clash.field.vulnerability')}
        hint={t('riskAssessment.threat.vulnerabilityHint')}
        rows={2}
        value={risk.vulnerability}
        onChange={(text, from) => draft.write(risk, 'vulnerability', text, from)}
      />
      <TextBox
        label={t('riskAssessment.clash.field.existing')}
        hint={t('riskAssessment.threat.existingHint')}
        rows={2}
        value={risk.existing}
        onChange={(text, from) => draft.write(risk, 'existing', text, from)}
      />
      <ControlPicker controls={risk.controls} onChange={(controls) => draft.setControls(risk, controls)} />
      <section className={styles.assessPart} aria-labelledby="assess-size">
        <h3 className="card-title" id="assess-size">
          {t('riskAssessment.threat.size')}
        </h3>
        <StageLine stages={risk.stages} picked={stage} onPick={setStage} inherits={silent(risk)} />
        <p role="status" className="section-text">
          {current
            ? t('riskAssessment.threat.decidedNow', { level: current.level.word, decided: decidedText(current) })
            : t('riskAssessment.threat.noLevel')}{' '}
          {t('risks.worst')}
        </p>
        <EstimateForm
          key={stage}
          scale={draft.view.scale}
          assessed={draft.view.views}
          estimates={risk.estimates}
          stage={stage}
          onSet={(field, step) => draft.set(risk, field, step)}
        />
      </section>
      <TreatmentChoice draft={draft} risk={risk} />
    </>
  );
}

/** Later stages without own values. */
const silent = ({ estimates }: AssessedRisk): RiskStage[] =>
  riskStages.filter((stage) => {
    const { likelihood, consequence } = estimates[stage];
    const said = Object.values(consequence).some((triple) => Object.values(triple ?? {}).some(Boolean));
    return stage !== 'inherent' && likelihood === undefined && !said;
  });

/** Treatments of the risk, each explained, and the reason. */
function TreatmentChoice({ draft, risk }: { draft: Draft; risk: AssessedRisk }) {
  const name = useId();
  return (
    <section className={styles.assessPart} aria-labelledby={name}>
      <h3 className="card-title" id={name}>
        {t('riskAssessment.treatment.title')}
      </h3>
      <fieldset className={`choices ${styles.assessSteps}`}>
        <legend className="hidden">{t('riskAssessment.treatment.title')}</legend>
        {treatments.map((treatment) => (
          <Choice
            key={treatment}
            name={`${name}-treatment`}
            checked={risk.treatment === treatment}
            onChange={() => draft.set(risk, 'treatment', treatment)}
            title={t(`risks.treatment.${treatment}`)}
            text={t(`riskAssessment.treatment.about.${treatment}`)}
          />
        ))}
      </fieldset>
      <TextBox
        label={t('riskAssessment.clash.field.treatmentNote')}
        rows={2}
        value={risk.treatmentNote}
        onChange={(text, from) => draft.write(risk, 'treatmentNote', text, from)}
      />
      <p className="quiet">
        {risk.openActions > 0 ? (
          <Link href={`/risks/register/${encodeURIComponent(risk.riskKey)}`}>
            {t('riskAssessment.treatment.actions', { count: risk.openActions })}
          </Link>
        ) : (
          t('riskAssessment.treatment.actionsLater')
        )}
      </p>
    </section>
  );
}
