import { Button, Field, Textarea, mergeClasses } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useState } from 'react';
import { Link } from 'wouter';
import type { AssessmentView, CheckFinding } from '../../../api/risks/contract.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { ActDialog } from '../../shared/ui/ActDialog.tsx';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { useFinish, useDiscard, assessmentPath } from './useAssessmentActs.ts';
import type { Draft } from './useAssessment.ts';
import { limited } from '../../shared/ui/limited.ts';
import styles from './Assessment.module.css';

const icons = { error: ErrorCircleRegular, warning: WarningRegular, info: InfoRegular } as const;
/** Characters of a reason at least. */
const fewest = 10;
const severities = ['error', 'warning', 'info'] as const;

/** Completion: quality findings, and the effect of finishing. */
export function FinishPart({ draft, answered }: { draft: Draft; answered: number }) {
  const [asking, setAsking] = useState<'finish' | 'discard'>();
  const { view } = draft;
  return (
    <div className={styles.assessParts}>
      <section className="card" aria-labelledby="assess-checks">
        <h2 className="section-title" id="assess-checks">
          {t('risks.nav.checks')}
        </h2>
        <Findings view={view} />
      </section>
      <section className="card" aria-labelledby="assess-end">
        <h2 className="section-title" id="assess-end">
          {t('riskAssessment.finish.title')}
        </h2>
        <p>{t('riskAssessment.finish.text')}</p>
        <div className="card-foot">
          {view.abilities.finish && (
            <Button appearance="primary" onClick={() => setAsking('finish')}>
              {t('riskAssessment.finish.title')}
            </Button>
          )}
          {view.abilities.discard && (
            <Button appearance="subtle" onClick={() => setAsking('discard')}>
              {t('riskAssessment.discard.button')}
            </Button>
          )}
        </div>
      </section>
      <FinishDialog draft={draft} answered={answered} open={asking === 'finish'} onClose={() => setAsking(undefined)} />
      <DiscardDialog view={view} open={asking === 'discard'} onClose={() => setAsking(undefined)} />
    </div>
  );
}

function Findings({ view }: { view: AssessmentView }) {
  const { findings } = view;
  if (findings.length === 0) return <p>{t('riskAssessment.checks.none')}</p>;
  return (
    <ul className={styles.assessFindings}>
      {severities.flatMap((severity) =>
        findings
          .filter((finding) => finding.severity === severity)
          .map((finding, index) => <Finding key={`${severity}${index}`} finding={finding} view={view} />),
      )}
    </ul>
  );
}

function Finding({ finding, view }: { finding: CheckFinding; view: AssessmentView }) {
  const Icon = icons[finding.severity];
  const to = finding.threatKey
    ? `${assessmentPath(view.key)}?part=threats&as=one&threat=${encodeURIComponent(finding.threatKey)}`
    : finding.path;
  return (
    <li className={mergeClasses(styles.assessFinding, styles[`assess-${finding.severity}`])}>
      <Icon aria-hidden />
      <div>
        <p>
          <strong>{t(`risks.severity.${finding.severity}`)}:</strong> {finding.text}
        </p>
        <Link href={to}>{finding.title}</Link>
      </div>
    </li>
  );
}

interface Asked {
  open: boolean;
  onClose: () => void;
}

function FinishDialog({ draft, answered, open, onClose }: Asked & { draft: Draft; answered: number }) {
  const { view } = draft;
  const [openReason, setOpenReason] = useState('');
  const [tried, setTried] = useState(false);
  const left = view.risks.length - answered;
  const isReasoned = left === 0 || openReason.trim().length >= fewest;
  const act = useFinish(view, { settle: draft.settle, onDone: onClose, openReason: left > 0 ? openReason.trim() : '' });
  const errors = view.findings.filter(({ severity }) => severity === 'error').length;
  const shown = view.risks.filter(({ stages, notRelevant }) => stages.current && !notRelevant).length;
  return (
    <ActDialog
      open={open}
      title={t('riskAssessment.finish.ask')}
      onClose={onClose}
      act={{
        text: t('riskAssessment.finish.title'),
        busyText: t('riskAssessment.finish.busy'),
        busy: act.busy,
        press: () => (isReasoned ? act.press() : setTried(true)),
      }}
      writing={{ isWritten: () => openReason.trim() !== '', discard: () => setOpenReason('') }}
    >
      <Consequence first={t('riskAssessment.finish.consequence', { count: shown })}>
        {left > 0 && <p>{t('riskAssessment.finish.left', { count: left })}</p>}
        {errors > 0 && <p>{t('riskAssessment.finish.errors', { count: errors })}</p>}
        <p>
          {view.reviewOn
            ? t('riskAssessment.finish.review', { date: asDate(view.reviewOn) })
            : t('riskAssessment.finish.reviewIn', { count: view.reviewMonths })}
        </p>
        {view.number > 1 && <p>{t('riskAssessment.finish.supersedes')}</p>}
      </Consequence>
      {left > 0 && (
        <Field
          label={t('riskAssessment.finish.openReason')}
          hint={t('riskAssessment.finish.openHint')}
          required
          {...(tried && !isReasoned ? { validationMessage: t('riskAssessment.finish.openShort') } : {})}
        >
          <Textarea
            rows={3}
            resize="vertical"
            {...limited(1_000)}
            value={openReason}
            onChange={(_, { value }) => setOpenReason(value)}
          />
        </Field>
      )}
      <ActFailed error={act.error} />
    </ActDialog>
  );
}

/** States what is lost before a draft is discarded. */
export function DiscardDialog({ view, open, onClose }: Asked & { view: AssessmentView }) {
  const act = useDiscard(view);
  return (
    <ActDialog
      open={open}
      title={t('riskAssessment.discard.ask')}
      onClose={onClose}
      act={{
        text: t('riskAssessment.discard.button'),
        busyText: t('riskAssessment.discard.busy'),
        busy: act.busy,
        press: act.press,
      }}
    >
      <Consequence first={t('riskAssessment.discard.text')}>
        {view.number > 1 && <p>{t('riskAssessment.discard.before')}</p>}
      </Consequence>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}
