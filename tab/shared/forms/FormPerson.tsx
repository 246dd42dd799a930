import { useController, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form';
import type { PersonRef } from '../../../api/http/contract.ts';
import { t } from '../texts/texts.ts';
import { PersonPicker } from '../ui/PersonPicker.tsx';

/** One person as a field of a form. */
export function FormPerson<Values extends FieldValues>(props: {
  control: Control<Values>;
  name: FieldPathByValue<Values, PersonRef | null>;
  label: string;
  /** Error when nobody is chosen. */
  missing?: string;
  /** Nobody is valid too. */
  optional?: boolean;
}) {
  const { control, name, label, missing, optional = false } = props;
  const { field, fieldState } = useController({
    control,
    name,
    rules: { validate: (person: unknown) => optional || person !== null || missing || t('common.form.required') },
  });
  const person: PersonRef | null = field.value;
  return (
    <div ref={(element) => field.ref(element && focusable(element))}>
      <PersonPicker
        label={optional ? `${label} (${t('common.form.optional')})` : label}
        person={person ?? undefined}
        error={fieldState.error?.message}
        optional={optional}
        onChoose={(chosen) => field.onChange(chosen ?? null)}
      />
    </div>
  );
}

/** The form focuses the first invalid field: here the search box. */
export const focusable = (element: HTMLElement) => ({
  focus: () => element.querySelector<HTMLElement>('input, button')?.focus(),
});
