import type { Control, Path } from 'react-hook-form';
import { t } from '../texts/texts.ts';
import { dayHeld, linkOrNone, written } from './field-rules.ts';
import { FormField } from './FormField.tsx';

interface Meeting {
  meetingOn: string;
  reference: string;
  minutesUrl: string;
}

/** The meeting in which something was decided, and its minutes. */
export function MeetingFields<Values extends Meeting>({ control, today }: { control: Control<Values>; today: string }) {
  const name = (field: keyof Meeting) => field as string as Path<Values>;
  return (
    <>
      <FormField
        control={control}
        name={name('meetingOn')}
        label={t('organisation.meeting.heldOn')}
        type="date"
        rules={dayHeld(today)}
      />
      <FormField
        control={control}
        name={name('reference')}
        label={t('organisation.meeting.reference')}
        hint={t('organisation.meeting.referenceHint')}
        rules={written(100)}
      />
      <FormField
        control={control}
        name={name('minutesUrl')}
        label={`${t('common.word.minutesLink')} (${t('common.form.optional')})`}
        inputMode="url"
        rules={linkOrNone()}
        optional
      />
    </>
  );
}
