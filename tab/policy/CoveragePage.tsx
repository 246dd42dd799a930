import { Select } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CoverageView } from '../../api/policy/contract.ts';
import { CampaignProgress } from '../deliveries/parts/CampaignProgress.tsx';
import { asPercent, t } from '../shared/texts/texts.ts';
import { ViewAs } from '../shared/ui/ViewAs.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { CoveragePeople } from './CoveragePeople.tsx';
import { CoveragePicture, CoverageTable } from './CoverageByCentre.tsx';
import { PolicyNav } from '../shared/navigation/PolicyNav.tsx';
import { byMissing, useCoverage, useCoverageChoice, useWorkbook } from './useCoverage.ts';

/** Dækning: the answer, a bar per centre, then the people. */
export function CoveragePage() {
  const { choice, choose } = useCoverageChoice();
  const { policy, versions, versionKey, coverage } = useCoverage(choice.version);
  if (policy.data && !versionKey)
    return (
      <Page title={t('policy.coverage.title')}>
        <PolicyNav />
        <Blank title={t('policy.coverage.none.title')} text={t('policy.coverage.none.text')} />
      </Page>
    );
  if (policy.error && !versionKey) return <Viewed view={policy}>{() => null}</Viewed>;
  return (
    <Viewed view={coverage}>
      {(view) => (
        <Page
          title={t('policy.coverage.answer', { percent: asPercent(view.percent) })}
          above={t('policy.coverage.of', { number: view.version.number })}
          lead={<Lead coverage={view} />}
          actions={<Workbook versionKey={versionKey} centreId={choice.centreId} />}
        >
          <PolicyNav />
          {versions.length > 1 && (
            <label className="filters">
              {t('common.word.version')}
              <Select value={versionKey} onChange={(_, data) => choose({ version: data.value })}>
                {versions.map((version) => (
                  <option key={version.key} value={version.key}>
                    {version.number} – {t(`policy.state.${version.state}`)}
                  </option>
                ))}
              </Select>
            </label>
          )}
          {view.version.abilities.seeCampaign && <CampaignProgress versionKey={versionKey} />}
          <Centres coverage={view} />
          <CoveragePeople coverage={view} versionKey={versionKey} choice={choice} choose={choose} />
        </Page>
      )}
    </Viewed>
  );
}

function Lead({ coverage }: { coverage: CoverageView }) {
  const [most] = byMissing(coverage.centres);
  if (coverage.missing === 0) return <p>{t('policy.coverage.nobodyMissing')}</p>;
  return (
    <p>
      <Missing coverage={coverage} />{' '}
      {most && coverage.centres.length > 1 && (
        <span>{t('policy.coverage.mostIn', { centre: most.centre?.title ?? t('common.noCentre') })}</span>
      )}
    </p>
  );
}

/** How many are missing, a link to exactly these people: everybody, or those of the reader's own centres. */
function Missing({ coverage: { centres, missing, version } }: { coverage: CoverageView }) {
  const link = `/policy/coverage?version=${version.key}&show=missing`;
  const named = centres.filter(({ abilities }) => abilities.seePeople);
  if (named.length === 0) return <>{t('policy.coverage.missing', { count: missing })}</>;
  if (named.length === centres.length)
    return <Link href={link}>{t('policy.coverage.missing', { count: missing })}</Link>;
  const own = named.reduce((sum, row) => sum + row.missing, 0);
  return (
    <>
      {t('policy.coverage.missingWhole', { count: missing })}{' '}
      {own === 0 ? (
        t('policy.coverage.noneOwn')
      ) : (
        <Link href={link}>{t('policy.coverage.missingOwn', { count: own })}</Link>
      )}
    </>
  );
}

function Centres({ coverage }: { coverage: CoverageView }) {
  const [as, setAs] = useState<'picture' | 'table'>('picture');
  return (
    <section className="section" aria-labelledby="by-centre">
      <div className="section-head">
        <h2 className="section-title" id="by-centre">
          {t('policy.coverage.picture')}
        </h2>
        <ViewAs as={as} onChange={setAs} />
      </div>
      {as === 'picture' ? <CoveragePicture coverage={coverage} /> : <CoverageTable coverage={coverage} />}
      <AsOf freshness={coverage.freshness} />
    </section>
  );
}

function Workbook({ versionKey, centreId }: { versionKey: string; centreId: string | undefined }) {
  const workbook = useWorkbook(versionKey, centreId);
  return (
    <DownloadButton file={workbook} busyText={t('common.word.makingExcel')}>
      {t('common.word.excel')}
    </DownloadButton>
  );
}
