import type { PersonRef } from '../../../api/http/contract.ts';
import type { call } from '../api/client.ts';
import { isWritten, written } from '../forms/field-rules.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { FormField } from '../forms/FormField.tsx';
import { FormPerson } from '../forms/FormPerson.tsx';
import { useForm } from '../forms/useForm.ts';
import type { ReadLatest } from '../forms/useLatest.ts';
import { kronerOf } from '../kroner.ts';
import { asNumber, t } from '../texts/texts.ts';

interface Later extends Agreed {
  etag: string;
  about: string;
}
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

const startOf = (action: Agreed | undefined, about: string): Values => ({
  title: action?.title ?? '',
  ownerId: action?.owner ?? null,
  due: action?.due ?? '',
  cost: action?.cost === undefined ? '' : asNumber(action.cost),
  about,
});

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
  /** The stamp and a later reading of what is changed; absent for a new one. */
  changes?: { etag: string; latest: (read: ReadLatest) => Promise<Later | undefined> } | undefined;
  send: (values: ActionSent, api: typeof call, expected: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const { action, texts, send, onClose } = props;
  const { changes } = props;
  const state = useForm({
    start: startOf(action, props.about),
    shared: {
      etag: changes?.etag ?? '',
      names: {
        title: texts.what,
        ownerId: texts.who,
        due: t('common.word.due'),
        cost: texts.cost?.label ?? '',
        about: texts.about,
      },
      latest: async (read) => {
        const now = await changes?.latest(read);
        return now && { values: startOf(now, now.about), etag: now.etag };
      },
    },
    send: ({ ownerId, cost, ...words }, api, { etag }) => {
      const kroner = cost.trim() === '' ? undefined : kronerOf(cost);
      const body = { ...words, ...(kroner === undefined ? {} : { cost: kroner }) };
      return ownerId ? send({ ...body, ownerId: ownerId.id }, api, etag) : undefined;
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
