import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { DocumentPdfRegular } from '@fluentui/react-icons/svg/document-pdf';
import { DocumentWordRegular } from '@fluentui/react-icons/svg/document-word';
import { ImageRegular } from '@fluentui/react-icons/svg/image';
import type { ReactNode } from 'react';
import { asSize, kindOfFile } from '../files.ts';
import { t } from '../texts/texts.ts';
import styles from './FileDrop.module.css';

const icons = {
  word: DocumentWordRegular,
  pdf: DocumentPdfRegular,
  picture: ImageRegular,
  other: DocumentRegular,
} as const;

export interface KnownFile {
  name: string;
  /** MIME type. */
  type: string;
  /** Bytes. */
  size: number;
}

/** A file with name, kind and size, and its actions. */
export function FileLine({ file, children }: { file: KnownFile; children?: ReactNode }) {
  const kind = kindOfFile(file);
  const Icon = icons[kind];
  return (
    <div className={styles.fileLine}>
      <Icon className={styles.fileIcon ?? ''} aria-hidden />
      <div className={styles.fileWords}>
        <p className={styles.fileName}>{file.name}</p>
        <p className="quiet">
          {t(`files.type.${kind}`)} · {asSize(file.size)}
        </p>
      </div>
      {children && <div className={styles.fileActs}>{children}</div>}
    </div>
  );
}
