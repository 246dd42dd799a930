import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { LearningCoverageView } from '../../api/awareness/contract.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { ExemptDialog } from './ExemptDialog.tsx';
import { learnerColumns } from './learner-columns.tsx';
import { PickedBar, usePicked } from './Picked.tsx';
import { RegisterDialog } from './RegisterDialog.tsx';
import {
  idOf,
  lists,
  nameOf,
  pageSize,
  useLearners,
  type Choose,
  type CoverageChoice,
  type List,
} from './useLearningCoverage.ts';
import { mayNudge, type Learner } from './views.ts';
import { Blank } from '../shared/ui/Failed.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';

interface Props {
  coverage: LearningCoverageView;
  choice: CoverageChoice;
  choose: Choose;
}

/** Size of each list, if known for the reader's centre or the whole. */
function countOf(coverage: LearningCoverageView, centreId: string | undefined, list: List): number | undefined {
  const centre = coverage.centres.find((row) => idOf(row) === centreId);
  if (list === 'all') return undefined;
  if (list === 'exempt') return centre ? undefined : coverage.exempt;
  return (centre ?? coverage)[list];
}

/** The people behind the numbers, and actions: remind selected ones, register, exempt. */
export function Learners({ coverage, choice, choose }: Props) {
  const visible = coverage.centres.filter((row) => row.abilities.seePeople);
  const centre = visible.find((row) => idOf(row) === choice.centreId);
  const seesAll = visible.length === coverage.centres.length;
  if (choice.centreId !== undefined && !centre && !seesAll)
    return (
      <NotShown
        centre={nameOfCentre(coverage, choice.centreId)}
        isSome={visible.length > 0}
        onMine={() => choose({ centre: '' })}
      />
    );
  if (visible.length === 0) return null;
  return (
    <section className="section" id="people" aria-labelledby="people-title">
      <h2 className="section-title" id="people-title">
        {t(`awareness.list.title.${choice.show}`)}
        {centre ? `, ${nameOf(centre)}` : ''}
      </h2>
      <div className="filters">
        <Choices
          label={t('common.word.show')}
          value={choice.show}
          onChange={(show) => choose({ show })}
          options={lists.map((list) => {
            const text = t(`awareness.list.shown.${list}`);
            // A number is that of the rows it shows: with a search it is not known.
            const isKnown = (seesAll || centre !== undefined) && choice.q === '';
            const count = isKnown ? countOf(coverage, choice.centreId, list) : undefined;
            return {
              value: list,
              text: count === undefined ? text : t('awareness.list.shownCount', { text, count: asNumber(count) }),
            };
          })}
        />
        <Narrow
          label={t('common.word.centre')}
          all={t(seesAll ? 'common.word.allCentres' : 'awareness.list.ownCentres')}
          value={choice.centreId}
          options={visible.map((row) => ({ value: idOf(row), text: nameOf(row) }))}
          onChange={(centre) => choose({ centre })}
        />
        <SearchField value={choice.q} onSearch={(q) => choose({ q })} />
      </div>
      <LearnerList coverage={coverage} choice={choice} choose={choose} />
    </section>
  );
}

function nameOfCentre({ centres }: LearningCoverageView, centreId: string): string {
  const row = centres.find((one) => idOf(one) === centreId);
  return row ? nameOf(row) : centreId;
}

/** A centre whose people the reader may not see: they are not requested. */
const NotShown = ({ centre, isSome, onMine }: { centre: string; isSome: boolean; onMine: () => void }) => (
  <section className="section" id="people">
    <Blank
      title={t('awareness.list.notShown.title', { centre })}
      text={t('awareness.list.notShown.text', { centre })}
      actions={isSome && <Button onClick={onMine}>{t('awareness.list.notShown.mine')}</Button>}
    />
  </section>
);

function LearnerList({ coverage, choice, choose }: Props) {
  const { round } = coverage;
  const view = useLearners(round.key, choice);
  const picked = usePicked();
  const [doing, setDoing] = useState<{ what: 'register' | 'exempt'; learner: Learner }>();
  const [asking, setAsking] = useState(false);
  const ask = (what: 'register' | 'exempt') => (learner: Learner) => {
    setDoing({ what, learner });
    setAsking(true);
  };
  const pick = coverage.abilities.nudge && round.state === 'open' ? picked : undefined;
  return (
    <Viewed view={view} skeleton={<Skeleton rows={6} />}>
      {({ people, total }) => (
        <>
          {pick && people.some(mayNudge) && (
            <PickedBar roundKey={round.key} picked={pick} page={people.filter(mayNudge)} />
          )}
          {total === 0 ? (
            <NobodyHere choice={choice} choose={choose} />
          ) : (
            <>
              <DataTable
                caption={t(`awareness.list.title.${choice.show}`)}
                columns={learnerColumns({
                  people,
                  picked: pick,
                  onRegister: ask('register'),
                  onExempt: ask('exempt'),
                })}
                rows={people}
                rowKey={(person) => person.id}
                sorted={{ by: choice.sort, descending: choice.descending }}
                onSort={(sort) => choose({ sort, direction: sort === choice.sort && !choice.descending ? 'down' : '' })}
                busy={view.isPlaceholderData}
              />
              {choice.q && (
                <p className="quiet" role="status">
                  {t('common.table.found', { count: total })}
                </p>
              )}
              <Pages
                offset={choice.offset}
                limit={pageSize}
                total={total}
                onMove={(offset) => choose({ offset: String(offset) })}
              />
            </>
          )}
          {doing?.what === 'register' && (
            <RegisterDialog
              key={doing.learner.id}
              round={round}
              person={doing.learner}
              open={asking}
              onClose={() => setAsking(false)}
            />
          )}
          {doing?.what === 'exempt' && (
            <ExemptDialog
              key={doing.learner.id}
              person={doing.learner}
              course={round.course}
              open={asking}
              onClose={() => setAsking(false)}
            />
          )}
        </>
      )}
    </Viewed>
  );
}

/** An empty list: no match, or the meaning of none. */
function NobodyHere({ choice, choose }: { choice: CoverageChoice; choose: Choose }) {
  if (choice.q)
    return (
      <NothingFound title={t('common.table.nothing')} onClear={() => choose({ q: '' })}>
        <p role="status">{t('common.table.nothingText')}</p>
      </NothingFound>
    );
  return (
    <Blank
      title={t(`awareness.list.empty.${choice.show}.title`)}
      text={t(`awareness.list.empty.${choice.show}.text`)}
    />
  );
}
