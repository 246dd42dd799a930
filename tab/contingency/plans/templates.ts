import type { UseFormReturn } from 'react-hook-form';
import { t } from '../../shared/texts/texts.ts';
import type { PlanKind } from './plan-states.ts';
import { newStep, newTrigger, newWorkaround, type PlanValues } from './plan-values.ts';

/** Templates of a plan, by its kind. */
export const templatesOf = {
  emergencyProcedure: ['care', 'office'],
  restorePlan: ['restore'],
} as const satisfies Readonly<Record<PlanKind, readonly string[]>>;
export type TemplateName = (typeof templatesOf)[PlanKind][number];

/** Minutes from the start, by step. */
const minutes = { a: '5', b: '10', c: '20', d: '30', e: '60' } as const;
const letters = ['a', 'b', 'c', 'd', 'e'] as const;
const two = ['a', 'b'] as const;

/** Whether every field of a template is empty. */
export const isUnwritten = ({
  triggers,
  firstHour,
  steps,
  workarounds,
}: Pick<PlanValues, 'triggers' | 'firstHour' | 'steps' | 'workarounds'>): boolean =>
  triggers.length + firstHour.length + steps.length + workarounds.length === 0;

/** Fills empty fields from a template. */
export function insertTemplate(form: UseFormReturn<PlanValues>, name: TemplateName): void {
  const now = form.getValues();
  const from = `contingencyPlans.template.${name}` as const;
  const put = (field: 'about' | 'communication' | 'catchingUp') => {
    if (now[field].trim() === '') form.setValue(field, t(`${from}.${field}`), { shouldDirty: true });
  };
  put('about');
  put('communication');
  put('catchingUp');
  form.setValue(
    'triggers',
    two.map((letter) => newTrigger(t(`${from}.trigger.${letter}`))),
    { shouldDirty: true },
  );
  form.setValue(
    'firstHour',
    letters.map((letter) =>
      newStep({ text: t(`${from}.first.${letter}`), role: t(`${from}.role.${letter}`), minutes: minutes[letter] }),
    ),
    { shouldDirty: true },
  );
  form.setValue(
    'steps',
    two.map((letter) => newStep({ text: t(`${from}.then.${letter}`) })),
    { shouldDirty: true },
  );
  form.setValue(
    'workarounds',
    [newWorkaround({ title: t(`${from}.work.title`), text: t(`${from}.work.text`), form: t(`${from}.work.form`) })],
    { shouldDirty: true },
  );
  if (now.returnToNormal.length === 0)
    form.setValue(
      'returnToNormal',
      two.map((letter) => newStep({ text: t(`${from}.back.${letter}`) })),
      {
        shouldDirty: true,
      },
    );
}
