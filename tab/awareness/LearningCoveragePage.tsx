import { Button, Select } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { useState } from 'react';
import { Link } from 'wouter';
import type { LearningCoverageView } from '../../api/awareness/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, asPercent, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { Blank, NoAccess } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { Centres } from './CoverageByCentre.tsx';
import { Learners } from './Learners.tsx';
import { LearningNav } from './LearningNav.tsx';
import { RegisterDialog } from './RegisterDialog.tsx';
import { byMissing, listOf, useCoverageChoice, useLearningCoverage, useWorkbook } from './useLearningCoverage.ts';
import { Years } from './Years.tsx';

/** Dækning: the answer, a bar per centre, the years, then the people with actions. */
export function LearningCoveragePage() {
  const { choice, choose } = useCoverageChoice();
  const mine = useView('GET /api/learning', {});
  const { all, rounds, roundKey, coverage } = useLearningCoverage(choice.roundKey);
  if (mine.data?.abilities.seeCoverage === false) return <NoAccess />;
  if (all.data && roundKey === '') return <NothingYet mayAdd={all.data.abilities.edit} />;
  if (roundKey === '') return <Viewed view={all}>{() => null}</Viewed>;
  return (
    <Viewed view={coverage}>
      {(view) => (
        <Page
          title={view.people === 0 ? t('awareness.coverage.nobody') : answerOf(view)}
          above={t('awareness.coverage.of', { round: `${view.round.course.title} – ${view.round.title}` })}
          lead={<Lead coverage={view} />}
          actions={<Acts coverage={view} centreId={choice.centreId} />}
        >
          <LearningNav />
          {rounds.length > 1 && (
            <label className="filters">
              {t('awareness.coverage.round')}
              <Select value={roundKey} onChange={(_, data) => choose({ round: data.value })}>
                {rounds.map((round) => (
                  <option key={round.key} value={round.key}>
                    {round.title} – {t(`awareness.rounds.states.${round.state}`)}
                  </option>
                ))}
              </Select>
              <span className="quiet">{t('awareness.coverage.deadline', { date: asDate(view.round.dueOn) })}</span>
            </label>
          )}
          <Centres coverage={view} />
          {view.years.length > 1 && <Years years={view.years} roundKey={roundKey} />}
          <Learners coverage={view} choice={choice} choose={choose} key={roundKey} />
        </Page>
      )}
    </Viewed>
  );
}

const answerOf = ({ percent }: LearningCoverageView) => t('awareness.coverage.answer', { percent: asPercent(percent) });

function NothingYet({ mayAdd }: { mayAdd: boolean }) {
  const button = (
    <ButtonLink to="/learning/rounds/new" appearance="primary">
      {t('awareness.rounds.add')}
    </ButtonLink>
  );
  return (
    <Page title={t('awareness.nav.coverage')} above={t('common.nav.learning')}>
      <LearningNav />
      <Blank
        title={t('awareness.coverage.none.title')}
        text={t('awareness.coverage.none.text')}
        actions={mayAdd && button}
      />
    </Page>
  );
}

function Lead({ coverage }: { coverage: LearningCoverageView }) {
  const [most] = byMissing(coverage.centres);
  const { key } = coverage.round;
  const { missing, overdue, selfDeclared, exempt, onLeave } = coverage;
  const uncounted = [
    exempt > 0 && t('awareness.coverage.exempt', { count: exempt }),
    onLeave > 0 && t('awareness.coverage.onLeave', { count: onLeave }),
  ].filter((part) => part !== false);
  const named = coverage.centres.filter(({ abilities }) => abilities.seePeople);
  const seesPart = named.length > 0 && named.length < coverage.centres.length;
  const counted = (show: 'missing' | 'overdue', text: string) =>
    named.length > 0 && !seesPart ? <Link href={listOf(key, show)}>{text}</Link> : text;
  return (
    <>
      <p>
        {missing === 0
          ? t('awareness.coverage.nobodyMissing')
          : counted(
              'missing',
              t(`awareness.coverage.${seesPart ? 'missingWhole' : 'missing'}`, { count: missing }),
            )}{' '}
        {overdue > 0 && counted('overdue', t('awareness.coverage.overdue', { count: overdue }))}{' '}
        {missing > 0 && seesPart && <OwnCentres rows={named} roundKey={key} />}{' '}
        {missing > 0 && most && coverage.centres.length > 1 && (
          <span>{t('awareness.coverage.mostIn', { centre: most.centre?.title ?? t('common.noCentre') })}</span>
        )}
      </p>
      <p className="quiet">
        {selfDeclared > 0 && `${t('awareness.coverage.selfDeclared', { count: selfDeclared })} `}
        {uncounted.length > 0 && `${uncounted.join(` ${t('common.and')} `)} ${t('awareness.coverage.notCounted')}`}
      </p>
    </>
  );
}

/** The people behind these numbers are those of the reader's own centres. */
function OwnCentres({ rows, roundKey }: { rows: LearningCoverageView['centres']; roundKey: string }) {
  const sumOf = (what: 'missing' | 'overdue') => rows.reduce((sum, row) => sum + row[what], 0);
  const [missing, overdue] = [sumOf('missing'), sumOf('overdue')];
  if (missing === 0) return <span>{t('awareness.coverage.noneOwn')}</span>;
  return (
    <>
      <Link href={listOf(roundKey, 'missing')}>{t('awareness.coverage.missingOwn', { count: missing })}</Link>{' '}
      {overdue > 0 && (
        <Link href={listOf(roundKey, 'overdue')}>{t('awareness.coverage.overdueOwn', { count: overdue })}</Link>
      )}
    </>
  );
}

function Acts({ coverage, centreId }: { coverage: LearningCoverageView; centreId: string | undefined }) {
  const mine = useView('GET /api/learning', {});
  const workbook = useWorkbook(coverage.round.key, centreId);
  const [registering, setRegistering] = useState(false);
  const mayRegister = mine.data?.abilities.register === true && coverage.round.state === 'open';
  return (
    <>
      {mayRegister && (
        <>
          <Button icon={<PersonAddRegular />} onClick={() => setRegistering(true)}>
            {t('awareness.register.button')}
          </Button>
          <RegisterDialog round={coverage.round} open={registering} onClose={() => setRegistering(false)} />
        </>
      )}
      {coverage.abilities.export && (
        <DownloadButton file={workbook} busyText={t('common.word.makingExcel')}>
          {t('common.word.excel')}
        </DownloadButton>
      )}
    </>
  );
}
