import { Field, Textarea } from '@fluentui/react-components';
import { useState, type ComponentProps } from 'react';
import { useController, type Control, type FieldPath, type FieldValues, type RegisterOptions } from 'react-hook-form';
import { t, textOf } from '../texts/texts.ts';
import { isCalm } from '../ui/calm-markdown.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { EditorProps } from './Editor.tsx';
import { usePlainText } from './usePlainText.ts';
import styles from './WritingField.module.css';

interface Props<Values extends FieldValues> {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  hint?: string;
  rows: number;
  rules?: Omit<RegisterOptions<Values, FieldPath<Values>>, 'valueAsNumber' | 'valueAsDate' | 'setValueAs' | 'disabled'>;
  /** May be empty, whatever the rules for its content. */
  optional?: boolean;
}

/**
 * A text stored as Markdown and edited as WYSIWYG. Plain Markdown is a choice stored on the device; when the editor
 * fails to load, or cannot represent the text, the plain field is shown.
 */
export function WritingField<Values extends FieldValues>(props: Props<Values>) {
  const { control, name, rules, label, rows } = props;
  const { field, fieldState } = useController({ control, name, ...(rules ? { rules } : {}) });
  const [isWritable] = useState(() => isCalm(field.value as string));
  const { editor: Editor, isPlain, setPlain, isLost } = usePlainText();
  const message = fieldState.error?.message;
  const shared = {
    value: field.value as string,
    onBlur: field.onBlur,
    // Any focusable element: the form focuses the first invalid field.
    ref: (element: { focus: () => void } | null) => field.ref(element),
  };
  const around = {
    label,
    required: rules !== undefined && props.optional !== true,
    ...(props.hint ? { hint: props.hint } : {}),
    ...(message ? { validationMessage: message } : {}),
  };
  const plain = isPlain || isLost || !isWritable;
  return (
    <div className={styles.writingField}>
      {!plain && !Editor ? (
        <Skeleton rows={3} />
      ) : (
        <Field {...around}>
          {(of: FieldParts) =>
            !plain && Editor ? (
              <Editor {...editorParts(of)} {...shared} label={label} rows={rows} onChange={field.onChange} />
            ) : (
              <Textarea
                {...of}
                className={styles.writingPlain}
                rows={rows}
                resize="vertical"
                name={field.name}
                {...shared}
                onChange={(_, data) => field.onChange(data.value)}
              />
            )
          }
        </Field>
      )}
      {Editor && isWritable && (
        <button
          type="button"
          className={styles.writingSwitch}
          aria-pressed={isPlain}
          onClick={() => setPlain(!isPlain)}
        >
          {t('writing.showMarkdown')}
        </button>
      )}
      {isLost && <p className="quiet">{textOf('writing.lost')}</p>}
    </div>
  );
}

type FieldParts = Pick<
  ComponentProps<'textarea'>,
  'id' | 'aria-labelledby' | 'aria-describedby' | 'aria-invalid' | 'aria-required'
>;
type Parts = Pick<EditorProps, 'id' | 'aria-labelledby' | 'aria-describedby' | 'aria-invalid' | 'aria-required'>;

const editorParts = (of: FieldParts): Parts => ({
  ...(of.id ? { id: of.id } : {}),
  ...(of['aria-labelledby'] ? { 'aria-labelledby': of['aria-labelledby'] } : {}),
  ...(of['aria-describedby'] ? { 'aria-describedby': of['aria-describedby'] } : {}),
  ...(of['aria-invalid'] === undefined ? {} : { 'aria-invalid': of['aria-invalid'] }),
  ...(of['aria-required'] === undefined ? {} : { 'aria-required': of['aria-required'] }),
});
