import { Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Refusal } from '../../../domain';
import { Notice } from '../parts/Notice';
import { SaveBar } from './SaveBar';

interface Props {
  readonly form: {
    /** How many changes are not saved yet. */
    readonly count: number;
    readonly isBusy: boolean;
    readonly refusal: Refusal | null;
    readonly save: () => Promise<void>;
    readonly discard: () => void;
  };
  readonly children: ReactNode;
}

/** A form of settings: why it was refused on top, and what is not saved yet below. */
export function SettingsForm({ form: { count, isBusy, refusal, save, discard }, children }: Props) {
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
      {children}
      <SaveBar count={count} isBusy={isBusy} onSave={() => void save()} onDiscard={discard} />
    </Flex>
  );
}
