import { CallRegular } from '@fluentui/react-icons/svg/call';
import { dialled } from '../../../../api/contingency/plans/phone-in-words.ts';

/** A call link; words without a number are text. */
export function PhoneLink({ phone, look, label }: { phone: string; look: string | undefined; label?: string }) {
  const number = dialled(phone);
  if (number === undefined) return <p>{phone}</p>;
  return (
    <a className={look} href={`tel:${number}`} aria-label={label}>
      <CallRegular aria-hidden /> {phone}
    </a>
  );
}
