import { Button } from '@fluentui/react-button';
import { PersonSearchRegular } from '@fluentui/react-icons/svg/person-search';
import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { call } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { CentreStandings } from './CentreStandings.tsx';
import { FindPersonDialog } from './FindPersonDialog.tsx';
import { HandedOver } from './HandedOver.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { PeopleRows } from './PeopleRows.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { UndoNotice } from './UndoNotice.tsx';
import {
  byWhatIsMissing,
  rowsLink,
  useCentreChoice,
  useRowsWorkbook,
  useStandings,
  type CentreChoice,
  type CentreStanding,
} from './useMyCentre.ts';
import type { Giving, HandOverResult } from './useHandOver.ts';
import './TasksPage.css';
import './MyCentrePage.css';

const allNow = async () => (await call('GET /api/obligations/hand-overs', {})).handOvers;

/** Mit center: how the centres stand, who owes what, who takes over from whom. */
export function MyCentrePage() {
  const view = useStandings();
  const { choice, choose } = useCentreChoice();
  const [finding, setFinding] = useState(false);
  const [giving, setGiving] = useState<Giving & { number: number }>();
  const [isOpen, setIsOpen] = useState(false);
  const [result, setResult] = useState<HandOverResult>();
  const give = (wanted: Giving) => {
    setGiving((before) => ({ ...wanted, number: (before?.number ?? 0) + 1 }));
    setIsOpen(true);
  };
  return (
    <Viewed view={view}>
      {({ centres, freshness }) => (
        <Page
          title={answerOf(centres)}
          above={
            centres.length > 1
              ? t('obligations.centre.titleAll')
              : (centres[0]?.centre?.title ?? t('obligations.centre.title'))
          }
          lead={<Lead rows={centres} />}
          actions={
            <>
              <Button icon={<PersonSearchRegular />} onClick={() => setFinding(true)}>
                {t('obligations.centre.find')}
              </Button>
              <Workbook choice={choice} />
            </>
          }
        >
          {result && <UndoNotice key={result.text} result={result} onGone={() => setResult(undefined)} />}
          {choice.person && (
            <PersonPanel
              key={choice.person}
              personId={choice.person}
              onGive={give}
              onAll={() => choose({ person: '' })}
            />
          )}
          {centres.length === 0 ? (
            <Blank title={t('obligations.centre.empty.title')}>
              <p>{t('obligations.centre.empty.text')}</p>
            </Blank>
          ) : (
            <>
              {!choice.person && <CentreStandings rows={centres} />}
              <PeopleRows centres={centres} choice={choice} choose={choose} onGive={give} />
            </>
          )}
          <HandOversInForce />
          <AsOf freshness={freshness} />
          <FindPersonDialog
            open={finding}
            onClose={() => setFinding(false)}
            onFound={(person) => choose({ person, q: '', show: '', kind: '', centre: '' })}
          />
          {giving && (
            <HandOverDialog
              key={giving.number}
              open={isOpen}
              from={giving.from}
              picked={giving.picked}
              handOversNow={allNow}
              onClose={() => setIsOpen(false)}
              onDone={setResult}
            />
          )}
        </Page>
      )}
    </Viewed>
  );
}

const sum = (rows: readonly CentreStanding[], of: 'open' | 'overdue' | 'soon') =>
  rows.reduce((total, row) => total + row[of], 0);

function answerOf(rows: readonly CentreStanding[]): string {
  const overdue = sum(rows, 'overdue');
  return overdue === 0 ? t('obligations.centre.well') : t('obligations.centre.overdue', { count: overdue });
}

function Lead({ rows }: { rows: readonly CentreStanding[] }) {
  const [most] = byWhatIsMissing(rows);
  const known = rows.length > 1 && most?.centre && most.overdue > 0 ? most.centre.title : undefined;
  return (
    <p>
      {(['overdue', 'soon', 'open'] as const)
        .filter((show) => sum(rows, show) > 0)
        .map((show, position) => (
          <Fragment key={show}>
            {position > 0 && ' · '}
            <Link href={rowsLink(show)}>{t(`obligations.centre.${show}Short`, { count: sum(rows, show) })}</Link>
          </Fragment>
        ))}
      {known && <>. {t('obligations.centre.mostIn', { centre: known })}</>}
    </p>
  );
}

function HandOversInForce() {
  const view = useView('GET /api/obligations/hand-overs', {});
  return view.data ? (
    <HandedOver
      handOvers={view.data.handOvers}
      title={t('obligations.handedOver.title')}
      text={t('obligations.handedOver.text')}
      ofOthers
    />
  ) : null;
}

function Workbook({ choice }: { choice: CentreChoice }) {
  const workbook = useRowsWorkbook(choice);
  return (
    <DownloadButton file={workbook} busyText={t('obligations.centre.downloading')}>
      {t('obligations.centre.download')}
    </DownloadButton>
  );
}
