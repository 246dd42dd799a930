import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef, useState } from 'react';
import type { ApprovalRow } from '../../api/approvals/contract.ts';
import { asDue, t } from '../shared/texts/texts.ts';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import type { AgendaFormState } from './useAgendaForm.ts';
import { aboutWords, bodyName } from './words.ts';
import styles from './Approvals.module.css';
import personStyles from '../shared/ui/Person.module.css';

/** The agenda's requests in order, and further candidates. */
export function AgendaOrder({ state }: { state: AgendaFormState }) {
  const { items, candidates, body } = state;
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<string>(undefined);
  // Moving a row in the page loses the focus.
  useEffect(() => {
    const name = moved.current;
    moved.current = undefined;
    if (name !== undefined)
      list.current?.querySelectorAll<HTMLElement>('button').forEach((button) => {
        if (button.dataset['move'] === name) button.focus();
      });
  }, [items]);
  const move = (row: ApprovalRow, by: -1 | 1) => {
    const to = items.indexOf(row) + by;
    if (to < 0 || to >= items.length) return;
    moved.current = `${row.key} ${by}`;
    setSaid(t('approvals.agenda.form.moved', { title: row.title, number: String(to + 1) }));
    state.move(row.key, by);
  };
  const add = ({ key, title }: ApprovalRow) => {
    setSaid(t('approvals.agenda.form.moved', { title, number: String(items.length + 1) }));
    state.add(key);
  };
  const remove = ({ key, title }: ApprovalRow) => {
    setSaid(t('approvals.agenda.form.removed', { title }));
    state.remove(key);
  };
  return (
    <section className="card" aria-labelledby="agenda-order">
      <h2 className="card-title" id="agenda-order">
        {t('approvals.agenda.form.items')}
      </h2>
      <p className="hidden" role="status">
        {said}
      </p>
      {items.length === 0 && <p className="card-text">{t('approvals.agenda.form.noItems')}</p>}
      <ol className={styles.agendaOrder} ref={list}>
        {items.map((row, position) => (
          <li key={row.key}>
            <Words row={row} />
            <div className={styles.agendaMoves}>
              <Button
                icon={<ArrowUpRegular />}
                data-move={`${row.key} -1`}
                disabledFocusable={position === 0}
                aria-label={t('approvals.agenda.form.up', { title: row.title })}
                onClick={() => move(row, -1)}
              />
              <Button
                icon={<ArrowDownRegular />}
                data-move={`${row.key} 1`}
                disabledFocusable={position === items.length - 1}
                aria-label={t('approvals.agenda.form.down', { title: row.title })}
                onClick={() => move(row, 1)}
              />
              <Button
                icon={<DismissRegular />}
                appearance="subtle"
                aria-label={t('approvals.agenda.form.removeOf', { title: row.title })}
                onClick={() => remove(row)}
              >
                {t('common.word.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <h3 className="card-title">{t('approvals.agenda.form.candidates')}</h3>
      {state.loading && <Skeleton rows={2} />}
      {!state.loading && candidates.length === 0 && body !== '' && (
        <p className="card-text">{t('approvals.agenda.form.noCandidates', { body: bodyName(body) })}</p>
      )}
      <ul className={styles.agendaOrder}>
        {candidates.map((row) => (
          <li key={row.key}>
            <Words row={row} />
            <Button
              icon={<AddRegular />}
              aria-label={t('approvals.agenda.form.addOf', { title: row.title })}
              onClick={() => add(row)}
            >
              {t('approvals.agenda.form.add')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Words = ({ row }: { row: ApprovalRow }) => (
  <div className={styles.agendaWords}>
    <p className={personStyles.personName}>{row.title}</p>
    <p className="quiet">
      {[
        aboutWords(row),
        row.submittedBy.name,
        row.centre?.title,
        row.stage && asDue(row.stage.daysLeft, row.stage.dueOn),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  </div>
);
