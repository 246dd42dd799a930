import { useWatch } from 'react-hook-form';
import type { PersonRef } from '../../api/http/contract.ts';
import type { AbsenceView } from '../../api/obligations/contract.ts';
import { daysAfter } from '../shared/days.ts';
import { required } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { FormPerson } from '../shared/forms/FormPerson.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';

interface Leave {
  from: string;
  to: string;
  standInId: PersonRef | null;
}

/** Records leave, after stating its effects. A new `key` for each opening. */
export function LeaveDialog(props: { absence: AbsenceView; open: boolean; onClose: () => void }) {
  const { absence, open, onClose } = props;
  const { name, id: personId } = absence.person;
  const me = useMe().data;
  const isOwn = me?.person.id === personId;
  const params = { personId };
  const startOf = (now: AbsenceView): Leave => ({
    from: now.from ?? me?.today ?? '',
    to: now.to ?? '',
    standInId: now.standIn ?? null,
  });
  const state = useForm({
    start: startOf(absence),
    shared: {
      etag: absence.etag,
      names: {
        from: t('obligations.leave.from'),
        to: t('obligations.leave.to'),
        standInId: t('obligations.leave.standIn'),
      },
      latest: async (read) => {
        const now = await read('GET /api/absences/:personId', { params });
        return { values: startOf(now), etag: now.etag };
      },
    },
    send: ({ from, to, standInId: standIn }, api, { etag: expected }) =>
      api('PUT /api/absences/:personId', {
        params,
        body: { from, expected, ...(to ? { to } : {}), ...(standIn ? { standInId: standIn.id } : {}) },
      }),
    saved: isOwn ? t('obligations.leave.own.done') : t('obligations.leave.done', { name }),
    close: onClose,
  });
  const { control } = state;
  const [from, standIn] = useWatch({ control, name: ['from', 'standInId'] });
  const lastOf = (day: string) => (day ? daysAfter(day, absence.mostDays) : undefined);
  const last = lastOf(from);
  return (
    <FormDialog
      open={open}
      title={isOwn ? t('obligations.leave.own.title') : t('obligations.leave.title', { name })}
      onClose={onClose}
      state={state}
      button={t('obligations.leave.button')}
    >
      <FormField control={control} name="from" label={t('obligations.leave.from')} type="date" rules={required()} />
      <FormField
        control={control}
        name="to"
        label={`${t('obligations.leave.to')} (${t('common.form.optional')})`}
        hint={last ? t('obligations.leave.toHint', { last: asDate(last) }) : t('obligations.leave.toHintOnly')}
        type="date"
        optional
        rules={{ validate: (_, leave) => wrongEnd(leave, lastOf(leave.from)) ?? true }}
      />
      <div>
        <FormPerson control={control} name="standInId" label={t('obligations.leave.standIn')} optional />
        <p className="quiet">{t('obligations.leave.standInHint')}</p>
      </div>
      <Meaning absence={absence} isOwn={isOwn} standIn={standIn?.name} />
    </FormDialog>
  );
}

function Meaning(props: { absence: AbsenceView; isOwn: boolean; standIn: string | undefined }) {
  const { person, paused, passed } = props.absence;
  const { name } = person;
  const { isOwn, standIn } = props;
  const [waits, quiet, nobody] = isOwn
    ? [
        t('obligations.leave.own.waits', { count: paused }),
        t('obligations.leave.own.quiet'),
        t('obligations.leave.own.nobody'),
      ]
    : [
        t('obligations.leave.waits', { count: paused, name }),
        t('obligations.leave.quiet', { name }),
        t('obligations.leave.nobody', { name }),
      ];
  const moves =
    standIn === undefined
      ? t('obligations.leave.moves', { count: passed })
      : t('obligations.leave.standInMoves', { count: passed, name: standIn });
  const [first, ...rest] = [
    ...(passed > 0 ? [moves] : []),
    ...(paused > 0 ? [waits] : []),
    quiet,
    ...(isOwn ? [] : [t('obligations.leave.told', { name })]),
    ...(standIn === undefined ? [] : [t('obligations.leave.standInTold', { name: standIn })]),
  ];
  return (
    <Consequence first={paused + passed > 0 ? first : nobody}>
      {(paused + passed > 0 ? rest : [first, ...rest]).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Consequence>
  );
}

function wrongEnd({ from, to }: Leave, last: string | undefined): string | undefined {
  if (!to) return undefined;
  if (to < from) return t('obligations.leave.order');
  return last && to > last ? t('obligations.leave.tooLong', { last: asDate(last) }) : undefined;
}
