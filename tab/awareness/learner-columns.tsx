import { Button } from '@fluentui/react-components';
import { dayOf } from '../../api/texts/format.ts';
import { asDate, asDue, t } from '../shared/texts/texts.ts';
import type { Column } from '../shared/ui/DataTable.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import type { Picked } from './Picked.tsx';
import type { PeopleSort } from './useLearningCoverage.ts';
import { mayNudge, type Learner } from './views.ts';
import learnersStyles from './Learners.module.css';
import styles from './Awareness.module.css';

function Name({ learner, picked }: { learner: Learner; picked: Picked | undefined }) {
  return (
    <div className={learnersStyles.learner}>
      {picked && (
        <input
          type="checkbox"
          aria-label={t('awareness.list.chooseOne', { name: learner.name })}
          disabled={!mayNudge(learner)}
          checked={picked.ids.has(learner.id)}
          onChange={() => picked.toggle(learner.id)}
        />
      )}
      <div>
        <NameCell {...learner} />
        {!learner.teams && <span className="tag">{t('awareness.list.noTeams')}</span>}
      </div>
    </div>
  );
}

function State({ learner }: { learner: Learner }) {
  const { state, completedOn, source, nudgedAt } = learner;
  return (
    <div>
      <p className={state === 'overdue' ? styles.learningMissed : undefined}>
        {state === 'done' && completedOn
          ? t('awareness.list.doneOn', { date: asDate(completedOn) })
          : t(`awareness.state.${state}`)}
      </p>
      {state === 'done' && source && (
        <p className={source === 'selfDeclared' ? undefined : 'quiet'}>
          {source === 'selfDeclared' ? (
            <span className="tag">{t('awareness.source.selfDeclared')}</span>
          ) : (
            t(`awareness.source.${source}`)
          )}
        </p>
      )}
      {state !== 'done' && nudgedAt && (
        <p className="quiet">{t('awareness.list.nudged', { date: asDate(dayOf(nudgedAt)) })}</p>
      )}
    </div>
  );
}

/** The non-empty columns, with the reader's actions. */
export function learnerColumns(props: {
  people: readonly Learner[];
  picked: Picked | undefined;
  onRegister: (learner: Learner) => void;
  onExempt: (learner: Learner) => void;
}): Column<Learner, PeopleSort>[] {
  const { people, picked } = props;
  const columns: (Column<Learner, PeopleSort> & { shown: boolean })[] = [
    {
      key: 'name',
      shown: true,
      title: t('common.word.name'),
      sort: 'name',
      cell: (learner) => <Name learner={learner} picked={picked} />,
    },
    {
      key: 'centre',
      shown: true,
      title: t('common.word.centre'),
      sort: 'centre',
      cell: (learner) => learner.centre ?? t('common.noCentre'),
    },
    { key: 'state', shown: true, title: t('common.word.status'), cell: (learner) => <State learner={learner} /> },
    {
      key: 'due',
      shown: people.some(({ due }) => due !== undefined),
      title: t('common.word.due'),
      sort: 'due',
      short: true,
      cell: ({ due, daysLeft }) =>
        due && (
          <div>
            <p>{asDate(due)}</p>
            {daysLeft !== undefined && <p className="quiet">{asDue(daysLeft)}</p>}
          </div>
        ),
    },
    {
      key: 'before',
      shown: people.some(({ missedBefore }) => missedBefore > 0),
      title: t('awareness.list.before'),
      cell: ({ missedBefore }) => missedBefore > 0 && t('awareness.list.missedBefore', { count: missedBefore }),
    },
    {
      key: 'act',
      shown: people.some(({ abilities }) => abilities.register || abilities.exempt),
      title: t('awareness.list.act'),
      cell: (learner) => <Acts learner={learner} onRegister={props.onRegister} onExempt={props.onExempt} />,
    },
  ];
  return columns.filter(({ shown }) => shown);
}

function Acts(props: {
  learner: Learner;
  onRegister: (learner: Learner) => void;
  onExempt: (learner: Learner) => void;
}) {
  const { learner } = props;
  const { name, abilities } = learner;
  if (!abilities.register && !abilities.exempt) return null;
  return (
    <div className={styles.learningRowActs}>
      {abilities.register && (
        <Button
          size="small"
          aria-label={t('awareness.list.registerOf', { name })}
          onClick={() => props.onRegister(learner)}
        >
          {t('awareness.list.register')}
        </Button>
      )}
      {abilities.exempt && (
        <Button
          size="small"
          appearance="subtle"
          aria-label={t('awareness.list.exemptOf', { name })}
          onClick={() => props.onExempt(learner)}
        >
          {t('awareness.list.exempt')}
        </Button>
      )}
    </div>
  );
}
