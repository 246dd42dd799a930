import type { ReactNode } from 'react';
import type { WayView } from '../../../api/approvals/contract.ts';
import type { call } from '../../shared/api/client.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import formDialogStyles from '../../shared/forms/FormDialog.module.css';
import { FormField } from '../../shared/forms/FormField.tsx';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { useLeavePage } from '../../shared/navigation/leave-page.ts';
import { ActDialog } from '../../shared/ui/ActDialog.tsx';
import { ApprovalWay } from '../../shared/ui/ApprovalWay.tsx';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { notify } from '../../shared/ui/notify.ts';
import styles from './DocumentDialogs.module.css';

interface Asked {
  open: boolean;
  onClose: () => void;
  /** The document's title. */
  title: string;
}
/** Texts of an act by kind. */
type Say<Word extends string> = (word: Word, values: { title: string }) => string;
interface Act {
  isPending: boolean;
  error: Error | null;
}

/** Before submission: size of the audience, approvers in order, and that it is locked meanwhile. */
export function SubmitDocument(
  props: Asked & {
    say: Say<'title' | 'button' | 'working' | 'who' | 'locked' | 'done'>;
    reaches: string;
    way: WayView | undefined;
    act: Act;
    submit: (done: () => void) => void;
    onDone?: () => void;
    /** What to look at first. */
    notice?: ReactNode;
    /** Further effects. */
    children?: ReactNode;
  },
) {
  const { open, onClose, title, reaches, way, act, onDone = onClose } = props;
  const say = (word: Parameters<typeof props.say>[0]) => props.say(word, { title });
  const done = () => {
    notify(say('done'));
    onDone();
  };
  const press = () => props.submit(done);
  return (
    <ActDialog
      open={open}
      title={say('title')}
      onClose={onClose}
      act={{ text: say('button'), busyText: say('working'), busy: act.isPending, press }}
    >
      {/* Focusable, so that it scrolls by keyboard on a low screen. */}
      <div className={formDialogStyles.dialogForm} role="group" aria-label={say('who')} tabIndex={0}>
        {props.notice}
        <Consequence first={reaches}>
          {props.children}
          <p>{say('locked')}</p>
        </Consequence>
        {way && way.length > 0 && (
          <div className={styles.way}>
            <h3 className="card-title">{say('who')}</h3>
            <ApprovalWay way={way} />
          </div>
        )}
        <ActFailed error={act.error} />
      </div>
    </ActDialog>
  );
}

interface Written<Field extends string> {
  /** Key of the draft until submitted. */
  draft: string;
  first: string;
  send: (body: Record<Field, string>, api: typeof call) => Promise<unknown>;
}

/** Requests a renewal from the approvers. */
export function RenewDocument(
  props: Asked &
    Written<'note'> & { say: Say<'title' | 'confirm' | 'working' | 'text' | 'note' | 'noteHint' | 'done'> },
) {
  const { open, onClose, title, first, draft, send } = props;
  const say = (word: Parameters<typeof props.say>[0]) => props.say(word, { title });
  const form = useForm({ start: { note: '' }, draft, send, saved: () => say('done'), close: onClose });
  return (
    <FormDialog
      open={open}
      title={say('title')}
      onClose={onClose}
      state={form}
      button={say('confirm')}
      busyText={say('working')}
    >
      <Consequence first={first}>
        <p>{say('text')}</p>
      </Consequence>
      <FormField
        control={form.control}
        name="note"
        label={`${say('note')} (${t('common.form.optional')})`}
        hint={say('noteHint')}
        rows={2}
      />
    </FormDialog>
  );
}

/** Retires it, with a reason. */
export function RetireDocument(
  props: Asked & Written<'reason'> & { say: Say<'title' | 'button' | 'working' | 'reasonHint' | 'done'> },
) {
  const { open, onClose, title, first, draft, send } = props;
  const say = (word: Parameters<typeof props.say>[0]) => props.say(word, { title });
  const form = useForm({ start: { reason: '' }, draft, send, saved: () => say('done'), close: onClose });
  return (
    <FormDialog
      open={open}
      title={say('title')}
      onClose={onClose}
      state={form}
      button={say('button')}
      busyText={say('working')}
    >
      <Consequence first={first} />
      <FormField
        control={form.control}
        name="reason"
        label={t('common.word.reason')}
        hint={say('reasonHint')}
        rows={2}
        rules={{ validate: (text) => text.trim() !== '' || t('common.form.required') }}
      />
    </FormDialog>
  );
}

/** Discards the draft; returns to the list if nothing else exists. */
export function DiscardDocument(
  props: Asked & {
    say: Say<'title' | 'button' | 'working' | 'text' | 'done'>;
    act: Act;
    /** `left`: the document has other versions. */
    discard: (done: (left: boolean) => void) => void;
    list: string;
  },
) {
  const { open, onClose, title, act, list } = props;
  const leavePage = useLeavePage();
  const say = (word: Parameters<typeof props.say>[0]) => props.say(word, { title });
  const done = (left: boolean) => {
    notify(say('done'));
    onClose();
    if (!left) leavePage(list, { below: true });
  };
  const press = () => props.discard(done);
  return (
    <ActDialog
      open={open}
      title={say('title')}
      onClose={onClose}
      act={{ text: say('button'), busyText: say('working'), busy: act.isPending, press }}
    >
      <p>{say('text')}</p>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}
