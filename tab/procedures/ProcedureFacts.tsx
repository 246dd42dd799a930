import { Link } from 'wouter';
import type { ProcedureVersionView, ProcedureView } from '../../api/procedures/contract.ts';
import { daysFrom } from '../shared/days.ts';
import { useMe } from '../shared/me.ts';
import { asDate, asDue, t } from '../shared/texts/texts.ts';
import { Fact } from '../shared/ui/Fact.tsx';
import { linkText } from './procedure-values.ts';
import styles from './Procedures.module.css';

/** A version's audience, in words: a centre, the whole municipality, or some job titles of them. */
export function forWhom({ kind, centre }: ProcedureView, { jobTitles }: ProcedureVersionView): string {
  const titles = jobTitles.join(', ');
  if (kind === 'guideline' || !centre)
    return titles ? t('procedures.read.titles', { titles }) : t('procedures.read.everybody');
  return titles
    ? t('procedures.read.titlesIn', { titles, centre: centre.title })
    : t('procedures.read.everybodyIn', { centre: centre.title });
}

/** Audience, validity, and related records. */
export function ProcedureFacts({ procedure, version }: { procedure: ProcedureView; version: ProcedureVersionView }) {
  const me = useMe();
  const { validFrom, reviewOn, area, guideline, control, number, approval } = version;
  const shownAsIs = version.key === (procedure.current ?? procedure.coming)?.key;
  return (
    <section className="card" aria-labelledby="facts">
      <h2 className="card-title" id="facts">
        {t('procedures.read.facts')}
      </h2>
      <dl className={styles.procedureFacts}>
        <Fact name={t('procedures.read.forWhom')}>
          {forWhom(procedure, version)}
          {shownAsIs && <> ({t('common.employees', { count: procedure.audience.people })})</>}
        </Fact>
        {validFrom && (
          <Fact name={t('common.word.inForceFrom')}>
            {asDate(validFrom)} · {t('procedures.read.version', { number })}
          </Fact>
        )}
        {reviewOn && me.data && (
          <Fact name={t('procedures.list.reviewOn')}>
            {t('procedures.read.reviewDay', {
              date: asDate(reviewOn),
              due: asDue(daysFrom(me.data.today, reviewOn)),
            })}
          </Fact>
        )}
        <Fact name={t('common.word.area')}>{area.title}</Fact>
        {guideline && (
          <Fact name={t('procedures.read.guideline')}>
            <Link href={`/procedures/${encodeURIComponent(guideline.key)}`}>{linkText(guideline)}</Link>
          </Fact>
        )}
        {control && <Fact name={t('procedures.read.control')}>{control}</Fact>}
        {approval && me.data?.abilities.seeApprovals && (
          <Fact name={t('procedures.read.approval')}>
            <Link href={`/approvals/${encodeURIComponent(approval.requestKey)}`}>
              {t('procedures.read.seeApproval')}
            </Link>
          </Fact>
        )}
      </dl>
    </section>
  );
}
