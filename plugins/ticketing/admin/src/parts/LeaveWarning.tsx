import { Button, Modal, Typography } from '@strapi/design-system';
import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { useWords } from '../words';
import { DialogFooter } from './DialogFooter';
import { Window } from './Window';

/** State of a navigation that means what it does: after sending, or after throwing away. */
export const MEANT = { isMeant: true } as const;
const isMeant = (state: unknown): boolean => (state as typeof MEANT | null)?.isMeant === true;

interface Props {
  /** How many files are chosen and not sent: no draft keeps those. */
  readonly files: number;
}

/** Asks whoever is about to leave with files that nobody has but this page, by a link or by closing it. */
export function LeaveWarning({ files }: Props) {
  const { t } = useWords();
  const isHolding = files > 0;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isHolding && currentLocation.pathname !== nextLocation.pathname && !isMeant(nextLocation.state),
  );
  useEffect(() => {
    if (!isHolding) return;
    // The browser asks in its own words.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isHolding]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Window title={t('leaving.title')} onClose={blocker.reset}>
      <Modal.Body>
        <Typography variant="omega">{t('leaving.body', { count: files })}</Typography>
      </Modal.Body>
      <DialogFooter onClose={blocker.reset}>
        <Button type="button" variant="danger" onClick={blocker.proceed}>
          {t('leaving.go')}
        </Button>
      </DialogFooter>
    </Window>
  );
}
