import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { useRef } from 'react';
import type { ChosenFile } from '../read-file.ts';
import { t } from '../texts/texts.ts';
import { ActButton } from './ActButton.tsx';
import { ActFailed } from './Failed.tsx';
import { useDrop } from './FileDrop.tsx';
import { Notice } from './Notice.tsx';
import styles from './ImportSteps.module.css';

/** `liste.csv har 12 rækker.` */
export const sheetRead = ({ fileName: name }: ChosenFile, { rows }: { rows: number }): string =>
  t('files.sheet.read', { name, rows: t('files.sheet.rows', { count: rows }) });

/** Drop zone for a list; problems are shown here in words. */
export function SheetDrop(props: {
  /** The file that was read, in words. */
  read: string | undefined;
  /** Accepted kinds, as text and filter; absent: a sheet. */
  kinds?: { words: string; accept: string };
  reading: boolean;
  problem: string | undefined;
  error: Error | null;
  onFile: (file: File) => void;
}) {
  const { read, kinds = { words: t('files.sheet.kinds'), accept: '.csv,.txt,.xlsx' } } = props;
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const chosen = files?.[0];
    if (chosen) props.onFile(chosen);
    // The same file may be chosen again after a correction.
    if (input.current) input.current.value = '';
  };
  const { over, onDrop } = useDrop(take);
  return (
    <>
      <div
        className={over ? `${styles.importDrop} ${styles.over}` : styles.importDrop}
        data-part="import-drop"
        {...onDrop}
      >
        <p>{read ?? `${t('files.sheet.drop')} ${t('files.or')}`}</p>
        <ActButton
          appearance={read ? 'secondary' : 'primary'}
          icon={<ArrowUploadRegular />}
          busy={props.reading}
          busyText={t('files.sheet.reading')}
          onClick={() => input.current?.click()}
        >
          {read ? t('files.another') : t('common.word.chooseFile')}
        </ActButton>
        <input ref={input} type="file" hidden accept={kinds.accept} onChange={(event) => take(event.target.files)} />
        <p className="quiet">{kinds.words}</p>
      </div>
      {props.problem && (
        <Notice tone="error" live>
          {props.problem}
        </Notice>
      )}
      <ActFailed error={props.error} />
    </>
  );
}
