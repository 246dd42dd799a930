import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { useRef, useState } from 'react';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import type { Import } from './useImport.ts';

/** Step 1: drag a file or choose it; what is wrong with it stands here in words. */
export function ImportFile({ form }: { form: Import }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { file, columns } = form;
  const take = (files: FileList | null) => {
    const chosen = files?.[0];
    if (chosen) form.choose(chosen);
    // The same file may be chosen again after it was mended.
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <div
        className={over ? 'import-drop over' : 'import-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        {file && columns ? (
          <p>
            {t('awareness.import.file.read', {
              name: file.fileName,
              rows: t('awareness.import.file.rows', { count: columns.rows }),
            })}
          </p>
        ) : (
          <p>
            {t('awareness.import.file.drop')} {t('awareness.import.file.or')}
          </p>
        )}
        <ActButton
          appearance={file ? 'secondary' : 'primary'}
          icon={<ArrowUploadRegular />}
          busy={form.reading}
          busyText={t('awareness.import.file.reading')}
          onClick={() => input.current?.click()}
        >
          {file ? t('awareness.import.file.another') : t('awareness.import.file.choose')}
        </ActButton>
        <input ref={input} type="file" hidden accept=".csv,.txt,.xlsx" onChange={(event) => take(event.target.files)} />
        <p className="quiet">{t('awareness.import.file.kinds')}</p>
      </div>
      {form.fileProblem && (
        <Notice tone="error" live>
          {form.fileProblem}
        </Notice>
      )}
      <ActFailed error={form.readError} />
    </>
  );
}
