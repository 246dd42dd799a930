import { Button } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useState, type ReactNode } from 'react';
import type { CadenceView } from '../../api/reminders/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { kindName } from '../shared/kinds.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed, Blank } from '../shared/ui/Failed.tsx';
import { notifyAfter } from '../shared/ui/notify.ts';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { CadenceDialog } from './CadenceDialog.tsx';
import { cadenceSentence } from './cadence-sentence.ts';
import styles from './RemindersPage.module.css';

/** Hvor tit vi minder: a sentence per kind, with its edit button. */
export function Cadences({ nav }: { nav: ReactNode }) {
  const view = useView('GET /api/reminders/cadences', {});
  return (
    <Viewed view={view}>
      {({ cadences, abilities, freshness }) => (
        <Page
          title={t('reminders.cadences.answer')}
          above={t('reminders.page.title')}
          lead={t('reminders.cadences.lead')}
        >
          {nav}
          {cadences.length === 0 && (
            <Blank title={t('reminders.cadences.empty.title')} text={t('reminders.cadences.empty.text')} />
          )}
          <div className={styles.cadences}>
            {cadences.map((cadence) => (
              <Cadence key={cadence.kind} cadence={cadence} mayEdit={abilities.edit} />
            ))}
          </div>
          <AsOf freshness={freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function Cadence({ cadence, mayEdit }: { cadence: CadenceView; mayEdit: boolean }) {
  const name = kindName(cadence.kind);
  const [editing, setEditing] = useState({ open: false, number: 0 });
  return (
    <section className="card" aria-label={name}>
      <h2 className="card-title">{name}</h2>
      <p>{cadenceSentence(cadence)}</p>
      <p className="quiet">
        {changedText(cadence)}
        {cadence.legallyRequired && <> · {t('reminders.cadences.required')}</>}
      </p>
      {mayEdit && (
        <div className="card-foot">
          <Button
            icon={<EditRegular />}
            aria-label={t('reminders.cadences.editOf', { kind: name })}
            onClick={() => setEditing(({ number }) => ({ open: true, number: number + 1 }))}
          >
            {t('common.word.change')}
          </Button>
          {!cadence.isDefault && <Reset cadence={cadence} />}
          <CadenceDialog
            key={editing.number}
            cadence={cadence}
            open={editing.open}
            onClose={() => setEditing(({ number }) => ({ open: false, number }))}
          />
        </div>
      )}
    </section>
  );
}

function changedText({ isDefault, changedBy, changedAt }: CadenceView): string {
  if (isDefault) return t('reminders.cadences.standard');
  if (!changedBy || !changedAt) return t('reminders.cadences.changedOnly');
  return t('reminders.cadences.changed', { date: asDate(changedAt), name: changedBy.name });
}

function Reset({ cadence: { kind } }: { cadence: CadenceView }) {
  const act = useAct('DELETE /api/reminders/cadences/:kind');
  const reset = () =>
    notifyAfter(act.mutateAsync({ params: { kind } }), t('reminders.cadences.resetDone', { kind: kindName(kind) }));
  return (
    <>
      <ActButton busy={act.isPending} busyText={t('reminders.cadences.resetting')} onClick={reset}>
        {t('reminders.cadences.reset')}
      </ActButton>
      <ActFailed error={act.error} />
    </>
  );
}
