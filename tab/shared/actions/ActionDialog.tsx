import type { PersonRef } from '../../../api/http/contract.ts';
import type { call } from '../api/client.ts';
import { isWritten, written } from '../forms/field-rules.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { FormField } from '../forms/FormField.tsx';
import { FormPerson } from '../forms/FormPerson.tsx';
import { useForm } from '../forms/useForm.ts';
import { kronerOf } from '../kroner.ts';
import { asNumber, t } from '../texts/texts.ts';

interface Agreed {
  title: string;
  owner: PersonRef;
  due: string;
  cost?: number | undefined;
}
/** The values sent. */
export interface ActionSent {
  title: string;
  ownerId: string;
  due: string;
  cost?: number;
  about: string;
}

interface Values extends Omit<ActionSent, 'ownerId' | 'cost'> {
  ownerId: PersonRef | null;
  /** As typed. */
  cost: string;
}

/** Adds or changes an action with a due day: an obligation of its owner. */
export function ActionDialog(props: {
  action: Agreed | undefined;
  /** The last field: purpose, or note. */
  about: string;
  texts: {
    title: string;
    button: string;
    what: string;
    whatHint?: string;
    who: string;
    whoMissing: string;
    /** Shown only with a text for it. */
    cost?: { label: string; hint: string; wrong: string };
    about: string;
    saved: string;
  };
  send: (values: ActionSent, api: typeof call) => Promise<unknown>;
  onClose: () => void;
}) {
  const { action, texts, send, onClose } = props;
  const start: Values = {
    title: action?.title ?? '',
    ownerId: action?.owner ?? null,
    due: action?.due ?? '',
    cost: action?.cost === undefined ? '' : asNumber(action.cost),
    about: props.about,
  };
  const state = useForm({
    start,
    send: ({ ownerId, cost, ...words }, api) => {
      const kroner = cost.trim() === '' ? undefined : kronerOf(cost);
      const body = { ...words, ...(kroner === undefined ? {} : { cost: kroner }) };
      return ownerId ? send({ ...body, ownerId: ownerId.id }, api) : undefined;
    },
    refused: { effect: 'about', note: 'about' },
    saved: texts.saved,
    close: onClose,
  });
  const { control } = state;
  return (
    <FormDialog title={texts.title} onClose={onClose} state={state} button={texts.button}>
      <FormField
        control={control}
        name="title"
        label={texts.what}
        {...(texts.whatHint ? { hint: texts.whatHint } : {})}
        rules={written(200)}
      />
      <FormPerson control={control} name="ownerId" label={texts.who} missing={texts.whoMissing} />
      <FormField control={control} name="due" type="date" label={t('common.word.due')} rules={written(10)} />
      {texts.cost && (
        <FormField
          control={control}
          name="cost"
          label={texts.cost.label}
          hint={texts.cost.hint}
          inputMode="decimal"
          optional
          rules={{
            validate: (text: unknown) => !isWritten(text) || kronerOf(String(text)) !== undefined || texts.cost?.wrong,
          }}
        />
      )}
      <FormField control={control} name="about" label={texts.about} rows={2} />
    </FormDialog>
  );
}
