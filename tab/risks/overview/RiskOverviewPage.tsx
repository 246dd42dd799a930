import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { Link } from 'wouter';
import type { OverviewView } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { registerPath } from '../parts/risk-paths.ts';
import { isSerious, monthText } from '../parts/risk-words.ts';
import { RisksNav } from '../../shared/navigation/RisksNav.tsx';
import { Attention } from './Attention.tsx';
import { HeatSection } from './HeatSection.tsx';
import { Status } from './Status.tsx';
import { useOverview, type Overview } from './useOverview.ts';

/** The risk overview: the answer in words, the heat map, and what needs action. */
export function RiskOverviewPage() {
  const overview = useOverview();
  return (
    <Viewed view={overview.answer}>
      {(view) => (
        <Page
          title={answerOf(view, overview.isFiltered)}
          above={t('common.nav.risks')}
          lead={view.total > 0 && <Lead view={view} overview={overview} />}
          actions={
            view.total > 0 && (
              <Button icon={<PrintRegular />} onClick={() => print()}>
                {t('common.word.print')}
              </Button>
            )
          }
        >
          <RisksNav />
          {view.total === 0 && !overview.isFiltered ? (
            <Empty view={view} />
          ) : (
            <>
              <HeatSection overview={overview} view={view} />
              <Attention view={view} carried={overview.carried} />
              <Status view={view} overview={overview} />
            </>
          )}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Serious risks now, compared with a year ago if known. */
function answerOf({ levels, movement, freshness }: OverviewView, isFiltered: boolean): string {
  const count = sum(levels.filter(isSerious).map(({ current }) => current));
  const none = isFiltered ? 'riskOverview.answerNoneChosen' : 'riskOverview.answerNone';
  const some = isFiltered ? 'riskOverview.answerChosen' : 'riskOverview.answer';
  const answer = count === 0 ? t(none) : t(some, { count });
  if (!movement) return answer;
  const serious = movement.levels.filter(isSerious);
  const change = sum(serious.map(({ now }) => now)) - sum(serious.map(({ before }) => before));
  const [year = '', month = ''] = freshness.asOf.split('-');
  const isYearAgo = movement.since === `${Number(year) - 1}-${month}`;
  const when = isYearAgo ? t('riskOverview.lastYear') : t('riskOverview.inMonth', { month: monthText(movement.since) });
  if (change === 0) return t('riskOverview.same', { answer, when });
  return t(change > 0 ? 'riskOverview.more' : 'riskOverview.fewer', { answer, count: Math.abs(change), when });
}

function Lead({ view, overview }: { view: OverviewView; overview: Overview }) {
  const serious = view.levels.map((level, position) => ({ ...level, position })).filter(isSerious);
  const levels = serious.map(({ word }) => word).join(', ');
  return (
    <>
      <p>
        {serious
          .filter(({ current }) => current > 0)
          .reverse()
          .map(({ word, current, position }) => (
            <span key={word}>
              <Link href={registerPath({ ...overview.carried, level: String(position) })}>
                {t('riskOverview.map.legendAll', { level: word, count: current })}
              </Link>
              {', '}
            </span>
          ))}
        <Link href={registerPath(overview.carried)}>{t('riskOverview.ofTotal', { count: view.total })}</Link>.{' '}
        {t('riskOverview.serious', { levels })}
      </p>
    </>
  );
}

/** Nothing assessed yet: future content, and who adds it. */
function Empty({ view: { abilities } }: { view: OverviewView }) {
  const mayBegin = abilities.addAsset || abilities.import;
  return (
    <Blank
      title={t('riskOverview.empty.title')}
      text={t(mayBegin ? 'riskOverview.empty.text' : 'riskOverview.empty.wait')}
      actions={
        mayBegin && (
          <>
            {abilities.addAsset && (
              <ButtonLink to="/risks/assets/new" appearance="primary">
                {t('riskOverview.addAsset')}
              </ButtonLink>
            )}
            {abilities.import && <ButtonLink to="/risks/assets/import">{t('riskOverview.importAssets')}</ButtonLink>}
          </>
        )
      }
    />
  );
}
