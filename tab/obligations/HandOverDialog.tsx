import { Field, Input, Textarea } from '@fluentui/react-components';
import type { HandOverView } from '../../api/obligations/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import { useFieldFocus } from '../shared/forms/useFieldFocus.ts';
import { HandOverRows } from './HandOverRows.tsx';
import { useHandOver, type Giver, type HandOverForm, type HandOverResult } from './useHandOver.ts';
import styles from './HandOverDialog.module.css';
import formFieldStyles from '../shared/ui/FormField.module.css';

const nothing: ReadonlySet<string> = new Set();

/** Hands tasks over to a colleague, with the consequence in words. A new `key` for each opening. */
export function HandOverDialog(props: {
  open: boolean;
  from: readonly Giver[];
  /** The reader's own tasks. */
  yourself?: boolean;
  /** Preselected; personal tasks never are. */
  picked?: ReadonlySet<string>;
  handOversNow: () => Promise<readonly HandOverView[]>;
  onClose: () => void;
  onDone: (result: HandOverResult) => void;
}) {
  const { from, yourself = false, picked = nothing, handOversNow, onClose } = props;
  const { fields, focusField } = useFieldFocus();
  const form = useHandOver({
    from,
    picked: picked.size > 0 ? picked : onlyOne(from),
    handOversNow,
    onDone: (result) => {
      onClose();
      props.onDone(result);
    },
  });
  const { wanted, change, errors } = form;
  const press = () => {
    const first = form.handOver();
    if (first) focusField(first);
  };
  return (
    <ActDialog
      open={props.open}
      title={t('obligations.tasks.handOver')}
      onClose={onClose}
      act={{
        text: t('obligations.handOver.button'),
        busyText: t('obligations.handOver.working'),
        busy: form.busy,
        press,
      }}
      writing={form}
    >
      <div className={styles.handOver} ref={fields}>
        <HandOverRows form={form} yourself={yourself} />
        <div data-field="toPersonId">
          <PersonPicker
            label={t('obligations.handOver.to')}
            person={wanted.to}
            error={errors.toPersonId}
            onChoose={(to) => change({ to })}
          />
          {/* The picker shows a selection without its field. */}
          {wanted.to && errors.toPersonId && (
            <p className={formFieldStyles.fieldWrong} role="alert">
              {errors.toPersonId}
            </p>
          )}
        </div>
        <Field
          data-field="until"
          label={`${t('obligations.handOver.until')} (${t('common.form.optional')})`}
          hint={t('obligations.handOver.untilHint')}
          {...(errors.until ? { validationMessage: errors.until } : {})}
        >
          <Input type="date" value={wanted.until} onChange={(_, data) => change({ until: data.value })} />
        </Field>
        <Field
          data-field="note"
          label={t('obligations.handOver.note')}
          hint={t('obligations.handOver.noteHint')}
          required
          {...(errors.note ? { validationMessage: errors.note } : {})}
        >
          <Textarea
            rows={2}
            resize="vertical"
            value={wanted.note}
            onChange={(_, data) => change({ note: data.value })}
          />
        </Field>
        <Meaning form={form} yourself={yourself} />
        <ActFailed error={form.error} />
      </div>
    </ActDialog>
  );
}

/** A single task is preselected. */
function onlyOne(from: readonly Giver[]): ReadonlySet<string> {
  const keys = from.flatMap(({ rows }) => rows.filter((row) => row.abilities.handOver).map(({ key }) => key));
  return keys.length === 1 ? new Set(keys) : nothing;
}

function Meaning({ form, yourself }: { form: HandOverForm; yourself: boolean }) {
  const { to, until } = form.wanted;
  const giving = form.from.filter((giver) => form.chosenOf(giver).length > 0);
  if (!to || giving.length === 0) return null;
  const movesOf = (giver: Giver) => {
    const values = { count: form.chosenOf(giver).length, from: giver.person.name, to: to.name };
    return yourself ? t('obligations.handOver.movesFromYou', values) : t('obligations.handOver.moves', values);
  };
  return (
    <Consequence first={giving.map(movesOf).join(' ')}>
      {giving.map((giver) => (
        <Stays key={giver.person.id} giver={giver} yourself={yourself} />
      ))}
      <p>
        {until ? t('obligations.handOver.untilText', { date: asDate(until) }) : t('obligations.handOver.staysText')}{' '}
        {t('obligations.handOver.told', { name: to.name })}
      </p>
    </Consequence>
  );
}

function Stays({ giver, yourself }: { giver: Giver; yourself: boolean }) {
  const count = giver.rows.filter(({ personal }) => personal).length;
  if (count === 0) return null;
  return (
    <p>
      {yourself
        ? t('obligations.handOver.stayYou', { count })
        : t('obligations.handOver.stay', { count, name: giver.person.name })}
    </p>
  );
}
