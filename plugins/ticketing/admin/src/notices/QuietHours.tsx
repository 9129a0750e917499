import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { clockOf, heldBack, minutesOf, type NoticeChannel, type QuietHours as Quiet } from '../../../domain';
import { Panel } from '../parts/Panel';
import { WhenInput } from '../parts/WhenInput';
import { useWords } from '../words';

interface Props {
  readonly quiet: Quiet | null;
  /** The ways by which they may be told. */
  readonly channels: readonly NoticeChannel[];
  /** Keeps the quiet hours; none ends them. Answers whether it did. */
  readonly onSave: (quiet: Quiet | null) => Promise<boolean>;
}

/** The stretch of the day in which nothing leaves. */
export function QuietHours({ quiet, channels, onSave }: Props) {
  const { t, language } = useWords();
  const [typed, setTyped] = useState({ from: clockOf(quiet?.from ?? null), to: clockOf(quiet?.to ?? null) });
  const [isSaved, setSaved] = useState(false);
  const [from, to] = [minutesOf(typed.from), minutesOf(typed.to)];
  const isHalf = (from === null) !== (to === null);
  const change = (part: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...part });
    setSaved(false);
  };
  const save = async (): Promise<void> => setSaved(await onSave(from === null || to === null ? null : { from, to }));
  return (
    <Panel title={t('notices.quiet')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography textColor="neutral700">{t('notices.quietText', { ways: heldBack(language, channels) })}</Typography>
        <Flex gap={4} alignItems="flex-end" wrap="wrap">
          {(['from', 'to'] as const).map((end) => (
            <Field.Root key={end} name={`quiet.${end}`} error={isHalf && typed[end] === '' && t('notices.quietHalf')}>
              <Field.Label>{t(`notices.${end}`)}</Field.Label>
              <WhenInput type="time" value={typed[end]} onChange={(time) => change({ [end]: time })} />
              <Field.Error />
            </Field.Root>
          ))}
          <Button variant="secondary" size="L" disabled={isHalf} onClick={() => void save()}>
            {t('notices.saveQuiet')}
          </Button>
        </Flex>
        <Typography role="status" textColor="success700">
          {isSaved ? t('notices.quietSaved') : ''}
        </Typography>
      </Flex>
    </Panel>
  );
}
