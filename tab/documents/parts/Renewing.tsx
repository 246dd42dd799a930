import type { VersionFacts } from '../../../api/documents/contract.ts';
import { ApprovalWay } from '../../shared/ui/ApprovalWay.tsx';

/** The approvers of a renewal, while it is pending. */
export function Renewing(props: { current: VersionFacts | undefined; title: string; className?: string | undefined }) {
  const { current, title, className = '' } = props;
  const approval = current?.approval;
  if (approval?.purpose !== 'renewal' || approval.state !== 'open') return null;
  return (
    <section className={`card ${className}`} aria-labelledby="renewing">
      <h2 className="card-title" id="renewing">
        {title}
      </h2>
      <ApprovalWay way={approval} />
    </section>
  );
}
