import { Button } from '@fluentui/react-components';
import { PersonSearchRegular } from '@fluentui/react-icons/svg/person-search';
import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import type { MeView } from '../../api/organisation/contract.ts';
import { call } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { loadTexts, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { OpenIncidents } from '../incidents/parts/OpenIncidents.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { late } from '../shared/ui/late.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { CentreStatuses } from './CentreStatuses.tsx';
import { FindPersonDialog } from './FindPersonDialog.tsx';
import { HandedOver } from './HandedOver.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { PeopleRows } from './PeopleRows.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { UndoNotice } from './UndoNotice.tsx';
import { allCentres } from '../shared/useCentreChoice.ts';
import {
  byWhatIsMissing,
  mayGiveEverything,
  ownCentreOf,
  rowsLink,
  useCentreChoice,
  useRowsWorkbook,
  useStatuses,
  type CentreChoice,
  type CentreStatus,
} from './useMyCentre.ts';
import type { Giving, HandOverResult } from './useHandOver.ts';

/** What got worse since last month: code and texts load with the page’s. */
const { Part: Worse } = late(
  async () => {
    const [file] = await Promise.all([import('../figures/parts/WorseCard.tsx'), loadTexts('figures')]);
    return file.WorseCard;
  },
  { rows: 3 },
);

/** The centre's initiatives. */
const { Part: Initiatives } = late(
  async () => {
    const [file] = await Promise.all([
      import('../initiatives/parts/InitiativesPart.tsx'),
      loadTexts('initiatives', 'contingencyTests'),
    ]);
    return file.InitiativesPart;
  },
  { rows: 2 },
);

const allNow = async () => (await call('GET /api/obligations/hand-overs', {})).handOvers;

/** Mit center: status of centres, obligations by person, hand-overs. */
export function MyCentrePage() {
  const view = useStatuses();
  const me = useMe().data;
  const own = ownCentreOf(me);
  const mayGive = mayGiveEverything(me);
  const mayFollow = me?.abilities.seeFigures === true;
  const { choice, choose } = useCentreChoice(own);
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
      {({ centres, abilities, freshness }) => {
        const about = aboutOf(centres, own, choice);
        const oneCentre = about.length === 1 ? about[0]?.centre?.id : undefined;
        const named = centres.filter((row) => row.abilities.seePeople);
        return (
          <Page
            title={answerOf(about)}
            above={
              about.length > 1 ? t('obligations.centre.titleAll') : (about[0]?.centre?.title ?? t('common.nav.centre'))
            }
            lead={<Lead rows={about} isWhole={about.length === centres.length} />}
            actions={
              abilities.seePeople && (
                <>
                  <Button icon={<PersonSearchRegular />} onClick={() => setFinding(true)}>
                    {t('obligations.centre.find')}
                  </Button>
                  {mayGive && <ButtonLink to="/hand-overs">{t('obligations.centre.leavers')}</ButtonLink>}
                  <Workbook choice={choice} />
                </>
              )
            }
          >
            <OpenIncidents />
            {mayFollow &&
              !choice.person &&
              worseOf(me, oneCentre).map((owner) => (
                <Worse key={owner ?? allCentres} owner={owner} named={about.length > 1} />
              ))}
            {result && <UndoNotice key={result.text} result={result} onGone={() => setResult(undefined)} />}
            {choice.person && abilities.seePeople && (
              <PersonPanel
                key={choice.person}
                personId={choice.person}
                onGive={give}
                onAll={() => choose({ person: '' })}
              />
            )}
            {centres.length === 0 ? (
              <Blank title={t('obligations.centre.empty.title')} text={t('obligations.centre.empty.text')} />
            ) : (
              <>
                {!(choice.person && abilities.seePeople) && <CentreStatuses rows={about} />}
                {about.length < centres.length && (
                  <Link href={`/centre?centre=${allCentres}`}>{t('obligations.centre.seeAll')}</Link>
                )}
                {named.length < centres.length && <p className="quiet">{t('obligations.centre.numbersOnly')}</p>}
                {named.length > 0 && <PeopleRows centres={named} choice={choice} choose={choose} onGive={give} />}
              </>
            )}
            {oneCentre !== undefined && abilities.seePeople && !choice.person && <Initiatives centreId={oneCentre} />}
            {abilities.seePeople && <HandOversInForce />}
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
        );
      }}
    </Viewed>
  );
}

const sum = (rows: readonly CentreStatus[], of: 'open' | 'overdue' | 'soon') =>
  rows.reduce((total, row) => total + row[of], 0);

/**
 * Scope of the page: the reader's own centre by default, and beside a person who can only be of it; else all visible
 * to the reader.
 */
function aboutOf(centres: readonly CentreStatus[], own: string | undefined, { centre, person }: CentreChoice) {
  const found = own === undefined ? undefined : centres.find((row) => row.centre?.id === own);
  const isOnly = centres.every((row) => row === found || !row.abilities.seePeople);
  return found && (centre === own || (isOnly && person !== '' && centre === '')) ? [found] : centres;
}

/** Whose figures follow: of the one centre, else of each that the reader keeps, else of the municipality. */
function worseOf(me: MeView | undefined, oneCentre: string | undefined): (string | undefined)[] {
  const kept = me?.abilities.keep ?? [];
  return oneCentre === undefined && kept.length > 1 ? kept : [oneCentre];
}

function answerOf(rows: readonly CentreStatus[]): string {
  const overdue = sum(rows, 'overdue');
  return overdue === 0 ? t('obligations.centre.well') : t('obligations.centre.overdue', { count: overdue });
}

function Lead({ rows, isWhole }: { rows: readonly CentreStatus[]; isWhole: boolean }) {
  const [most] = byWhatIsMissing(rows);
  const known = rows.length > 1 && most?.centre && most.overdue > 0 ? most.centre.title : undefined;
  return (
    <p>
      {(['overdue', 'soon', 'open'] as const)
        .filter((show) => sum(rows, show) > 0)
        .map((show, position) => (
          <Fragment key={show}>
            {position > 0 && ' · '}
            {rows.every(({ abilities }) => abilities.seePeople) ? (
              <Link href={rowsLink(show, isWhole ? undefined : rows[0])}>
                {t(`obligations.centre.${show}Short`, { count: sum(rows, show) })}
              </Link>
            ) : (
              t(`obligations.centre.${show}Short`, { count: sum(rows, show) })
            )}
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
    <DownloadButton file={workbook} busyText={t('common.word.makingExcel')}>
      {t('common.word.excel')}
    </DownloadButton>
  );
}
