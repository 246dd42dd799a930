import { useState, type Ref, useImperativeHandle } from 'react';
import { setLink } from './acts.ts';
import { LinkBar } from './LinkBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useEditor } from './useEditor.ts';
import { t } from '../texts/texts.ts';
import 'prosemirror-view/style/prosemirror.css';
import markdownStyles from '../ui/Markdown.module.css';
import styles from './Editor.module.css';

export interface EditorProps {
  value: string;
  onChange: (text: string) => void;
  onBlur: () => void;
  ref?: Ref<{ focus: () => void }>;
  label: string;
  rows: number;
  /** From the field. */
  id?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling';
  'aria-required'?: boolean | 'true' | 'false';
}

/** A WYSIWYG text field with a toolbar; its value is Markdown. */
export function Editor({ ref, ...props }: EditorProps) {
  const [asksLink, setAsksLink] = useState(false);
  const id = props.id ?? 'writing';
  const { place, status, run, focus } = useEditor({
    value: props.value,
    onChange: props.onChange,
    onBlur: props.onBlur,
    openLink: () => setAsksLink(true),
    attributes: attributesOf(props, id),
  });
  useImperativeHandle(ref, () => ({ focus }));
  return (
    <div className={styles.writing}>
      {status && (
        <Toolbar
          label={t('writing.toolbar', { field: props.label })}
          controls={id}
          status={status}
          run={run}
          onLink={() => setAsksLink(true)}
        />
      )}
      {asksLink && (
        <LinkBar
          now={status?.link}
          onSet={(address) => {
            setAsksLink(false);
            run(setLink(address));
          }}
          onClose={() => {
            setAsksLink(false);
            focus();
          }}
        />
      )}
      <div
        ref={place}
        className={`${styles.writingPlace} ${markdownStyles.markdown}`}
        data-part="markdown"
        style={{ minHeight: `${props.rows * 1.5}em` }}
      />
    </div>
  );
}

function attributesOf(props: Omit<EditorProps, 'ref'>, id: string): Record<string, string> {
  const told = (['aria-labelledby', 'aria-describedby', 'aria-invalid', 'aria-required'] as const).flatMap((name) =>
    props[name] === undefined ? [] : [[name, String(props[name])] as const],
  );
  // A table may make it scroll sideways: `tabindex` declares it keyboard scrollable.
  return { id, role: 'textbox', 'aria-multiline': 'true', tabindex: '0', ...Object.fromEntries(told) };
}
