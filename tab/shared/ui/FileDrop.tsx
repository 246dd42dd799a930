import { Button } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { useRef, useState, type DragEvent } from 'react';
import { acceptOf, asSize, fileProblem, kindNames, type FileKind } from '../files.ts';
import { asPercent, t } from '../texts/texts.ts';
import { ActButton } from './ActButton.tsx';
import { Bar } from './Bar.tsx';
import { ActFailed } from './Failed.tsx';
import { FileLine, type KnownFile } from './FileLine.tsx';
import { Notice } from './Notice.tsx';
import styles from './FileDrop.module.css';

/** The shown part of `useUpload`. */
interface Sending {
  progress: number | undefined;
  busy: boolean;
  error: Error | null;
  cancel: () => void;
}
const resting: Sending = { progress: undefined, busy: false, error: null, cancel: () => undefined };

/**
 * A drop zone for one file, also by keyboard. Accepted kinds and size are stated beforehand, a wrong file is refused in
 * words before the upload, which shows progress and can be stopped and retried.
 */
export function FileDrop(props: {
  /** What the file is, e.g. "Referat". */
  label: string;
  kinds: readonly FileKind[];
  /** Bytes. */
  largest: number;
  /** The existing file. */
  file?: KnownFile | undefined;
  /** `useUpload`; absent where the file is only chosen here and sent later. */
  upload?: Sending | undefined;
  onFile: (file: File) => void;
  /** Sends the same file again; absent when `onFile` does. */
  onRetry?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  removing?: boolean | undefined;
}) {
  const { kinds, largest, file, upload = resting, onRetry } = props;
  const input = useRef<HTMLInputElement>(null);
  const { over, onDrop } = useDrop((files) => take(files));
  const [chosen, setChosen] = useState<File>();
  const [problem, setProblem] = useState<string>();
  function take(files: FileList | null) {
    const [first] = files ?? [];
    // The same file may be chosen again after a correction.
    if (input.current) input.current.value = '';
    if (!first) return;
    const wrong = files && files.length > 1 ? t('files.several') : fileProblem(first, kinds, largest);
    setProblem(wrong);
    if (wrong) return;
    setChosen(first);
    props.onFile(first);
  }
  const name = chosen?.name ?? file?.name ?? '';
  const again = onRetry ?? (chosen && (() => props.onFile(chosen)));
  return (
    <div className={styles.filePlace} role="group" aria-label={props.label}>
      <p aria-hidden>{props.label}</p>
      <div
        className={over ? `${styles.fileDrop} ${styles.over}` : styles.fileDrop}
        data-part="file-drop"
        {...(upload.busy ? {} : onDrop)}
      >
        {upload.busy ? (
          <Progress name={name} sending={upload} />
        ) : (
          <>
            {file ? <FileLine file={file} /> : <p className="for-keys">{t('files.drop')}</p>}
            <div className={styles.fileActs}>
              <Button
                appearance={file ? 'secondary' : 'primary'}
                icon={<ArrowUploadRegular />}
                onClick={() => input.current?.click()}
              >
                {file ? t('files.another') : t('common.word.chooseFile')}
              </Button>
              {file && props.onRemove && (
                <ActButton
                  appearance="subtle"
                  busy={props.removing === true}
                  busyText={t('files.removing')}
                  onClick={props.onRemove}
                >
                  {t('files.remove')}
                </ActButton>
              )}
            </div>
            <p className="quiet">{t('files.limit', { kinds: kindNames(kinds), size: asSize(largest) })}</p>
          </>
        )}
        <input ref={input} type="file" hidden accept={acceptOf(kinds)} onChange={(event) => take(event.target.files)} />
      </div>
      {problem && (
        <Notice tone="error" live>
          {problem}
        </Notice>
      )}
      <ActFailed error={upload.error} />
      {upload.error && again && <Button onClick={again}>{`${t('common.retry')}: ${name}`}</Button>}
    </div>
  );
}

/** Whether a file is dragged over the zone, and its handlers. */
export function useDrop(take: (files: FileList) => void) {
  const [over, setOver] = useState(false);
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    over,
    onDrop: {
      onDragOver: (event: DragEvent) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!inside) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event)) return;
        // A nested drop zone has handled it.
        const taken = event.defaultPrevented;
        event.preventDefault();
        setOver(false);
        if (!taken) take(event.dataTransfer.files);
      },
    },
  };
}

function Progress({ name, sending }: { name: string; sending: Sending }) {
  const percent = Math.round((sending.progress ?? 0) * 100);
  const stored = percent >= 100;
  return (
    <div className={styles.fileProgress}>
      <p role="status">{stored ? t('files.storing') : t('files.sending', { name })}</p>
      <div
        role="progressbar"
        aria-label={t('files.sending', { name })}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <Bar percent={percent} />
      </div>
      <div className="card-row">
        <span className="quiet">{t('files.sent', { percent: asPercent(percent) })}</span>
        {!stored && <Button onClick={sending.cancel}>{t('files.stop')}</Button>}
      </div>
    </div>
  );
}
