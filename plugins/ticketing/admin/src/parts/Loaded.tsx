import type { ReactNode } from 'react';
import type { Live } from '../live/useLive';
import { useWords } from '../words';
import { Notice } from './Notice';
import { Waiting } from './Waiting';

interface LoadedProps<T> {
  readonly live: Live<T>;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for, once it is here, and whether it is of earlier; until then that it is on its way, or why it is not. */
export function Loaded<T>({ live: { data, refusal, refresh }, children }: LoadedProps<T>) {
  const { t } = useWords();
  const trouble = refusal && (
    <Notice kind="alarm" action={{ label: t('retry'), run: refresh }}>
      {refusal.message}
    </Notice>
  );
  if (data !== undefined)
    return (
      <>
        {trouble}
        {children(data)}
      </>
    );
  return trouble || <Waiting />;
}
