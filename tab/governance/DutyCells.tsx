import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { Link } from 'wouter';
import type { DutyRow, EvidenceView } from '../../api/governance/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import looks from './Governance.module.css';

const icons = { done: CheckmarkCircleRegular, partly: WarningRegular, missing: ErrorCircleRegular } as const;

/** Met until, or missing since; for a duty of centres the number of them. */
export function DutyState({ duty: { state, until, since, centres, latest } }: { duty: DutyRow }) {
  const Icon = icons[state];
  return (
    <div className={looks.cell}>
      <span className={looks[state]}>
        <Icon aria-hidden /> {t(`governance.duties.states.${state}`)}
      </span>
      <span className={looks.dutyAbout}>
        {centres
          ? t('governance.duties.centres', { done: centres.done, total: centres.total })
          : periodText({ state, until, since, latest })}
      </span>
      {centres && centres.missing.length > 0 && <MissingIn missing={centres.missing} />}
    </div>
  );
}

function periodText({ state, until, since, latest }: Pick<DutyRow, 'state' | 'until' | 'since' | 'latest'>): string {
  if (state === 'done') return until === undefined ? '' : t('governance.duties.until', { date: asDate(until) });
  if (since !== undefined) return t('governance.duties.since', { date: asDate(since) });
  return latest ? '' : t('governance.duties.never');
}

const MissingIn = ({ missing }: { missing: NonNullable<DutyRow['centres']>['missing'] }) => (
  <details>
    <summary>{t('governance.duties.missingIn')}</summary>
    <ul className={looks.plain}>
      {missing.map(({ centre, since }) => (
        <li key={centre.id}>
          {since === undefined
            ? centre.title
            : t('governance.duties.missingSince', { centre: centre.title, date: asDate(since) })}
        </li>
      ))}
    </ul>
  </details>
);

/** The day and the record, a link for those who may read it. */
export const Shown = ({ evidence: { on, title, path } }: { evidence: EvidenceView }) => (
  <span className={looks.shown}>
    {path === undefined ? <span>{title}</span> : <Link href={path}>{title}</Link>}
    <span className="quiet">{asDate(on)}</span>
  </span>
);

/** The latest record, and the others of the year. */
export function DutyEvidence({ duty, year }: { duty: DutyRow; year: number }) {
  const { latest, evidence, count } = duty;
  if (!latest) return <span className="quiet">–</span>;
  const isMore = count > 1 || (count === 1 && evidence[0]?.on !== latest.on);
  return (
    <div className={looks.cell}>
      <Shown evidence={latest} />
      {isMore && (
        <details>
          <summary>{t('governance.duties.more', { count, year: String(year) })}</summary>
          <ul className={looks.plain}>
            {evidence.map((one, place) => (
              <li key={`${one.on} ${one.title} ${String(place)}`}>
                <Shown evidence={one} />
              </li>
            ))}
          </ul>
          {count > evidence.length && (
            <p className="quiet">{t('governance.duties.latestOfMany', { shown: evidence.length, count })}</p>
          )}
        </details>
      )}
    </div>
  );
}
