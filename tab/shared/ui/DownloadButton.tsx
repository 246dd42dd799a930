import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { UseMutationResult } from '@tanstack/react-query';
import { ActButton } from './ActButton.tsx';
import { ActFailed } from './Failed.tsx';

/** Downloads a file: shows progress, and the reason of a failure. */
export function DownloadButton(props: {
  file: Pick<UseMutationResult<unknown, Error, void>, 'isPending' | 'error' | 'mutate'>;
  busyText: string;
  children: string;
}) {
  const { file, busyText, children } = props;
  return (
    <>
      <ActButton
        icon={<ArrowDownloadRegular />}
        busy={file.isPending}
        busyText={busyText}
        onClick={() => file.mutate()}
      >
        {children}
      </ActButton>
      <ActFailed error={file.error} />
    </>
  );
}
