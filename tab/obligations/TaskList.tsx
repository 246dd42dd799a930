import { Select } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ObligationRow } from '../../api/obligations/contract.ts';
import { kindName } from '../shared/kinds.ts';
import { compareTexts, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Choices } from '../shared/ui/Choices.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { TaskRow } from './TaskRow.tsx';
import { chosenOf, groupsOf, taskSorts, type ChooseTasks, type TaskChoice, type TaskSort } from './useTasks.ts';
import styles from './TasksPage.module.css';

interface Chosen {
  choice: TaskChoice;
  choose: ChooseTasks;
}
const sortTexts = { due: 'byDue', kind: 'byKind', title: 'byTitle' } as const;

/** Open or completed tasks, with filters. */
export function TaskList(
  props: Chosen & {
    open: readonly ObligationRow[];
    done: UseQueryResult<{ obligations: ObligationRow[] }>;
    today: string;
  },
) {
  const { open, done, today, choice, choose } = props;
  return (
    <section className="section" aria-label={t('obligations.nav.label')}>
      <div className="filters">
        <Choices
          label={t('common.word.show')}
          value={choice.shown}
          onChange={(show) => choose({ show: show === 'done' ? show : '', kind: '', q: '' })}
          options={[
            { value: 'open', text: t('obligations.tasks.open') },
            { value: 'done', text: t('obligations.tasks.done') },
          ]}
        />
      </div>
      {choice.shown === 'open' ? (
        <Tasks rows={open} today={today} choice={choice} choose={choose} />
      ) : (
        <Viewed view={done} skeleton={<Skeleton rows={3} />}>
          {({ obligations }) => <Tasks rows={obligations} today={today} choice={choice} choose={choose} />}
        </Viewed>
      )}
    </section>
  );
}

function Tasks({ rows, today, choice, choose }: Chosen & { rows: readonly ObligationRow[]; today: string }) {
  if (rows.length === 0) return choice.shown === 'open' ? <NothingToDo /> : <NothingDone />;
  const found = chosenOf(rows, choice);
  return (
    <>
      {rows.length > 1 && <Filters rows={rows} found={found.length} choice={choice} choose={choose} />}
      {found.length === 0 ? (
        <NothingFound title={t('common.table.nothing')} onClear={() => choose({ q: '', kind: '' })}>
          <p>{t('common.word.nothingFound')}</p>
        </NothingFound>
      ) : (
        groupsOf(found, choice.sort, today).map((group) => (
          <section
            key={group.key}
            className={styles.taskGroup}
            data-part="task-group"
            aria-labelledby={`group-${group.key}`}
          >
            <h2 className={styles.taskGroupTitle} data-part="task-group-title" id={`group-${group.key}`}>
              {group.title} <span className={styles.taskCount}>{group.rows.length}</span>
            </h2>
            <ul className={styles.tasks}>
              {group.rows.map((row) => (
                <TaskRow key={row.key} row={row} />
              ))}
            </ul>
          </section>
        ))
      )}
    </>
  );
}

function Filters(props: Chosen & { rows: readonly ObligationRow[]; found: number }) {
  const { rows, choice, choose } = props;
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  kinds.sort((one, other) => compareTexts(kindName(one), kindName(other)));
  return (
    <div className="filters">
      {kinds.length > 1 && (
        <Narrow
          label={t('common.word.kind')}
          all={t('common.word.allKinds')}
          value={choice.kind}
          options={kinds.map((kind) => ({ value: kind, text: kindName(kind) }))}
          onChange={(kind) => choose({ kind })}
        />
      )}
      <Select
        aria-label={t('obligations.tasks.sort')}
        value={choice.sort}
        onChange={(_, data) => choose({ sort: data.value })}
      >
        {taskSorts.map((sort: TaskSort) => (
          <option key={sort} value={sort}>
            {t(`obligations.tasks.${sortTexts[sort]}`)}
          </option>
        ))}
      </Select>
      <SearchField label={t('obligations.tasks.search')} value={choice.q} onSearch={(q) => choose({ q })} />
      <span className="quiet" role="status">
        {choice.q || choice.kind ? t('common.table.found', { count: props.found }) : ''}
      </span>
    </div>
  );
}

const NothingToDo = () => (
  <Blank
    title={t('obligations.tasks.empty.title')}
    text={t('obligations.tasks.empty.text')}
    actions={<ButtonLink to="/tasks/reminders">{t('obligations.tasks.empty.wishes')}</ButtonLink>}
  />
);

const NothingDone = () => (
  <Blank title={t('obligations.tasks.emptyDone.title')} text={t('obligations.tasks.emptyDone.text')} />
);
