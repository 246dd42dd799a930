import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { AssetView } from '../../api/assets/contract.ts';
import { dayOf } from '../../api/texts/format.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { daysFrom } from '../shared/days.ts';
import { useMe } from '../shared/me.ts';
import { asDate, asDue, t, textOf } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { useHappened, useTakeBack, triggerReasons, useRaise } from './useAsset.ts';
import styles from './Assets.module.css';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { atMost } from '../shared/forms/field-rules.ts';

type View = ApiAnswer<'GET /api/risks/triggers'>;

/** Events since the assessment: reported by people, and derived from changes. */
export function Happened({ asset }: { asset: AssetView }) {
  const happened = useHappened(asset);
  const me = useMe();
  const [asking, setAsking] = useState(false);
  return (
    <section className="card" aria-labelledby="asset-happened">
      <h2 className="section-title" id="asset-happened">
        {t('assets.happened.title')}
      </h2>
      <p className="section-text">{t('assets.happened.text')}</p>
      <Viewed view={happened} part skeleton={<Skeleton rows={1} />}>
        {(view) => (
          <>
            <Found view={view} assessed={asset.status.assessmentKey !== undefined} today={me.data?.today} />
            {view.abilities.raise && (
              <div>
                <Button onClick={() => setAsking(true)}>{t('assets.happened.button')}</Button>
              </div>
            )}
            {(view.abilities.raise || asking) && me.data && (
              <HappenedDialog asset={asset} today={me.data.today} open={asking} onClose={() => setAsking(false)} />
            )}
          </>
        )}
      </Viewed>
    </section>
  );
}

function Found(props: { view: View; assessed: boolean; today: string | undefined }) {
  const { triggers, changed, abilities } = props.view;
  if (triggers.length === 0 && changed.length === 0) return props.assessed ? <p>{t('assets.happened.none')}</p> : null;
  return (
    <>
      {triggers.length > 0 && (
        <ul className={styles.assetHappened}>
          {triggers.map((trigger) => (
            <Trigger key={trigger.key} trigger={trigger} today={props.today} mayTakeBack={abilities.raise} />
          ))}
        </ul>
      )}
      {changed.length > 0 && (
        <div>
          <h3 className="card-title">{t('assets.happened.changes')}</h3>
          <ul className={styles.assetList}>
            {changed.map((change) => (
              <li key={change.field}>{changeText(change)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Trigger(props: { trigger: View['triggers'][number]; today: string | undefined; mayTakeBack: boolean }) {
  const { key, reason, note, due, raisedBy, raisedAt } = props.trigger;
  const back = useTakeBack(key);
  return (
    <li>
      <p>
        <span className="tag">{t(`risks.trigger.${reason}`)}</span> <span className={styles.assetText}>{note}</span>
      </p>
      {props.today && (
        <p>
          {t(due < props.today ? 'assets.happened.dueOver' : 'assets.happened.dueBy', {
            date: asDate(due),
            due: asDue(daysFrom(props.today, due)),
          })}
        </p>
      )}
      <p className="quiet">{t('assets.happened.raised', { name: raisedBy.name, date: asDate(dayOf(raisedAt)) })}</p>
      {props.mayTakeBack && (
        <ActButton
          size="small"
          busy={back.busy}
          busyText={t('assets.notNeeded.undoing')}
          label={t('assets.happened.takeBackLabel', { note })}
          onClick={back.press}
        >
          {t('assets.happened.takeBack')}
        </ActButton>
      )}
      <ActFailed error={back.error} />
    </li>
  );
}

/** `Leverandør: fra Systematik til Nærdata`. */
function changeText({ field, from, to }: View['changed'][number]): string {
  const empty = t('assets.happened.empty');
  return t('assets.happened.change', {
    field: textOf(`assets.field.${field}`) ?? field,
    from: from || empty,
    to: to || empty,
  });
}

const fewest = 3;

/** The event, and the deadline for a reassessment. */
function HappenedDialog(props: { asset: AssetView; today: string; open: boolean; onClose: () => void }) {
  const { asset, today } = props;
  const state = useRaise(asset, today, props.onClose);
  return (
    <FormDialog
      open={props.open}
      title={t('assets.happened.ask', { title: asset.title })}
      onClose={props.onClose}
      state={state}
    >
      <FormSelect
        control={state.control}
        name="reason"
        label={t('assets.happened.reason')}
        none={t('assets.happened.choose')}
        options={triggerReasons.map((value) => ({ value, text: t(`risks.trigger.${value}`) }))}
      />
      <FormField
        control={state.control}
        name="note"
        label={t('assets.happened.note')}
        hint={t('assets.happened.noteHint')}
        rows={2}
        rules={{
          validate: (text) => text.trim().length >= fewest || t('assets.retire.tooShort'),
          ...atMost(500),
        }}
      />
      <FormField
        control={state.control}
        name="due"
        label={t('assets.happened.due')}
        type="date"
        rules={{ validate: (day) => day >= today || t('assets.happened.duePast') }}
      />
      <Consequence first={t('assets.happened.consequence')} />
    </FormDialog>
  );
}
