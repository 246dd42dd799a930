import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { PersonRef } from '../../api/http/contract.ts';
import type { AbsenceView } from '../../api/obligations/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { daysAfter } from '../shared/days.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import { useFieldFocus } from '../shared/forms/useFieldFocus.ts';
import styles from './HandOverDialog.module.css';

/** Records leave, after saying what it moves. A new one (`key`) for each opening. */
export function LeaveDialog(props: { absence: AbsenceView; open: boolean; onClose: () => void }) {
  const { absence, open, onClose } = props;
  const { name } = absence.person;
  const form = useLeave(absence, onClose);
  const { fields, focusField } = useFieldFocus();
  const press = () => {
    const first = form.save();
    if (first) focusField(first);
  };
  return (
    <ActDialog
      open={open}
      title={t('obligations.leave.title', { name })}
      onClose={onClose}
      act={{ text: t('obligations.leave.button'), busyText: t('common.word.saving'), busy: form.busy, press }}
    >
      <div className={styles.handOver} ref={fields}>
        <Field
          data-field="from"
          label={t('obligations.leave.from')}
          required
          {...(form.errors.from ? { validationMessage: form.errors.from } : {})}
        >
          <Input type="date" value={form.from} onChange={(_, data) => form.setFrom(data.value)} />
        </Field>
        <Field
          data-field="to"
          label={`${t('obligations.leave.to')} (${t('common.form.optional')})`}
          hint={
            form.last ? t('obligations.leave.toHint', { last: asDate(form.last) }) : t('obligations.leave.toHintOnly')
          }
          {...(form.errors.to ? { validationMessage: form.errors.to } : {})}
        >
          <Input type="date" value={form.to} onChange={(_, data) => form.setTo(data.value)} />
        </Field>
        <div data-field="standInId">
          <PersonPicker
            label={`${t('obligations.leave.standIn')} (${t('common.form.optional')})`}
            optional
            person={form.standIn}
            error={form.errors.standInId}
            onChoose={form.setStandIn}
          />
          <p className="quiet">{t('obligations.leave.standInHint')}</p>
        </div>
        <Meaning absence={absence} isOwn={form.isOwn} standIn={form.standIn?.name} />
        <ActFailed error={form.error} />
      </div>
    </ActDialog>
  );
}

function Meaning(props: { absence: AbsenceView; isOwn: boolean; standIn: string | undefined }) {
  const { person, paused, passed } = props.absence;
  const { name } = person;
  const { standIn } = props;
  const moves =
    standIn === undefined
      ? t('obligations.leave.moves', { count: passed })
      : t('obligations.leave.standInMoves', { count: passed, name: standIn });
  const [first, ...rest] = [
    ...(passed > 0 ? [moves] : []),
    ...(paused > 0 ? [t('obligations.leave.waits', { count: paused, name })] : []),
    t('obligations.leave.quiet', { name }),
    ...(props.isOwn ? [] : [t('obligations.leave.told', { name })]),
    ...(standIn === undefined ? [] : [t('obligations.leave.standInTold', { name: standIn })]),
  ];
  return (
    <Consequence first={paused + passed > 0 ? first : t('obligations.leave.nobody', { name })}>
      {(paused + passed > 0 ? rest : [first, ...rest]).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Consequence>
  );
}

function wrongEnd({ from, to, last }: { from: string; to: string; last: string | undefined }): string | undefined {
  if (!to) return undefined;
  if (to < from) return t('obligations.leave.order');
  return last && to > last ? t('obligations.leave.tooLong', { last: asDate(last) }) : undefined;
}

function useLeave(absence: AbsenceView, onDone: () => void) {
  const me = useMe().data;
  const today = me?.today ?? '';
  const [from, setFrom] = useState(absence.from ?? today);
  const [to, setTo] = useState(absence.to ?? '');
  const [standIn, setStandIn] = useState<PersonRef | undefined>(absence.standIn);
  const [tried, setTried] = useState(false);
  const act = useAct('PUT /api/absences/:personId');
  const refused = act.error instanceof ApiError ? act.error.fields : [];
  const last = from ? daysAfter(from, absence.mostDays) : undefined;
  const wrong = {
    from: from ? undefined : t('common.form.required'),
    to: wrongEnd({ from, to, last }),
  };
  const refusedAt = (field: string) => refused.find(({ path }) => path === field)?.message;
  return {
    last,
    isOwn: me?.person.id === absence.person.id,
    from,
    setFrom,
    to,
    setTo,
    standIn,
    setStandIn,
    busy: act.isPending,
    errors: {
      from: (tried ? wrong.from : undefined) ?? refusedAt('from'),
      to: (tried ? wrong.to : undefined) ?? refusedAt('to'),
      standInId: refusedAt('standInId'),
    },
    error: refused.length > 0 ? null : act.error,
    /** Saves it, or says which field is wrong first. */
    save: (): 'from' | 'to' | undefined => {
      setTried(true);
      if (wrong.from) return 'from';
      if (wrong.to) return 'to';
      act.mutate(
        {
          params: { personId: absence.person.id },
          body: { from, ...(to ? { to } : {}), ...(standIn ? { standInId: standIn.id } : {}) },
        },
        {
          onSuccess: () => {
            notify(t('obligations.leave.done', { name: absence.person.name }));
            onDone();
          },
        },
      );
      return undefined;
    },
  };
}
