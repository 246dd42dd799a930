import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { DifferenceBlock } from '../../../api/difference/contract.ts';
import type { VersionFacts, WriterAbilities } from '../../../api/documents/contract.ts';
import { useMe } from '../../shared/me.ts';
import { ApprovalReasons, ApprovalWay } from '../../shared/ui/ApprovalWay.tsx';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Difference } from '../../shared/ui/Difference.tsx';
import styles from './ComingVersion.module.css';

type OnItsWay = 'draft' | 'waiting' | 'returned' | 'rejected';
type Word = OnItsWay | 'first' | 'next' | 'read' | 'edit' | 'goOn' | 'seeApproval' | 'discard' | 'difference';

interface Props {
  document: {
    current?: object | undefined;
    difference?: DifferenceBlock[] | undefined;
    abilities: WriterAbilities;
  };
  coming: VersionFacts;
  /** On the document's own page. */
  path: string;
  /** Whether the page shows this version. */
  reading: boolean;
  /** Texts by kind. */
  say: (word: Word, values?: { number: number }) => string;
  /** Label of the button for a version after a rejection. */
  again: string;
  submitText: string;
  onSubmit: () => void;
  tag: ReactNode;
  discardDialog: (open: boolean, onClose: () => void) => ReactNode;
  className?: string | undefined;
  /** What blocks its submission. */
  children?: ReactNode;
}

/** The version in approval, for its writers and approvers: status, reasons for a return, changes. */
export function ComingVersion(props: Props) {
  const { document, coming, say, tag, className = '', children } = props;
  const { difference, current } = document;
  const state = onItsWay(coming.state);
  return (
    <section className={`card ${styles.coming} ${className}`} aria-labelledby="coming">
      <div className="card-row">
        <h2 className="card-title" id="coming">
          {current ? say('next', { number: coming.number }) : say('first')}
        </h2>
        {tag}
      </div>
      <p>{state && say(state)}</p>
      {children}
      {coming.approval && coming.state !== 'draft' && (
        <>
          <ApprovalReasons reasons={coming.approval.reasons} />
          <ApprovalWay way={coming.approval} />
        </>
      )}
      {difference && difference.length > 0 && (
        <details className={styles.words}>
          <summary>{say('difference')}</summary>
          <Difference blocks={difference} />
        </details>
      )}
      <Acts {...props} />
    </section>
  );
}

function onItsWay(state: VersionFacts['state']): OnItsWay | undefined {
  switch (state) {
    case 'draft':
    case 'waiting':
    case 'returned':
    case 'rejected':
      return state;
    case 'valid':
    case 'expired':
    case 'superseded':
    case 'retired':
      return undefined;
  }
}

function Acts({ document, coming, path, reading, say, again, submitText, onSubmit, discardDialog }: Props) {
  const me = useMe();
  const [discarding, setDiscarding] = useState(false);
  const { edit, submit, discard } = document.abilities;
  const write = coming.state === 'draft' ? say('goOn') : say('edit');
  return (
    <div className="card-foot">
      {submit && (
        <Button appearance="primary" onClick={onSubmit}>
          {submitText}
        </Button>
      )}
      {edit && <ButtonLink to={`${path}/edit`}>{coming.state === 'rejected' ? again : write}</ButtonLink>}
      {!reading && <ButtonLink to={`${path}?version=coming`}>{say('read')}</ButtonLink>}
      {coming.approval && me.data?.abilities.seeApprovals && (
        <ButtonLink to={`/approvals/${encodeURIComponent(coming.approval.requestKey)}`}>
          {say('seeApproval')}
        </ButtonLink>
      )}
      {discard && (
        <Button appearance="subtle" onClick={() => setDiscarding(true)}>
          {say('discard')}
        </Button>
      )}
      {discardDialog(discarding, () => setDiscarding(false))}
    </div>
  );
}
