import styles from './FormChoices.module.css';

/** What is wrong with a field that is no input of Fluent’s `Field`, as ticks are. */
export const FieldWrong = ({ id, children }: { id?: string; children: string | undefined }) =>
  children === undefined || children === '' ? null : (
    <p className={styles.wrong} id={id} role="alert">
      {children}
    </p>
  );
