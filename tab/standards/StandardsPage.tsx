import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { StandardSummary } from '../../api/standards/contract.ts';
import { download, type ApiAnswer } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { asNumber, asPercent, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { CoverageParts } from './CoverageParts.tsx';
import { newControlPath, standardPath } from './paths.ts';
import { StandardsNav } from './StandardsNav.tsx';
import styles from './Standards.module.css';

type View = ApiAnswer<'GET /api/standards'>;

/** The standards: progress, missing controls, and status of controls. */
export function StandardsPage() {
  const view = useView('GET /api/standards', {});
  const excel = useMutation({ mutationFn: () => download('GET /api/standards.xlsx', {}) });
  return (
    <Viewed view={view}>
      {(answer) => (
        <Page
          title={answerOf(answer.standards)}
          above={t('common.nav.standards')}
          lead={
            <>
              {t('standards.overview.lead')} <SeeThem standards={answer.standards} />
            </>
          }
          actions={
            <>
              <Button icon={<ArrowDownloadRegular />} onClick={() => excel.mutate()}>
                {t('common.word.excel')}
              </Button>
              {answer.abilities.addControl && (
                <ButtonLink to={newControlPath()} appearance="primary" icon={<AddRegular />}>
                  {t('standards.addControl')}
                </ButtonLink>
              )}
            </>
          }
        >
          <StandardsNav />
          <ActFailed error={excel.error} />
          <section className="section" aria-labelledby="standards-list">
            <h2 className="section-title" id="standards-list">
              {t('standards.overview.list')}
            </h2>
            <ul className={styles.standardsList}>
              {answer.standards.map((standard) => (
                <li key={standard.key} className="card">
                  <Standard standard={standard} />
                </li>
              ))}
            </ul>
          </section>
          <Controls answer={answer} />
          <AsOf freshness={answer.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

/** Link to the requirements that the heading counts. */
function SeeThem({ standards }: { standards: readonly StandardSummary[] }) {
  const lacking = (['gap', 'undecided'] as const).find((part) => sumOf(standards, part) > 0);
  return lacking && <Link href={`/standards/gaps?standing=${lacking}`}>{t('standards.overview.chosen')}</Link>;
}

const sumOf = (standards: readonly StandardSummary[], part: 'gap' | 'undecided'): number =>
  standards.reduce((total, { coverage }) => total + coverage[part], 0);

/** Requirements without a control; if none, undecided ones. */
function answerOf(standards: readonly StandardSummary[]): string {
  const gaps = sumOf(standards, 'gap');
  if (gaps > 0) return t('standards.overview.answer', { count: gaps });
  const undecided = sumOf(standards, 'undecided');
  return undecided > 0
    ? t('standards.overview.answerUndecided', { count: undecided })
    : t('standards.overview.answerAll');
}

function Standard({ standard }: { standard: StandardSummary }) {
  const { key, title, version, source, coverage, percent } = standard;
  const path = standardPath(key);
  const about = [
    ...(version ? [t('standards.overview.version', { version })] : []),
    ...(source === 'imported' ? [t('standards.overview.imported')] : []),
    t('standards.overview.requirements', { count: coverage.total }),
  ];
  const values = { met: asNumber(coverage.met), applies: asNumber(coverage.total - coverage.deselected) };
  return (
    <>
      <div className="section-head">
        <h3 className="card-title">
          <Link href={path}>{title}</Link>
        </h3>
        <p className={styles.standardPercent}>{t('standards.overview.percent', { percent: asPercent(percent) })}</p>
      </div>
      <p className="quiet">
        {t('standards.overview.of', values)} · {about.join(' · ')}
      </p>
      <CoverageParts coverage={coverage} to={(status) => `${path}?standing=${status}`} />
    </>
  );
}

function Controls({ answer: { controls, twice } }: { answer: View }) {
  const { total, running, effective, toReview } = controls;
  return (
    <section className="card" aria-labelledby="standards-controls">
      <h2 className="section-title" id="standards-controls">
        {t('standards.overview.controls')}
      </h2>
      {total === 0 ? (
        <p>{t('standards.overview.noControls')}</p>
      ) : (
        <ul className={styles.controlsFacts}>
          <li>
            <Link href="/standards/controls?state=running">{t('standards.overview.running', { count: running })}</Link>
          </li>
          <li>
            <Link href="/standards/controls?effect=effective">
              {t('standards.overview.effective', { count: effective })}
            </Link>
          </li>
          <li>
            <Link href="/standards/controls?review=due">{t('standards.overview.toReview', { count: toReview })}</Link>
          </li>
          <li>
            <Link href="/standards/twice">{t('standards.overview.twice', { count: twice })}</Link>
          </li>
        </ul>
      )}
    </section>
  );
}
