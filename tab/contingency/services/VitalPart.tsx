import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContinuityView } from '../../../api/critical-services/contract.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { useSetVital, useUndoVital } from './useSystem.ts';
import { atMost } from '../../shared/forms/field-rules.ts';
import styles from './Services.module.css';

const fewest = 10;

/** Whether it is vital and why; if permitted with an override, its reason, and undo. */
export function VitalPart({ view }: { view: ContinuityView }) {
  const [asking, setAsking] = useState(false);
  const undo = useUndoVital(view);
  const { vital, abilities } = view;
  return (
    <section className="card" aria-labelledby="system-vital">
      <h2 className="section-title" id="system-vital" tabIndex={-1}>
        {t(vital.is ? 'criticalServices.vital.isTitle' : 'criticalServices.vital.isNotTitle')}
      </h2>
      <p>{t(`criticalServices.vital.basis.${vital.basis ?? 'none'}`)}</p>
      {vital.reason && <p className={styles.serviceText}>{vital.reason}</p>}
      {vital.by && vital.at && (
        <p className="quiet">{t('criticalServices.vital.by', { name: vital.by.name, moment: asMoment(vital.at) })}</p>
      )}
      {abilities.setVital && (
        <div className="filters">
          <Button onClick={() => setAsking(true)}>
            {t(vital.is ? 'criticalServices.vital.setNot' : 'criticalServices.vital.set')}
          </Button>
          {vital.basis === 'register' && <KeepVital view={view} />}
          {vital.basis === 'set' && (
            <ActButton busy={undo.busy} busyText={t('criticalServices.review.working')} onClick={undo.press}>
              {t('criticalServices.vital.undo')}
            </ActButton>
          )}
        </div>
      )}
      <ActFailed error={undo.error} />
      {abilities.setVital && asking && <Ask view={view} onClose={() => setAsking(false)} />}
    </section>
  );
}

/** Confirms with a reason what the register calls vital. */
function KeepVital({ view }: { view: ContinuityView }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button appearance="primary" onClick={() => setAsking(true)}>
        {t('criticalServices.vital.giveReason')}
      </Button>
      {asking && <Ask view={{ ...view, vital: { ...view.vital, is: false } }} onClose={() => setAsking(false)} />}
    </>
  );
}

function Ask({ view, onClose }: { view: ContinuityView; onClose: () => void }) {
  const state = useSetVital(view, onClose);
  const { is } = view.vital;
  return (
    <FormDialog
      title={t(is ? 'criticalServices.vital.setNot' : 'criticalServices.vital.set')}
      onClose={onClose}
      state={state}
      busyText={t('criticalServices.review.working')}
    >
      <Consequence first={t(is ? 'criticalServices.vital.consequenceNot' : 'criticalServices.vital.consequence')} />
      <FormField
        control={state.control}
        name="reason"
        label={t('common.word.reason')}
        rows={3}
        rules={{
          validate: (text) => text.trim().length >= fewest || t('criticalServices.vital.why'),
          ...atMost(1_000),
        }}
      />
    </FormDialog>
  );
}
